"""The seal of a seat at the board: its sheet is read back first."""

from textual.screen import ModalScreen

from tabletop.model.moves import Move
from tabletop.table.local import LocalTable


def seal_dialog(table: LocalTable) -> ModalScreen[Move | None]:
    """The dialog for the seat whose place `table` is."""
    from tabletop.tui.dialogs.seal import SealDialog

    return SealDialog(table.view_now().world, table.who)
