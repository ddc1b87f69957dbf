"""What control can do anywhere: stop the exercise, the room's screen, the clock, a note, a mark, a fact, take back. The
one place that declares these keys: screens of control have them in their table, and no other screen has."""

from functools import partial
from typing import Final

from tabletop.model.moves import Bookmark, Clock, Display, Fact, Pause, Redo, Resume, Reveal, Undo
from tabletop.model.seats import CONTROL
from tabletop.model.world import State
from tabletop.table.stage.scene import Scene
from tabletop.table.undoing import UndoPreview
from tabletop.tui.control.place import control_at, in_control
from tabletop.tui.kit.action import Action, Group
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.confirm import Confirm
from tabletop.tui.kit.form import asked_line
from tabletop.tui.kit.keys import said, shown
from tabletop.tui.kit.messages import TakenBack
from tabletop.tui.kit.screen import ALWAYS, TableScreen

_MORE: Final = Clock(seat=CONTROL, act="extend", seconds=60.0)


# ---------------------------------------------------------------------- notes, undo, redo


def _note(screen: TableScreen) -> None:
    from tabletop.tui.control.while_typing import note_now

    note_now(screen.app)


async def _bookmark(screen: TableScreen) -> None:
    if await screen.give(Bookmark(seat=CONTROL)) is None:
        screen.notify(f"Bookmark at move {screen.view.n}: {shown('g')} in the replay finds it.")


def _fact(screen: TableScreen) -> None:
    """A ruling that stands until overturned; seats may cite it as a reason."""
    if screen.view.world.state is State.ENDED:
        screen.notify("The exercise has ended: only notes are added.")
        return
    words = "A sentence that stands until it is overturned, and may be cited as a reason."
    question = asked_line("Establish a fact", words, "it stands")
    ask(screen, question, lambda text: screen.give(Fact(seat=CONTROL, text=text)) if text else None)


def undo(screen: TableScreen, to: int | None = None) -> None:
    """Takes back the last move, or all after entry `to`."""
    take_back(screen, control_at(screen.table).undo_preview(to), "Nothing to take back.")


def take_back(screen: TableScreen, preview: UndoPreview | None, nothing: str) -> None:
    """Asks first. `nothing`: what is said where nothing would go."""
    if preview is None:
        screen.notify(nothing)
        return
    move = Undo(seat=CONTROL, to=preview.to)
    ask(screen, Confirm("Take back?", said(preview.words), "take back"), lambda _: _taken_back(screen, move))


async def redo(screen: TableScreen) -> None:
    """Takes the undo back."""
    await _taken_back(screen, Redo(seat=CONTROL))


async def _taken_back(screen: TableScreen, move: Undo | Redo) -> None:
    if await screen.give(move) is None:
        screen.post_message(TakenBack())


# ---------------------------------------------------------------------- time


async def _pause(screen: TableScreen) -> None:
    """Stops the exercise, on every display, or goes on."""
    paused = screen.view.world.state is State.PAUSED
    await screen.give(Resume(seat=CONTROL) if paused else Pause(seat=CONTROL))
    screen.program.time.tick()
    if screen.view.world.state is State.PAUSED:
        screen.program.time.show_stop(again=True)


async def _clock(screen: TableScreen) -> None:
    clock = screen.program.time.clock()
    running = clock.running and clock.seconds is not None
    seconds = max(0.0, round(clock.seconds or 0.0))
    await screen.give(Clock(seat=CONTROL, act="stop" if running else "start", seconds=seconds))


# ---------------------------------------------------------------------- the room's screen


def _public(screen: TableScreen) -> None:
    from tabletop.tui.public.prepared import Prepared

    prepared = Prepared(control_at(screen.table), screen.program.time.clock, screen.on_stage())
    ask(screen, prepared, lambda push: _push(screen, push.scene))


def _has_ended(screen: TableScreen) -> bool:
    return in_control(screen) and screen.view.world.state is State.ENDED


def _poster(screen: TableScreen) -> None:
    from tabletop.tui.public.poster import PosterPage

    page = PosterPage(control_at(screen.table), screen.program.time.clock)
    ask(screen, page, lambda scene: _push(screen, scene))


async def _push(screen: TableScreen, scene: Scene | None) -> None:
    """Writes the public feed and puts the act on record, to which after the end only notes are added. A reveal is on
    record before the room reads it: from there on no survey slip is taken."""
    program = screen.program
    if scene and scene.kind == "reveal" and not screen.view.world.revealed and await screen.give(Reveal(seat=CONTROL)):
        return
    trouble = control_at(screen.table).push(scene, program.time.clock(), bands=program.public_bands)
    if trouble:
        screen.notify(trouble, severity="warning")
        return
    move = Display(seat=CONTROL, act="blank")
    if scene:
        move = Display(seat=CONTROL, act="push", scene=scene.kind, about=scene.about)
    over = screen.view.world.state is State.ENDED
    if over or await screen.give(move) is None:
        screen.notify("Pushed to the room's stage." if scene else "The room's stage is blank.")


# ---------------------------------------------------------------------- paper


def _slips(screen: TableScreen) -> None:
    from tabletop.tui.control.slips import type_in

    type_in(screen)


def _on_paper(screen: TableScreen) -> None:
    from tabletop.tui.control.on_paper import on_paper

    on_paper(screen)


_enters = partial(Action, enters=True, when=in_control, group=Group.ROOM)
_records = partial(_enters, group=Group.RECORD)
POSTER: Final = Action("z", "poster", "the end on a page, over the whole screen", _poster, when=_has_ended)
UNDO: Final = _records("u", "undo", "take back the last move", undo, spare=5)
OF_CONTROL: Final = (
    *ALWAYS,
    Action("n", "note", "take a note", _note, when=in_control, spare=1, group=Group.RECORD),
    _records("m", "bookmark", "mark this place in the record", _bookmark),
    _records("j", "fact", "establish a fact that stands", _fact),
    UNDO,
    _records("ctrl+r", "redo", "take the undo back", redo),
    _enters("c", "clock", "start or stop the clock", _clock, spare=4),
    _enters("C", "extend", "one minute more", lambda screen: screen.give(_MORE)),
    _enters("p", "public", "public screen: prepare, then push", _public, spare=3),
    _enters("B", "blank", "blank the public screen", partial(_push, scene=None)),
    _enters("H", "pause", "pause for the real world", _pause, spare=2),
    _records("N", "slips", "type in a survey slip for a seat", _slips),
    Action(
        "I",
        "paper",
        "on paper: packs, order sheets, slips, the quick look",
        _on_paper,
        when=in_control,
        group=Group.ROOM,
    ),
)
