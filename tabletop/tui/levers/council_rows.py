"""Rows of the council table: texts on the table, standing and fallen, what can be tabled or said, promises. Pure."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.model.moves import Declare, MakePromise, TableText
from tabletop.model.record import Line
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.tui.kit.fit import Column
from tabletop.tui.kit.gridlines import Row, titles
from tabletop.tui.look import palette
from tabletop.words.council import voice, voices
from tabletop.words.names import seat_name, text_name

COLUMNS = (
    Column("", flex=True, keep=9, least=26),
    Column("", keep=8),
    Column("", keep=7, flex=True, least=14),
)
#: Headings by state of a text, in the order they are shown.
_STATES = (("open", "On the table"), ("standing", "Standing"), ("fallen", "Fallen"), ("withdrawn", "Withdrawn"))


def council_rows(levers: Levers, lines: Sequence[Line]) -> list[Row]:
    """Everything the council has before it, and what a seat may add."""
    world, seat = levers.world, levers.seat
    made: list[Row] = []
    for state, title in _STATES:
        found = [name for name, text in world.texts.items() if text.state == state]
        if found:
            third = "your voice" if state == "open" and seat else ""
            made.append(titles(f"{title}: {len(found)}", "tabled by", third))
            made += [_text(levers, name) for name in found]
    if seat:
        made += _kinds(world, seat)
        made += _stances(world, seat)
    return made + _promises(world, lines)


def _text(levers: Levers, name: str) -> Row:
    world, seat = levers.world, levers.seat
    text = world.texts[name]
    sponsor = seat_name(world.scenario, text.sponsor, world.seats)
    if text.state == "open":
        asked = levers.texts.must_agree(text.kind)
        said = voices(text, len(asked)) if not seat else voice(text, seat) if seat in asked else "not asked"
        third = Content.styled(said, palette.LOW if said == "silence broken" else f"bold {palette.BRIGHT}")
    else:
        until = f"until turn {text.until}" if text.until else "for good"
        third = Content.styled(until if text.state == "standing" else f"turn {text.turn}", palette.LABEL)
    cells = (Content(text_name(world.scenario, name, world.seats)), Content.styled(sponsor, palette.TEXT), third)
    return Row(("text", name), cells)


def _kinds(world: World, seat: str) -> list[Row]:
    free = world.scenario.seats[seat].agenda
    made = [titles("Can be tabled" + (f" ({free} a turn cost no order)" if free else ""), "about", "")]
    for kind, spec in world.scenario.texts.items():
        text = world.texts.get(kind)
        if not (text and text.state in ("open", "standing")):
            about = Content.styled(f"a {spec.about}" if spec.about else "", palette.LABEL)
            mine = any(isinstance(o.move, TableText) and o.move.kind == kind for o in world.seats[seat].orders)
            told = Content.styled("▸ tabled this turn" if mine else "", f"bold {palette.BRIGHT}")
            made.append(Row(("kind", kind), (Content(spec.title), about, told)))
    return made if len(made) > 1 else []


def _stances(world: World, seat: str) -> list[Row]:
    said = next((o.move.stance for o in world.seats[seat].orders if isinstance(o.move, Declare)), "")
    made = [titles("Declare", "", "")]
    for stance, spec in world.scenario.stances.items():
        told = "▸ on the sheet" if stance == said else ("binds later" if spec.word else "")
        made.append(Row(("stance", stance), (Content(spec.name), Content(""), Content.styled(told, palette.LABEL))))
    return made


def _promises(world: World, lines: Sequence[Line]) -> list[Row]:
    """Promises this place knows of; their words stand in the record."""
    if not world.promises:
        return []
    said = {line.n: line.move.text for line in lines if isinstance(line.move, MakePromise)}
    made = [titles(f"Promises: {len(world.promises)}", "due", "state")]
    for n, promise in enumerate(world.promises):
        who = seat_name(world.scenario, promise.seat, world.seats)
        to = seat_name(world.scenario, promise.to, world.seats)
        words = " ".join(said.get(promise.ref, "").split()) or promise.deed
        ink = {"kept": palette.HIGH_TEXT, "broken": palette.LOW}.get(promise.state, palette.TEXT)
        cells = (Content(f"{who} to {to}: {words}" if words else f"{who} to {to}"),
                 Content.styled(f"turn {promise.due}", palette.TEXT), Content.styled(promise.state, ink))  # fmt: skip
        made.append(Row(("promise", str(n)), cells))
    return made
