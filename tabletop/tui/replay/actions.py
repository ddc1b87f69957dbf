"""What can be done in a replay: step, play, jump, see with other eyes, look at branches, fork, ask why."""

from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tabletop.model.seats import CONTROL
from tabletop.tui.board.figure_panel import FigurePanel
from tabletop.tui.board.scores import Scores
from tabletop.tui.control.leaving import PAST
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.screen import back
from tabletop.tui.kit.where_from import WHERE_FROM
from tabletop.tui.replay.branches import BranchesDialog
from tabletop.tui.replay.forking import ask_fork
from tabletop.tui.replay.jump import JumpDialog

if TYPE_CHECKING:
    from tabletop.tui.replay.replay import ReplayScreen


def walk(screen: "ReplayScreen", by: int) -> None:
    """To the next or the last move that this place may read; at an end playing stops."""
    at = screen.stops.step(screen.at, by)
    if at is not None:
        screen.go(at)
    else:
        pause(screen)


def _turn(screen: "ReplayScreen", by: int) -> None:
    end = 0 if by < 0 else screen.record.last
    at = screen.stops.turn(screen.at, by)
    screen.go(end if at is None else at)


def _play(screen: "ReplayScreen") -> None:
    """Plays on from here, from the start if it stands at the end; or pauses."""
    if screen.playing.on:
        pause(screen)
        return
    if screen.at >= screen.record.last:
        screen.at = 0
    screen.playing.start()
    screen.refresh_view()


def pause(screen: "ReplayScreen") -> None:
    """Plays no further."""
    if screen.playing.on:
        screen.playing.stop()
        screen.refresh_view()


def _speed(screen: "ReplayScreen", by: int) -> None:
    screen.playing.faster(by)
    screen.frame_lines()


def look_on(screen: "ReplayScreen") -> None:
    """Control's eyes, then the room's, then each seat's; at a seat's own table its own and the room's."""
    record, moment = screen.record, screen.moment
    record.look_as(record.eyes[(record.eyes.index(record.who) + 1) % len(record.eyes)])
    screen.at = record.line(moment)
    screen.refresh_view()


def jump(screen: "ReplayScreen") -> None:
    """Asks where to."""
    pause(screen)
    ask(screen, JumpDialog(screen.places(), screen.view.world, screen.at), screen.go)


def _branches(screen: "ReplayScreen") -> None:
    record = screen.record
    pause(screen)
    if screen.table.who == CONTROL:
        lanes = BranchesDialog(record.lanes(), screen.view.world, screen.moment)
        ask(screen, lanes, lambda entry: screen.go(record.line(entry)))


def _back(screen: "ReplayScreen") -> None:
    pause(screen)
    back(screen)


def _why(screen: "ReplayScreen") -> None:
    focused = screen.focused
    screen.ask_why(focused.asked if isinstance(focused, FigurePanel) else screen.query_one(Scores).asked)


def _compare(screen: "ReplayScreen") -> None:
    screen.program.rooms.branches_compared(screen.table)


def _played(screen: "ReplayScreen") -> bool:
    """Whether it was played under rules that are known here, so that it can be gone on with and explained."""
    return not screen.view.world.played_under


_first = partial(Action, first=True)
ACTIONS: Final = (
    *PAST,
    Action("escape", "back", "one step back", _back),
    Action("space", "play", "play or pause", _play),
    _first("right", "on", "one move on", partial(walk, by=1)),
    _first("left", "back_one", "one move back", partial(walk, by=-1)),
    _first("pagedown,full_stop", "turn_on", "to the next turn", partial(_turn, by=1)),
    _first("pageup,comma", "turn_back", "to the turn before", partial(_turn, by=-1)),
    _first("home", "opening", "to the opening", lambda screen: screen.go(0)),
    _first("end", "end", "to the last move", lambda screen: screen.go(screen.record.last)),
    Action("g", "jump", "jump to a turn, inject, note, bookmark or move", jump),
    Action("E", "eyes", "see it as the next place did", look_on),
    Action("plus,equals_sign", "faster", "faster", partial(_speed, by=1)),
    Action("minus", "slower", "slower", partial(_speed, by=-1)),
    Action("T", "branches", "the branches as lanes, and where they part", _branches),
    Action("b", "fork", "fork here and go on playing", ask_fork, when=_played),
    Action("w", "why", "the causes of a score", _why, when=_played),
    evolve(WHERE_FROM, when=_played),
    Action("D", "compare", "compare the branches of this save", _compare, when=_played),
)
