"""What control can do anywhere: stop the exercise, the room's screen, the clock, a note, take back. The one place that
declares these keys; screens of control descend from it, and no other screen has them."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import ClassVar, Final

from textual.binding import BindingType

from tabletop.model.moves import Clock, Display, Move, Pause, Redo, Resume, Undo
from tabletop.model.seats import CONTROL
from tabletop.model.world import State
from tabletop.table.port import Control
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import deed
from tabletop.tui.kit.screen import TableScreen, enters

_MINUTE: Final = 60.0
_ACTS: Final = ("note", "undo", "redo", "clock", "extend", "public", "blank", "pause")


class InControl(TableScreen):
    """Bindings and deeds of whoever runs the exercise: on screens at control's own place, at the session in hand, while
    that is played here or by another process."""

    BINDINGS: ClassVar[list[BindingType]] = [
        deed("n", "note", "take a note"),
        deed("u", "undo", "take back the last move"),
        deed("ctrl+r", "redo", "take the undo back"),
        deed("c", "clock", "start or stop the clock"),
        deed("C", "extend", "one minute more"),
        deed("p", "public", "public screen: prepare, then push"),
        deed("B", "blank", "blank the public screen"),
        deed("P", "pause", "pause for the real world"),
    ]

    @property
    def in_control(self) -> bool:
        """Whether this is a screen of whoever runs the exercise."""
        return self.table.who == CONTROL and self.program.exercises.runs(self.table)

    @property
    def control(self) -> Control:
        """What only control can ask, at its own table."""
        control = self.table.control
        assert control is not None, f"asked at the place of {self.table.who}"
        return control

    @property
    def takes_notes(self) -> bool:
        return self.in_control

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in _ACTS and not self.in_control:
            return False
        return super().check_action(action, parameters)

    def more_keys(self) -> list[Key]:
        if not self.in_control:
            return []
        known = {key.key for key in self.keys()}
        keys = [Key("n", "note", "note"), Key("P", "pause", "pause"), Key("p", "public", "public")]
        keys += [Key("c", "clock", "clock"), Key("u", "undo", "undo")]
        return [key for key in keys if key.key not in known and self._bound(key)]

    def _bound(self, key: Key) -> bool:
        bound = self.active_bindings.get(key.key)
        return bound is not None and bound.binding.action == key.action

    # ------------------------------------------------------------------ notes, undo, redo

    def action_note(self) -> None:
        from tabletop.tui.control.while_typing import note_now

        note_now(self.app)

    def back_to(self) -> int | None:
        """The entry that an undo goes back to; None for the one before the last."""
        return None

    def taken_back(self) -> None:
        """After an undo or a redo: what this screen is about may be gone."""

    @enters
    def action_undo(self) -> None:
        preview = self.control.undo_preview(self.back_to())
        if preview is None:
            self.notify("Nothing to take back.")
            return
        from tabletop.tui.kit.confirm import Confirm

        question = Confirm("Take back?", preview.words, "take back")
        self.app.push_screen(question, self.if_sure(partial(self._take_back, preview.to)))

    @enters
    async def action_redo(self) -> None:
        if await self.give(Redo(seat=CONTROL)) is None:
            self.taken_back()

    async def _take_back(self, to: int) -> None:
        if await self.give(Undo(seat=CONTROL, to=to)) is None:
            self.taken_back()

    def if_sure(self, then: Callable[[], Awaitable[object]]) -> Callable[[bool | None], Awaitable[None]]:
        """For a question's answer: does it on a yes."""

        async def answered(sure: bool | None) -> None:
            if sure:
                await then()

        return answered

    # ------------------------------------------------------------------ time

    @enters
    async def action_pause(self) -> None:
        """Stops the exercise, on every display, or goes on."""
        paused = self.view.world.state is State.PAUSED
        await self.give(Resume(seat=CONTROL) if paused else Pause(seat=CONTROL))
        if self.view.world.state is State.PAUSED:
            self.program.time.show_stop(again=True)

    @enters
    async def action_clock(self) -> None:
        clock = self.clock()
        running = clock.running and clock.seconds is not None
        left = max(0.0, round(clock.seconds or 0.0))
        await self.give(Clock(seat=CONTROL, act="stop" if running else "start", seconds=left))

    @enters
    async def action_extend(self) -> None:
        await self.give(Clock(seat=CONTROL, act="extend", seconds=_MINUTE))

    # ------------------------------------------------------------------ the room's screen

    @enters
    def action_public(self) -> None:
        from tabletop.tui.public.public import Prepared

        self.app.push_screen(Prepared(self.control, self.clock), self._pushed)

    async def _pushed(self, act: str | None) -> None:
        if act:
            await self.push_public(act)

    @enters
    async def action_blank(self) -> None:
        await self.push_public("blank")

    async def push_public(self, act: str) -> None:
        """Writes the public feed and puts the act on record, to which after the end only notes are added."""
        trouble = self.control.push(act, self.clock(), bands=self.program.public_bands)
        if trouble:
            self.notify(trouble, severity="warning")
        elif self.view.world.state is State.ENDED or await self.give(Display(seat=CONTROL, act=act)) is None:
            self.notify("The public screen is blank." if act == "blank" else "Pushed to the public screen.")

    async def give_if(self, move: Move | None) -> None:
        """For a dialog that comes back with a move or with none."""
        if move is not None:
            await self.give(move)
