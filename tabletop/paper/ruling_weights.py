"""The rulings that moved most, and what hung on each: its turn played again without it. Tells of a ruling what the room
was told, never control's private reason."""

from typing import Final

from attrs import frozen

from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Rule
from tabletop.model.record import Line
from tabletop.model.seats import CONTROL
from tabletop.table.hung import hung_on
from tabletop.table.moment import Moment
from tabletop.table.port import View
from tabletop.words.names import figure_words, score_name
from tabletop.words.said import quoted
from tabletop.words.sentences import line_line, moves_by_number

_RULINGS: Final = 3
_OF_CONTROL: Final = ("ruling", "argument", "adjustment")
"""Kinds of causes that are control's own."""
_LEAST: Final = 0.05
"""Points from which a change is told."""


@frozen
class RulingWeight:
    """A ruling and the points by which it moved figures at once, the largest first.

    `hung`: points by which scores stand otherwise at the end of its turn than with that turn played again without it;
    None where this place can't know, or the turn is not over.
    """

    text: str
    entry: int
    turn: int
    moved: tuple[tuple[str, float], ...]
    hung: tuple[tuple[str, float], ...] | None = None


def ruling_weights(view: View, ends: dict[int, Moment]) -> tuple[RulingWeight, ...]:
    """Those that moved most, in points over all figures; in the order of the record."""
    by_number = moves_by_number(view.lines)
    moved: dict[int, dict[str, float]] = {}
    turns: dict[int, int] = {}
    for turn, moment in ends.items():
        for change in moment.world.changes:
            if turn and change.cause.kind in _OF_CONTROL and change.ref in by_number:
                figures = moved.setdefault(change.ref, {})
                figures[change.figure] = figures.get(change.figure, 0.0) + change.amount
                turns[change.ref] = turn
    heavy = sorted(moved, key=lambda n: -sum(map(abs, moved[n].values())))[:_RULINGS]
    return tuple(_weight(view, by_number[n], turns[n], moved[n]) for n in sorted(heavy))


def _weight(view: View, line: Line, turn: int, moved: dict[str, float]) -> RulingWeight:
    world = view.world
    largest = sorted(((f, a) for f, a in moved.items() if abs(a) >= _LEAST), key=lambda each: -abs(each[1]))
    named = tuple((figure_words(world.scenario, figure, world.seats), amount) for figure, amount in largest)
    return RulingWeight(_ruling(view, line), line.n, turn, named, _hung(view, line.n))


def _hung(view: View, n: int) -> tuple[tuple[str, float], ...] | None:
    """The largest first, of the scores that have a row and of each theatre."""
    if view.who != CONTROL or not (every := hung_on(view, n)):
        return None
    scenario, seats = view.world.scenario, view.world.seats
    theatres = (path_of(DETERRENCE, theatre) for theatre in scenario.theatres)
    shown = {"deterrence", scenario.names.share, *scenario.tracks, *theatres}
    hung = [(score, by) for score, by in every.items() if score in shown and abs(by) >= _LEAST]
    return tuple((score_name(scenario, score, seats), by) for score, by in sorted(hung, key=lambda each: -abs(each[1])))


def _ruling(view: View, line: Line) -> str:
    """What was ruled on, and what the room was told; never control's private reason."""
    scenario, seats = view.world.scenario, view.world.seats
    if not isinstance(line.move, Rule):
        return line_line(line, scenario, seats).partition(": ")[0]
    item = moves_by_number(view.lines).get(line.move.item)
    about = line_line(item, scenario, seats) if item else "A ruling"
    return f"{about}: {quoted(line.move.public)}" if line.move.public.strip() else about
