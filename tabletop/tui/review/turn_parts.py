"""The parts of a turn's review, as text: what was ordered, what came of it, what seats had expected of it."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from tabletop.model.record import Line
from tabletop.model.world import World
from tabletop.table.moment import Moment
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.review.ledgers import expectation_lines, promise_lines
from tabletop.words.foreseen import THE_RULE
from tabletop.words.names import seat_name, seat_short
from tabletop.words.sentences import deed_line
from tabletop.words.story import happenings, headline_story
from tabletop.words.turns import report_on

_WIDE: Final = 100
"""Columns from which seats have their whole names beside their orders."""


def told_story(before: World, after: World, lines: Sequence[Line]) -> Sequence[str]:
    """Control's own report on the turn; without one the headlines."""
    return report_on(lines, after.turn) or headline_story(before, after, after.changes, lines)


def orders_part(before: World, after: World, lines: Sequence[Line], width: int) -> Content:
    """The story, then what each seat ordered."""
    story = told_story(before, after, lines)
    rows = [
        Content("\n\n").join([hanging(Content.styled(each, f"bold {palette.BRIGHT}"), width, 0) for each in story]),
        Content(""),
    ]
    name_of = seat_name if width >= _WIDE else seat_short
    names = {seat: name_of(after.scenario, seat, after.seats) for seat in after.seats}
    indent = max(map(len, names.values())) + 2
    for seat, name in names.items():
        orders = _orders(after, seat)
        label = Content.styled(name, f"bold {palette.LABEL}" if orders else palette.DIM)
        rows.append(hanging(orders or Content.styled("no orders", palette.DIM), width, indent, label))
    return Content("\n").join(rows)


def results_part(before: World, after: World, lines: Sequence[Line], width: int) -> Content:
    """What came, went or was agreed."""
    results = happenings(before, after, after.changes, lines)
    if not results:
        return Content.styled("Nothing came, went or was agreed this turn.", palette.LABEL)
    return Content("\n").join(
        [hanging(Content(_capital(each.text)), width, 2, Content.styled(*_mark(each.good))) for each in results]
    )


def expected_part(before: Moment, after: Moment, width: int) -> Content:
    """What seats had expected, and promises that fell due."""
    expected = list(expectation_lines(after, before))
    rule = [Content.styled(THE_RULE, palette.LABEL)] if expected else []
    rows = [*expected, *rule, *promise_lines(before.world, after.world)]
    if not rows:
        return Content.styled("No seat said what it expected, and no promise fell due.", palette.LABEL)
    return Content("\n").join([hanging(row, width, 2) for row in rows])


def _orders(world: World, seat: str) -> Content:
    """A seat's orders in a row; what control changed or set aside says so."""
    parts = []
    for n, order in enumerate(world.seats[seat].orders):
        sentence = deed_line(order.move, world.scenario, world.seats)
        ruling = world.rulings.get(f"{seat}/{n}")
        if ruling and ruling.outcome in ("amend", "set-aside"):
            word = "amended" if ruling.outcome == "amend" else "set aside"
            parts.append(Content.assemble((sentence, "strike"), (f" ({word} by control)", palette.LABEL)))
        else:
            parts.append(Content(sentence))
    return Content("; ").join(parts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _mark(good: bool | None) -> tuple[str, str]:
    """The sign before a result, and its colour."""
    if good is None:
        return "·", palette.DIM
    return ("▲", palette.HIGH_TEXT) if good else ("▼", palette.LOW)
