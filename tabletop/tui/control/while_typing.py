"""The note and the next step from inside a text field: the same as on `n` and `Space`, on keys no field takes."""

from typing import Any

from textual.app import App

from tabletop.model.moves import Note, Pause
from tabletop.model.refusal import Refusal
from tabletop.model.seats import CONTROL
from tabletop.model.world import State
from tabletop.tui.control.note import NoteDialog
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.ctrl_p import Palette
from tabletop.tui.kit.help import next_key, takes_notes
from tabletop.tui.kit.program import program_of
from tabletop.tui.kit.uppermost import table_screen
from tabletop.tui.levers.order import OrderDialog


def note_now(app: App[Any]) -> None:
    """Opens the note over whatever is open, for control or a seat's sheet that control enters; else says who notes."""
    put_palette_away(app)
    screen = table_screen(app)
    if screen is None or isinstance(app.screen, NoteDialog):
        return
    if not takes_notes(screen):
        app.notify("Notes are taken by control, in play.")
        return
    table = screen.table.at(CONTROL)
    view, control = table.view_now(), table.control
    to = ("control's terminal" if view.holder else "whoever opens it next") if view.read_only else ""
    dialog = NoteDialog(view, to)

    async def keep(move: Note) -> None:
        wrong = control.leave_note(move) if to and control else _words(await table.make(move))
        if wrong:
            dialog.draft(app)
        app.notify(wrong or (f"It goes to {to}, and on record there." if to else "Noted."), timeout=4)
        screen.refresh_view()

    ask(screen, dialog, keep)


def pause_now(app: App[Any]) -> None:
    """Stops the exercise for the real world whatever is open, a dialog or a text field too; what is typed stays."""
    program, screen = program_of(app), table_screen(app)
    exercise = program.exercises.in_hand
    if exercise is None or screen is None or not program.exercises.runs(screen.table.at(CONTROL)):
        return
    put_palette_away(app)
    if exercise.world.state is State.RUNNING:
        refusal = exercise.enter(Pause(seat=CONTROL))
        if refusal:
            app.notify(refusal.message, severity="warning")
    program.time.tick()
    program.time.show_stop(again=True)


def _words(refusal: Refusal | None) -> str:
    return refusal.message if refusal else ""


async def step_now(app: App[str]) -> None:
    """Does what stands leftmost in the footer. A note or an order line is put away first and keeps its words."""
    put_palette_away(app)
    while isinstance(app.screen, NoteDialog | OrderDialog):
        app.screen.action_leave()
    screen = table_screen(app)
    if screen is None:
        return
    if app.screen is not screen:
        app.notify("This first: finish it, or Esc puts it away.")
        return
    step = next_key(screen)
    if step:
        await app.run_action(step.action, screen)


def put_palette_away(app: App[str]) -> None:
    """Nothing opens over the palette, which would not know any more that it is open."""
    if isinstance(app.screen, Palette):
        app.screen.dismiss()
