"""What an item of the turn does, in points: on figures as changes add them, on scores as the explanation shares."""

from collections.abc import Iterable, Mapping

from textual.content import Content

from tabletop.model.effects import Effect
from tabletop.model.figures.figure import BILLIONS
from tabletop.model.figures.glossary import figure_at, figure_of, word_of
from tabletop.model.scenario import Scenario
from tabletop.model.world import Change
from tabletop.tui.kit.cells import CellText, dotted
from tabletop.tui.look import palette
from tabletop.words.as_played import as_played
from tabletop.words.forces import set_words
from tabletop.words.names import SeatStates, better, figure_words, own_name, score_name

_DIGITS, _LEAST = 1, 0.05
"""Of points, and the points below which an effect is not worth a word."""


def figures_moved(changes: Iterable[Change]) -> dict[str, float]:
    """Points added to each figure that a reader knows."""
    sums: dict[str, float] = {}
    for change in changes:
        if is_told(change.figure):
            figure = word_of(change.figure)
            sums[figure] = sums.get(figure, 0.0) + change.amount
    return {figure: amount for figure, amount in sums.items() if abs(amount) >= _worth(figure)}


def digits_of(figure: str) -> int:
    """Digits behind the point that a change of it is told with."""
    row = figure_at(figure)
    return row.digits if row else _DIGITS


def is_told(key: str) -> bool:
    """Whether a change of a figure says something to a reader beside the scores it moves."""
    figure = figure_at(word_of(key))
    return bool(figure.notice) if figure else "/" not in key


def _worth(figure: str) -> float:
    """The least amount that shows in the digits a figure is told with."""
    row = figure_at(figure)
    return row.least if row else _LEAST


def effect_text(figure: str, amount: float, scenario: Scenario, seats: SeatStates | None = None) -> str:
    """One effect: "Trust -2.1", "Money, Lyre -0.4 bn"."""
    row = figure_at(figure)
    unit = " bn" if row and row.unit == BILLIONS else ""
    return f"{score_name(scenario, figure, seats, short=True)} {amount:+.{digits_of(figure)}f}{unit}"


def effect_arrow(figure: str, amount: float, scenario: Scenario) -> tuple[str, str]:
    """The arrow of a change, and the colour that says whether it is good."""
    arrow, _, colour = palette.change_mark(1 if amount > 0 else -1, better=better(scenario, figure))
    return arrow, colour


def written(effects: Iterable[Effect], scenario: Scenario, seats: SeatStates | None = None, seat: str = "") -> Content:
    """Effects as a scenario writes them, side by side: name, arrow and sign, in the colour of good or bad.

    What players see as a band (alarm, public support of others than `seat`) has a direction and no figure.
    """
    parts: list[CellText] = []
    for each in as_played(effects, scenario, seats):
        if each.set:
            parts.append((set_words(scenario, each.on, each.set, seats), palette.TEXT))
            continue
        own = bool(seat) and each.on.endswith(f"/{seat}")
        name = figure_words(scenario, each.on, seats)
        name = f"your {own_name(scenario, each.on, seat, seats).lower()}" if own else name
        arrow, colour = effect_arrow(each.on, each.add, scenario)
        row = figure_of(each.on, scenario.tracks)
        banded = row is not None and row.band and not own
        figure = ("up" if each.add > 0 else "down") if banded else f"{each.add:+g}"
        turns = f" for {each.turns} turn{'s' if each.turns > 1 else ''}" if each.turns else ""
        figure += " bn" if row and row.unit == BILLIONS else ""
        amount = f"{arrow} {figure}" if banded else f"{arrow}{figure}"
        parts.append(Content.assemble((f"{name} ", palette.LABEL), (amount, colour), (turns, palette.LABEL)))
    return dotted(parts)


def effects_text(
    effects: Mapping[str, float], scenario: Scenario, seats: SeatStates | None = None, room: int = 70
) -> Content:
    """Effects in one row of `room` columns in the order given, with arrow, sign and colour; the rest is counted."""
    rows = [(figure, amount) for figure, amount in effects.items() if abs(amount) >= _worth(figure)]
    parts: list[Content] = []
    for n, (figure, amount) in enumerate(rows):
        arrow, colour = effect_arrow(figure, amount, scenario)
        text = effect_text(figure, amount, scenario, seats)
        cut = max(text.rfind(" +"), text.rfind(" -"))
        part = Content.assemble((text[:cut], palette.LABEL), (f" {arrow}{text[cut + 1 :]}", colour))
        rest = len(f"  {len(rows) - n - 1} more") if n < len(rows) - 1 else 0
        if parts and part.cell_length + 2 + rest > room:
            parts.append(Content.styled(f"{len(rows) - n} more", palette.DIM))
            break
        parts.append(part)
        room -= part.cell_length + 2
    return Content("  ").join(parts)
