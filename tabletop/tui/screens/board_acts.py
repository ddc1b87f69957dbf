"""What control does from the board, each on its key: dialogs are opened here, moves are given by the screen."""

from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module
from typing import ClassVar, Final

from textual.binding import BindingType

from tabletop.model.moves import Clock, Display, End, Move, Pause, Redo, Resume, Undo
from tabletop.model.world import State
from tabletop.tui.entered import ForSeat
from tabletop.tui.keys import deed
from tabletop.tui.panels.injects import Injects, ordered
from tabletop.tui.panels.scores import FigureRows, Scores
from tabletop.tui.panels.seats import Seats
from tabletop.tui.screens.base import TableScreen
from tabletop.tui.undoing import what_undo_takes
from tabletop.tui.widgets.keyline import Key

_MINUTE: Final = 60.0


class BoardActs(TableScreen):
    """Mixed into the board, which has `hand`, `advance` and the panels."""

    hand: str
    lent: bool
    CHIEF: ClassVar[Sequence[Key]] = (
        Key(":", "order", "order"),
        Key("i", "inject", "inject"),
        Key("n", "note", "note"),
        Key("w", "why", "why"),
        Key("u", "undo", "undo"),
        Key("p", "public", "public"),
        Key("c", "clock", "clock"),
    )
    DEEDS: ClassVar[list[BindingType]] = [
        deed("n", "note", "take a note"),
        deed("colon", "order", "order line for the seat in hand"),
        deed("e", "sheet", "enter a seat's sheet for it"),
        deed("s", "seal", "seal the seat in hand"),
        deed("k", "pass", "pass the keyboard to a seat"),
        deed("i", "inject", "injects: fire, hold, release, cancel, write"),
        deed("w", "why", "why a score moved"),
        deed("l", "ahead", "look ahead"),
        deed("a", "adjust", "adjust a figure, with a reason"),
        deed("u", "undo", "take back the last move"),
        deed("ctrl+r", "redo", "take the undo back"),
        deed("c", "clock", "start or stop the clock"),
        deed("C", "extend", "one minute more"),
        deed("p", "public", "public screen: prepare, then push"),
        deed("B", "blank", "blank the public screen"),
        deed("R", "replay", "replay the record"),
        deed("r", "review", "review of the last turn"),
        deed("t", "player", "who plays the seat under the cursor"),
        deed("P", "pause", "pause for the real world"),
        deed("x", "end", "end the exercise"),
        deed("q", "leave", "leave; everything is on disk"),
    ]

    def seat_name(self, seat: str) -> str:
        """A seat as this session calls it, in as few words as the scenario has."""
        world = self.view.world
        spec = world.scenario.seats.get(seat)
        name = world.seats[seat].name if seat in world.seats else seat
        return spec.short if spec and spec.short and name == spec.name else name

    # ------------------------------------------------------------------ screens of others

    async def show_screen(self, module: str, name: str, *arguments: object) -> bool:
        """Opens a screen at this table; False when there is none of that name."""
        try:
            kind = getattr(import_module(f"tabletop.tui.screens.{module}"), name)
        except (ImportError, AttributeError):
            self.notify(f"There is no {module} screen yet.", severity="warning")
            return False
        self.app.push_screen(kind(self.table, *arguments))
        return True

    def open_why(self, score: str) -> None:
        self.run_worker(self.show_screen("why", "WhyScreen", score))

    def action_why(self) -> None:
        focused = self.focused if isinstance(self.focused, FigureRows) else self.query_one(Scores)
        self.open_why(focused.row)

    async def action_ahead(self) -> None:
        await self.show_screen("ahead", "AheadScreen")

    async def action_replay(self) -> None:
        await self.show_screen("replay", "ReplayScreen")

    async def action_review(self) -> None:
        await self.show_screen("review", "ReviewScreen")

    async def open_adjudicate(self) -> None:
        """The results, what needs a person first."""
        if not await self.show_screen("adjudicate", "AdjudicateScreen"):
            from tabletop.model.moves import Advance

            await self.give(Advance(seat="control"))

    # ------------------------------------------------------------------ seats

    def take_in_hand(self, seat: str) -> None:
        """+ and -, the order line and the seal are this seat's from now on; again lays it down."""
        self.hand = "" if seat == self.hand and not self.lent else seat
        self.lent = False
        self.refresh_view()
        if self.hand:
            self.notify(f"{self.seat_name(seat)} in hand: 2 to 5 order for it, : is its order line, e its sheet.")

    def chosen_seat(self) -> str:
        """The seat in hand, else the one under the cursor."""
        teams = [seat for seat, state in self.view.world.seats.items() if state.player == "team"]
        return self.hand or (teams[0] if len(teams) == 1 else self.query_one(Seats).row)

    async def action_sheet(self) -> None:
        seats = self.query_one(Seats)
        seat = seats.row if seats.has_focus else self.chosen_seat()
        try:
            from tabletop.tui.screens.seat import SeatScreen
        except ImportError:
            self.notify("There is no seat screen yet.", severity="warning")
            return
        self.app.push_screen(SeatScreen(ForSeat(self.table.session, seat)))

    async def action_pass(self) -> None:
        await self.show_screen("pass_keyboard", "PassScreen")

    def action_order(self) -> None:
        from tabletop.tui.dialogs.order import OrderDialog

        seat = self.chosen_seat()
        self.app.push_screen(OrderDialog(ForSeat(self.table.session, seat)), lambda _: self.refresh_view())

    def action_seal(self) -> None:
        seat = self.chosen_seat()
        if not seat:
            return
        from tabletop.tui.dialogs.sealing import seal_dialog

        self.app.push_screen(seal_dialog(ForSeat(self.table.session, seat)), self._sealed)

    async def _sealed(self, move: Move | None) -> None:
        if move is not None:
            await self.give(move, "control")

    def action_player(self) -> None:
        from tabletop.tui.dialogs.player import PlayerDialog

        seat = self.query_one(Seats).row
        self.app.push_screen(PlayerDialog(self.view, seat), self._give)

    # ------------------------------------------------------------------ control's moves

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
        taken = what_undo_takes(self.table.session)
        if taken is None:
            self.notify("Nothing to take back.")
            return
        to, words = taken
        from tabletop.tui.dialogs.confirm import Confirm

        self.app.push_screen(Confirm("Take back?", words, "take back"), self._if_sure(Undo(seat="control", to=to)))

    async def action_redo(self) -> None:
        await self.give(Redo(seat="control"))

    def action_end(self) -> None:
        from tabletop.tui.dialogs.confirm import Confirm

        if self.view.world.state is State.ENDED:
            self.notify("The exercise has ended already.")
            return
        world = self.view.world
        words = (
            f"ENDEX in turn {world.turn} of {world.turns}: objectives are scored on what is. Only notes follow; u takes "
            "it back."
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
        """Writes the public feed and puts the act on record."""
        from tabletop.tui.publishing import publish

        bands = bool(getattr(self.app, "public_bands", True))
        trouble = publish(self.table, act, self.clock(), bands=bands)
        if trouble:
            self.notify(trouble, severity="warning")
        elif await self.give(Display(seat="control", act=act)) is None:
            self.notify("The public screen is blank." if act == "blank" else "Pushed to the public screen.")

    def action_leave(self) -> None:
        """Leaves the program without a question."""
        leave = getattr(self.app, "leave", self.app.exit)
        leave()


