"""Decisions by which an exercise could have gone otherwise, of turns that are over: what moved most first."""

from attrs import frozen

from tabletop.model.moves import AcceptHandover, Answer, BreakSilence, MakeFreeMove, RefuseHandover, TableText
from tabletop.model.record import Line
from tabletop.table.port import View
from tabletop.table.turn_story import all_turns
from tabletop.words.sentences import line_line
from tabletop.words.story import Happening, TurnStory
from tabletop.words.story.headlines import effects
from tabletop.words.story.turn import weight

_SPOKEN = (Answer, MakeFreeMove, TableText, BreakSilence, AcceptHandover, RefuseHandover)
_NOBODYS = ("event", "pull", "edge")


@frozen
class TurningPoint:
    """`n`: the line of the decision, by `seat` in `turn`; `sentence` says it, `effect` what it and what it was part of
    moved, `weight` how much that was."""

    n: int
    turn: int
    seat: str
    sentence: str
    effect: str
    weight: float


def turning_points(view: View) -> list[TurningPoint]:
    """Every one of them, what moved most first."""
    found = [point for told in all_turns(view) for point in _of_turn(view, told)]
    return sorted(found, key=lambda each: -each.weight)


def _of_turn(view: View, told: TurnStory) -> list[TurningPoint]:
    turn, scenario, seats = told.turn, view.world.scenario, view.world.seats
    entries = [each for each in told.entries if each.kind not in _NOBODYS]
    most: dict[int, Happening] = {}
    for entry in entries:
        for n in entry.refs:
            if n not in most or weight(entry) > weight(most[n]):
                most[n] = entry
    return [
        TurningPoint(
            n, turn, line.move.seat, line_line(line, scenario, seats), effects(entry, scenario), round(weight(entry), 6)
        )
        for n, entry in sorted(most.items())
        if _decides(line := view.lines[n - 1]) and line.turn == turn
    ]  # fmt: skip


def _decides(line: Line) -> bool:
    return line.live and (line.move.order or isinstance(line.move, _SPOKEN))
