"""The note and the next step from inside a text field: the same deeds as on `n` and `Space`, on keys no field takes."""

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.command import CommandPalette

from tabletop.errors import TabletopError
from tabletop.journal.session import Session
from tabletop.model.moves import Note
from tabletop.model.seats import CONTROL
from tabletop.table.local import LocalTable
from tabletop.tui.control.note import NoteDialog
from tabletop.tui.levers.order import OrderDialog

if TYPE_CHECKING:
    from tabletop.tui.kit.screen import TableScreen


def note_now(app: App[Any]) -> None:
    """Opens the note over whatever is open, for control or a seat's sheet that control enters; else says who notes."""
    put_palette_away(app)
    screen = _table_screen(app)
    if screen is None or isinstance(app.screen, NoteDialog):
        return
    if not screen.takes_notes:
        app.notify("Notes are taken by control, in play.")
        return
    control = screen.table.at(CONTROL)
    session = control.session
    to = ("control's terminal" if session.held_by else "whoever opens it next") if session.read_only else ""
    dialog = NoteDialog(control.view_now(), to)

    async def keep(move: Note | None) -> None:
        if move is None:
            return
        wrong = left(session, move) if to else await made(control, move)
        if wrong:
            dialog.draft(app)
        app.notify(wrong or (f"It goes to {to}, and on record there." if to else "Noted."), timeout=4)
        screen.refresh_view()

    app.push_screen(dialog, keep)


async def made(control: LocalTable, note: Note) -> str:
    """Puts a note on record; why that did not work."""
    refusal = await control.make(note)
    return refusal.message if refusal else ""


def left(session: Session, note: Note) -> str:
    """Leaves a note beside a save that is only looked at; why that did not work."""
    try:
        session.leave_note(note)
    except TabletopError as wrong:
        return str(wrong)
    return ""


async def step_now(app: App[str]) -> None:
    """Does what stands leftmost in the footer. A note or an order line is put away first and keeps its words."""
    put_palette_away(app)
    while isinstance(app.screen, NoteDialog | OrderDialog):
        app.screen.action_back()
    screen = _table_screen(app)
    if screen is None:
        return
    if app.screen is not screen:
        app.notify("This first: finish it, or Esc puts it away.")
        return
    action = screen.step_action
    if action:
        await app.run_action(action, screen)


def put_palette_away(app: App[str]) -> None:
    """Nothing opens over the palette, which would not know any more that it is open."""
    if isinstance(app.screen, CommandPalette):
        app.screen.dismiss()


def _table_screen(app: App[str]) -> "TableScreen | None":
    """The uppermost screen at a table."""
    from tabletop.tui.kit.screen import TableScreen

    return next((screen for screen in reversed(app.screen_stack) if isinstance(screen, TableScreen)), None)
