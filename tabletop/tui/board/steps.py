"""What Space does on control's board: the next step, into adjudication, review and the close."""

from typing import TYPE_CHECKING

from tabletop.model.moves import Advance, Move, Red, Resume, Unseal
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, State
from tabletop.table.next_step import StepKind
from tabletop.tui.kit.ask import ask
from tabletop.words.late import late_texts

if TYPE_CHECKING:
    from tabletop.tui.board.board import BoardScreen


async def take_step(board: "BoardScreen") -> None:
    """The one that stands in the footer."""
    match board.step().kind:
        case StepKind.ADVANCE:
            await _advance(board)
        case StepKind.RESUME:
            await board.give(Resume(seat=CONTROL))
        case StepKind.RED:
            _red(board)
        case StepKind.MODEL_RED:
            await _after(board, Red(seat=CONTROL, source="model"), "bot")
        case StepKind.ADJUDICATE:
            board.program.rooms.adjudication(board.table)
        case StepKind.REVIEW:
            review(board)
        case StepKind.ENDEX:
            board.program.rooms.close(board.table)


def _red(board: "BoardScreen") -> None:
    from tabletop.tui.board.red import RedDialog

    ask(board, RedDialog(board.view), lambda red: _after(board, red))


async def _after(board: "BoardScreen", red: Move, entered_by: str = "") -> None:
    if await board.give(red, entered_by) is None:
        await _advance(board)


async def _advance(board: "BoardScreen") -> None:
    """To the next phase; what the adversary's order, adjudication and the end need opens by itself. A text that some
    could not speak to is asked about first."""
    late = late_texts(board.view.world) if board.view.world.phase is Phase.ORDERS else []
    if late:
        from tabletop.tui.board.silence import SilenceDialog

        ask(board, SilenceDialog(board.view.world, late), lambda moves: _silence(board, moves))
        return
    if await board.give(Advance(seat=CONTROL)) is not None:
        return
    if board.view.world.state is State.ENDED:
        board.program.rooms.close(board.table)
    elif board.step().kind is StepKind.RED:
        _red(board)
    elif board.view.world.phase is Phase.ADJUDICATE:
        board.program.rooms.adjudication(board.table)


async def _silence(board: "BoardScreen", moves: list[Move]) -> None:
    """What was chosen about silence; unless seats may speak again, or nothing came of it, on to the next phase."""
    for move in moves:
        if await board.give(move) is not None:
            return
    if moves and not any(isinstance(move, Unseal) for move in moves):
        await _advance(board)


def review(board: "BoardScreen") -> None:
    """Shows the turn's story; the board has it behind itself then."""
    board.reviewed = board.view.world.turn
    board.program.rooms.review(board.table)
    board.frame_lines()
