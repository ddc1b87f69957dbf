"""Control's own moves from the board: Red, notes, injects, adjustments, undo, time, the public screen."""

from collections.abc import Awaitable, Callable
from typing import Final

from tabletop.model.moves import Bookmark, Clock, Display, End, Move, Pause, Redo, Resume, Undo
from tabletop.model.world import State
from tabletop.tui.panels.injects import Injects, ordered
from tabletop.tui.panels.journal import Journal
from tabletop.tui.panels.scores import FigureRows
from tabletop.tui.screens.base import TableScreen
from tabletop.tui.undoing import what_undo_takes

_MINUTE: Final = 60.0


class ControlActs(TableScreen):
    """Mixed into the board, which has the panels and `advance`."""

    async def _give(self, move: Move | None) -> None:
        if move is not None:
            await self.give(move)

    def open_red(self) -> None:
        from tabletop.tui.dialogs.red import RedDialog

        self.app.push_screen(RedDialog(self.view), self._red)

    async def _red(self, move: Move | None) -> None:
        if move is not None and await self.give(move) is None:
            await self.advance()

    async def advance(self) -> None:
        raise NotImplementedError

    def action_note(self) -> None:
        from tabletop.tui.dialogs.note import NoteDialog

        self.app.push_screen(NoteDialog(self.view), self._give)

    def action_inject(self) -> None:
        injects = self.query_one(Injects)
        names = ordered(self.view.world)
        self.open_inject(injects.row if injects.has_focus and injects.row else names[0] if names else "")

    def open_inject(self, inject: str) -> None:
        from tabletop.tui.dialogs.inject import InjectDialog

        self.app.push_screen(InjectDialog(self.table, inject), lambda _: self.refresh_view())

    def action_adjust(self) -> None:
        from tabletop.tui.dialogs.adjust import AdjustDialog

        row = self.focused.row if isinstance(self.focused, FigureRows) else ""
        self.app.push_screen(AdjustDialog(self.view, row), self._give)

    def action_undo(self) -> None:
        back_to = self.focused.entry if isinstance(self.focused, Journal) else None
        taken = what_undo_takes(self.table.session, back_to)
        if taken is None:
            self.notify("Nothing to take back.")
            return
        to, words = taken
        from tabletop.tui.dialogs.confirm import Confirm

        self.app.push_screen(Confirm("Take back?", words, "take back"), self._if_sure(Undo(seat="control", to=to)))

    async def action_bookmark(self) -> None:
        if await self.give(Bookmark(seat="control")) is None:
            self.notify(f"Bookmark at move {self.view.n}: g in the replay finds it.")

    async def action_redo(self) -> None:
        await self.give(Redo(seat="control"))

    def action_end(self) -> None:
        from tabletop.tui.dialogs.confirm import Confirm

        if self.view.world.state is State.ENDED:
            self.notify("The exercise has ended already.")
            return
        world = self.view.world
        words = (
            f"ENDEX in turn {world.turn} of {world.turns}: objectives are scored on what is. Only notes follow; "
            "u takes it back."
        )
        self.app.push_screen(Confirm("End the exercise?", words, "end"), self._if_sure(End(seat="control")))

    def _if_sure(self, move: Move) -> Callable[[bool | None], Awaitable[None]]:
        async def then(sure: bool | None) -> None:
            if sure:
                await self.give(move)

        return then

    # ------------------------------------------------------------------ time

    async def action_pause(self) -> None:
        paused = self.view.world.state is State.PAUSED
        await self.give(Resume(seat="control") if paused else Pause(seat="control"))
        if self.view.world.state is State.PAUSED:
            self.open_pause()

    def open_pause(self) -> None:
        from tabletop.tui.dialogs.paused import PausedNotice

        if not isinstance(self.app.screen, PausedNotice):
            self.app.push_screen(PausedNotice(self.view.marking), self._resumed)

    async def _resumed(self, again: bool | None) -> None:
        if again:
            await self.give(Resume(seat="control"))

    async def action_clock(self) -> None:
        running = self.clock().running and self.clock().left is not None
        left = self.clock().left or 0.0
        await self.give(Clock(seat="control", act="stop" if running else "start", seconds=max(0.0, round(left))))

    async def action_extend(self) -> None:
        await self.give(Clock(seat="control", act="extend", seconds=_MINUTE))

    # ------------------------------------------------------------------ the public screen

    def action_public(self) -> None:
        from tabletop.tui.screens.public import Prepared

        self.app.push_screen(Prepared(self.table, self.clock()), self._pushed)

    async def _pushed(self, act: str | None) -> None:
        if act:
            await self.push_public(act)

    async def action_blank(self) -> None:
        await self.push_public("blank")

    async def push_public(self, act: str) -> None:
        """Writes the public feed and puts the act on record, to which after the end only notes are added."""
        from tabletop.tui.publishing import publish

        bands = bool(getattr(self.app, "public_bands", True))
        trouble = publish(self.table, act, self.clock(), bands=bands)
        if trouble:
            self.notify(trouble, severity="warning")
        elif self.view.world.state is State.ENDED or await self.give(Display(seat="control", act=act)) is None:
            self.notify("The public screen is blank." if act == "blank" else "Pushed to the public screen.")

    def action_leave(self) -> None:
        """Leaves the program without a question."""
        leave = getattr(self.app, "leave", self.app.exit)
        leave()
