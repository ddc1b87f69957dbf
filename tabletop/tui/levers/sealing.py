"""The seal of a seat at the board: its sheet is read back first."""

from textual.screen import ModalScreen

from tabletop.model.moves import Move, Seal
from tabletop.table.port import Table, View


def seal_dialog(table: Table) -> ModalScreen[Move | None]:
    """The dialog for the seat whose place `table` is."""
    from tabletop.tui.levers.seal import SealDialog

    view = table.view_now()
    return SealDialog(view.world, table.who, last=last_seal(view))


def last_seal(view: View) -> Seal | None:
    """The seal of this turn that a seat has opened again: what it gave then it need not type once more."""
    now = [line.move for line in view.lines if line.live and line.turn == view.world.turn]
    return next((move for move in reversed(now) if isinstance(move, Seal) and move.seat == view.who), None)
