"""The keys of control's board: its table, and what is done there that is neither the next step nor for a seat."""

from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tabletop.model.moves import End
from tabletop.model.seats import CONTROL
from tabletop.model.world import State
from tabletop.table.injects import ordered
from tabletop.tui.board.figure_panel import FigurePanel
from tabletop.tui.board.injects import Injects
from tabletop.tui.board.journal import Journal
from tabletop.tui.board.pen import ON_A_ROW, PEN, go_to
from tabletop.tui.board.picture import BACK_TO_SCORES, REPLAY, WHY, ZOOM, panel_keys
from tabletop.tui.board.seats import SeatList
from tabletop.tui.board.steps import take_step
from tabletop.tui.control.actions import OF_CONTROL, UNDO, undo
from tabletop.tui.control.leaving import LEAVE
from tabletop.tui.kit.action import Action, Group
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.confirm import Confirm
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.where_from import WHERE_FROM

if TYPE_CHECKING:
    from tabletop.tui.board.board import BoardScreen


def open_inject(board: "BoardScreen", inject: str) -> None:
    """Control's list of injects with the cursor on one."""
    from tabletop.tui.board.inject import InjectDialog

    board.app.push_screen(InjectDialog(board.table, inject))


def _injects(board: "BoardScreen") -> None:
    injects = board.query_one(Injects)
    names = ordered(board.view.world)
    open_inject(board, injects.row if injects.has_focus and injects.row else names[0] if names else "")


def _adjust(board: "BoardScreen") -> None:
    from tabletop.tui.board.adjust import adjust

    row = board.focused.row if isinstance(board.focused, FigurePanel) else ""
    ask(board, adjust(board.view, row), board.give)


def _player(board: "BoardScreen") -> None:
    from tabletop.tui.board.player import player

    ask(board, player(board.view, board.query_one(SeatList).row), board.give)


def _pass(board: "BoardScreen") -> None:
    board.program.rooms.pass_keyboard(board.table)


def _undo(board: "BoardScreen") -> None:
    """With the cursor on a line of the journal, back to that line."""
    undo(board, board.focused.entry if isinstance(board.focused, Journal) else None)


def _end(board: "BoardScreen") -> None:
    world = board.view.world
    if world.state is State.ENDED:
        board.notify("The exercise has ended already.")
        return
    words = (
        f"ENDEX in turn {world.turn} of {world.turns}: objectives are scored on what is. Only notes follow; "
        f"{shown('u')} takes it back."
    )
    ask(board, Confirm("End the exercise?", words, "end"), lambda _: board.give(End(seat=CONTROL)))


_look = partial(Action, group=Group.LOOK)
OF_BOARD: Final = (
    *OF_CONTROL,
    BACK_TO_SCORES,
    evolve(UNDO, do=_undo),
    Action("space", "step", "the next step, named in the footer", take_step, enters=True),
    *panel_keys(go_to),
    *PEN,
    Action("k", "pass", "pass the keyboard to a seat", _pass, enters=True),
    _look("o", "aloud", "read aloud: brief, injects, report", lambda board: board.program.rooms.aloud(board.table)),
    Action("i", "inject", "injects: fire, hold, write", _injects),
    Action("J", "timeline", "injects by turn and storyline", lambda board: board.program.rooms.timeline(board.table)),
    WHY,
    ZOOM,
    WHERE_FROM,
    _look("l", "ahead", "look ahead", lambda board: board.program.rooms.ahead(board.table)),
    Action("a", "adjust", "adjust a figure, with a reason", _adjust, enters=True),
    REPLAY,
    _look("r", "review", "review of the last turn", lambda board: board.program.rooms.review(board.table)),
    Action("t", "player", "who plays the seat under the cursor", _player, enters=True),
    Action("x", "end", "end the exercise", _end, enters=True),
    LEAVE,
    *ON_A_ROW,
)
