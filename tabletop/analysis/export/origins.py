"""A table of where the scenario's figures come from, and which of them a column of the other tables shows."""

from collections.abc import Iterator

from tabletop.analysis.export.common import Tabulation
from tabletop.analysis.export.dataset import Dataset, Observation, Variable, real, word, yes_no
from tabletop.analysis.export.source import Source
from tabletop.analysis.origins.things import things
from tabletop.model.origin import Grade, Origin

#: By table and column the thing in the table of origins that it shows, or starts from.
_FROM: dict[tuple[str, str], str] = {
    ("scores", "value"): "track/ID at the opening; else worked out of theatre/ID, force/ID, coefficient/NAME",
    ("causes", "amount"): "coefficient/NAME, text/ID, inject/ID, post/ID, stance/ID",
    ("forces", "personnel"): "force/ID/personnel",
    ("posts", "holder"): "post/ID/holder at the opening",
    ("posts", "weight"): "post/ID",
    ("programmes", "tranches"): "programme/ID/tranches",
    ("programmes", "price"): "programme/ID",
    ("members", "spending"): "member/ID at the opening, then coefficient/NAME",
    ("members", "pledge"): "member/ID/pledge at the opening, then coefficient/pledge_step",
    ("members", "pace"): "coefficient/pledge_step where no order has changed it",
    ("members", "gdp"): "member/ID/gdp",
    ("seats", "wallet"): "coefficient/NAME of member/ID/gdp",
    ("seats", "capital"): "opening/capital, then coefficient/NAME",
    ("seats", "support"): "opening/support, then coefficient/NAME",
    ("seats", "readiness"): "orders, then coefficient/readiness_step",
    ("seats", "personnel"): "force/ID/personnel, law/floor",
    ("objectives", "weight"): "seat/ID/OBJECTIVE",
}  # fmt: skip
_NUMBERS = ("number", "whole")
_PLAY = "the record"


def source_of_column(table: str, column: Variable) -> str:
    """Of a figure, where in the table of origins it comes from, or that the record has it; "" for words."""
    return _FROM.get((table, column.name), _PLAY if column.kind in _NUMBERS else "")


def _origins(source: Source) -> Dataset:
    """Of the opening's scenario, each figure once; a tranche's are its programme's."""
    scenario = source.play.worlds.at(0).scenario
    tranches = {f"force/{name}" for name, force in scenario.forces.items() if force.programme}
    by_name = {each.of: each for whole in things(scenario) if whole.of not in tranches for each in _all_of(whole)}
    columns = (
        word("session", "Name of the session, its save's", who="all"),
        word("thing", "What it is asked for by"),
        word("name", "What it is"),
        real("value", "Its value where it is a number", "as the unit says"),
        word("word", "Its value where it is words"),
        word("unit", "Unit of the value"),
        real("low", "From what it may as well lie, or can be at all", "as the unit says"),
        real("high", "To what", "as the unit says"),
        word("source", "Its basis as the scenario has it"),
        word("grade", "How far that carries", ", ".join(Grade)),
        yes_no("solid", "Whether it rests on a named source and nothing weaker"),
    )
    rows = tuple((source.name, *_row(each)) for each in by_name.values())
    return Dataset("origins", "a figure of the scenario and where it comes from", columns, rows)


def _all_of(origin: Origin) -> Iterator[Origin]:
    yield origin
    for part in origin.made_of:
        yield from _all_of(part)


def _row(origin: Origin) -> Observation:
    value, words = (None, origin.value) if isinstance(origin.value, str) else (origin.value, "")
    low, high = origin.range or (None, None)
    verdict = (origin.source, origin.grade.value, origin.solid)
    return (origin.of, origin.name, value, words, origin.unit, low, high, *verdict)


DATASETS: tuple[Tabulation, ...] = (_origins,)
