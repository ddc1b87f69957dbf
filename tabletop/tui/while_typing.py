"""The note and the next step from inside a text field: the same deeds as on `n` and `Space`, on keys no field takes."""

from typing import TYPE_CHECKING, Final

from textual.app import App
from textual.command import CommandPalette

from tabletop.model.moves import Move
from tabletop.rules.sight import CONTROL
from tabletop.tui.dialogs.note import NoteDialog
from tabletop.tui.dialogs.order import OrderDialog
from tabletop.tui.entered import ForSeat

if TYPE_CHECKING:
    from tabletop.tui.screens.base import TableScreen

_NOTE: Final = "^n", "take a note, also while typing"
_STEP: Final = "F8", "the next step, also while typing"


def words_for(screen: "TableScreen") -> list[tuple[str, str]]:
    """What `?` says of them."""
    told = [_NOTE] if _notes(screen) else []
    return [*told, _STEP] if _step_of(screen) else told


def note_now(app: App[str]) -> None:
    """Opens the note over whatever is open, for control or a seat's sheet that control enters; else says who notes."""
    put_palette_away(app)
    screen = _table_screen(app)
    if screen is None or isinstance(app.screen, NoteDialog):
        return
    if not _notes(screen):
        app.notify("Notes are taken by control, in play.")
        return

    async def keep(move: Move | None) -> None:
        if move is not None:
            refusal = await screen.table.at(CONTROL).make(move)
            app.notify(refusal.message if refusal else "Noted.", timeout=4)

    app.push_screen(NoteDialog(screen.table.at(CONTROL).view_now()), keep)


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
    action = _step_of(screen)
    if action:
        await app.run_action(action, screen)


def put_palette_away(app: App[str]) -> None:
    """Nothing opens over the palette, which would not know any more that it is open."""
    if isinstance(app.screen, CommandPalette):
        app.screen.dismiss()


def _notes(screen: "TableScreen") -> bool:
    control = screen.table.who == CONTROL or isinstance(screen.table, ForSeat)
    return control and not getattr(screen, "past", False)


def _step_of(screen: "TableScreen") -> str:
    """The action of the next step, "" where a screen has none."""
    key = next(iter(screen.keys()), None)
    return key.action.removeprefix("screen.") if key and key.key in ("Space", "s") else ""


def _table_screen(app: App[str]) -> "TableScreen | None":
    """The uppermost screen at a table."""
    from tabletop.tui.screens.base import TableScreen

    return next((screen for screen in reversed(app.screen_stack) if isinstance(screen, TableScreen)), None)
