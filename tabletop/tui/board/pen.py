"""For whom control writes: the seat whose sheet it has in hand, taken with Enter, or lent by + and - on a row for as
long as one stays in that table."""

from functools import partial
from typing import TYPE_CHECKING, Final

from tabletop.table.owners import only_team, pen_for
from tabletop.tui.board.picture import open_panel
from tabletop.tui.board.seats import SeatList
from tabletop.tui.board.tabs import Tables
from tabletop.tui.control.place import control_at
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.screen import may_enter
from tabletop.words.names import seat_short

if TYPE_CHECKING:
    from tabletop.tui.board.board import BoardScreen


def seat_called(board: "BoardScreen", seat: str) -> str:
    """A seat as this session calls it, in as few words as the scenario has."""
    world = board.view.world
    return seat_short(world.scenario, seat, world.seats)


def take_in_hand(board: "BoardScreen", seat: str) -> None:
    """+ and -, the order line and the seal are this seat's from now on; again lays it down."""
    if not may_enter(board):
        return
    board.hand = "" if seat == board.hand and not board.loan else seat
    board.loan = None
    board.refresh_view()
    if board.hand:
        board.notify(
            f"{seat_called(board, seat)} in hand: 2-5 and {shown('colon')} order for it, {shown('e')} its sheet."
        )


def lay_down(board: "BoardScreen") -> None:
    """Gives back a pen that was only lent."""
    if board.loan:
        board.hand, board.loan = "", None


def _lend(board: "BoardScreen", seat: str) -> None:
    board.hand, board.loan = seat, (board.view.world.turn, board.view.world.phase)
    board.refresh_view()


def chosen_seat(board: "BoardScreen") -> str:
    """The seat in hand, else the one under the cursor."""
    return board.hand or only_team(board.view.world) or board.query_one(SeatList).row


async def go_to(board: "BoardScreen", name: str) -> None:
    """To a panel; where one seat alone is played here, its pen lies ready in its table."""
    if board.loan:
        lay_down(board)
        board.refresh_view()
    if name == "contributions" and not board.hand and (mine := only_team(board.view.world)):
        _lend(board, mine)
    await open_panel(board, name)


def _free(board: "BoardScreen") -> bool:
    """With a seat in hand these keys are the table's own."""
    return board.query_one(Tables).has_focus_within and not board.hand


def _free_in_commands(board: "BoardScreen") -> bool:
    return _free(board) and board.query_one(Tables).current == "commands"


def _write(board: "BoardScreen", key: str) -> None:
    """On a row with no seat in hand: takes the pen of the seat whose row it is, then does what the key does there."""
    table = board.query_one(Tables).grid
    at = table.selected.key if table and table.selected else ()
    seat = pen_for(board.view, at)
    if table is None or not seat:
        board.notify("Choose whose sheet it is: 6, then Enter on a seat.")
        return
    _lend(board, seat)
    board.notify(f"For {seat_called(board, seat)}, entered by control.", timeout=3)
    if table.select(("member", *at[1:]) if at[0] == "look" else at) and table.selected:
        table.press("enter" if key == "h" else key, table.selected)


def _sheet(board: "BoardScreen") -> None:
    seats = board.query_one(SeatList)
    seat = seats.row if seats.has_focus else chosen_seat(board)
    board.program.rooms.seat(control_at(board.table).for_seat(seat))


def _order(board: "BoardScreen") -> None:
    from tabletop.tui.levers.order import OrderDialog

    board.app.push_screen(OrderDialog(control_at(board.table).for_seat(chosen_seat(board))))


def _seal(board: "BoardScreen") -> None:
    from tabletop.tui.levers.seal import SealDialog

    if seat := chosen_seat(board):
        ask(board, SealDialog(control_at(board.table).for_seat(seat).view_now()), board.give)


PEN: Final = (
    Action("colon", "order", "order line for the seat in hand", _order, enters=True),
    Action("e", "sheet", "enter a seat's sheet for it", _sheet, enters=True),
    Action("s", "seal", "seal the seat in hand", _seal, enters=True),
)
_table = partial(Action, words="", enters=True, first=True)
ON_A_ROW: Final = (
    _table("plus,equals_sign", "more", do=partial(_write, key="+"), when=_free),
    _table("minus", "less", do=partial(_write, key="-"), when=_free),
    _table("h", "propose", do=partial(_write, key="h"), when=_free_in_commands),
)
