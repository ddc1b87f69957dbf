"""The Textual application: which screen comes first, the session in hand, the clock, and the way out."""

import gc
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.notifications import Notification, Notify
from textual.screen import Screen
from textual.widgets._toast import ToastHolder

from tabletop.errors import TabletopError
from tabletop.tui.control.while_typing import note_now, step_now
from tabletop.tui.kit.drafts import Drafts
from tabletop.tui.look.theme import LOOK
from tabletop.tui.passing_time import PassingTime
from tabletop.tui.terminal.ctrl_p import Deeds, Palette
from tabletop.tui.terminal.toasts import parts_of, room_for

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from tabletop.journal.session import Session
    from tabletop.table.clock import Now
    from tabletop.table.feed import Feed

_LONG: Final = 1_000
"""Moves from which on a record is long."""


class TabletopApp(PassingTime):
    """Opens the board of `session`, or the demo, a replay, the public screen, else the start screen.

    `replay`: a save to step through, opened after move `to` (the last when None) as `who` ("control", "public" or a
    seat) saw it. `public`: a save whose public feed is shown, `welcome` until there is one. `start`: which row of the
    start screen is under the cursor. `now`: seconds that only go forward, for the clock. What `run` returns is the
    last line.
    """

    TITLE = "tabletop"
    CSS_PATH = "styles/tabletop.tcss"
    COMMANDS: ClassVar = {Deeds}
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "leave", show=False, priority=True),
        Binding("ctrl+n", "note", "take a note, also while typing", show=False, priority=True),
        Binding("f8,ctrl+@,ctrl+space", "next_step", "the next step, also while typing", show=False, priority=True),
    ]

    def __init__(
        self,
        start: str = "",
        session: "Session | None" = None,
        *,
        demo: bool = False,
        replay: str | Path | None = None,
        to: int | None = None,
        who: str = "",
        public: str | Path | None = None,
        welcome: "Feed | None" = None,
        now: "Now" = time.monotonic,
    ) -> None:
        super().__init__(now)
        self.register_theme(LOOK)
        self.theme = LOOK.name
        self.session = session
        self.drafts = Drafts()
        self._drafted: Session | None = None
        self.public_bands = True
        self.seat_panes: dict[tuple[str, str], str] = {}
        """What was last looked at on a seat's screen, by save and seat."""
        self._start = start
        self._to, self._who = to, who
        self._demo, self._replay, self._public = demo, replay, public
        self._welcome = welcome
        self.in_control = False
        """Whether who sits here runs the session in hand, or looks on while another process does."""
        self._telling = 0

    def on_mount(self) -> None:
        self.set_interval(0.5, self.tick)
        self.set_interval(1.0, self.follow)
        self._first_screen()

    def _first_screen(self) -> None:
        if self._public is not None:
            from tabletop.tui.public.public import PublicScreen

            self.push_screen(PublicScreen(Path(self._public), self._welcome))
        elif self._replay is not None:
            self.open_replay(self._replay, self._to, self._who)
        elif self._demo:
            self.open_demo()
        elif self.session is not None:
            self.open_session(self.session, resumed=True)
        else:
            from tabletop.tui.start.start import StartScreen

            self.push_screen(StartScreen(self._start))

    # ------------------------------------------------------------------ sessions

    def open_session(
        self, session: "Session", hand: str = "", *, model_red: bool = False, resumed: bool = False
    ) -> None:
        """Opens the board of a session in the place of what was open. `model_red`: the model plays the adversary, on
        a fork as well. `resumed`: it is gone on with, so that its clock may have run in the meantime."""
        from tabletop.table.begin import model_plays_red, seat_alone
        from tabletop.table.local import LocalTable
        from tabletop.tui.board.board import BoardScreen

        if resumed and (seat := seat_alone(session)):
            self.open_seat(session, seat)
            return

        model_red = model_red or model_plays_red(session)
        known = self.session
        if session is known:
            model_red = model_red or any(getattr(screen, "model_red", False) for screen in self.screen_stack)
        self.take_over(session)
        self._go_home()
        self.in_control = True
        self.begin_room(session)
        self.push_screen(BoardScreen(LocalTable(session), hand, model_red=model_red))
        if resumed:
            self.ask_clock()
        elif known is not session:
            self.stand_still()

    def open_seat(self, session: "Session", seat: str) -> None:
        """Opens the board of a session of which one seat is played here and the rest by bots."""
        from tabletop.table.local import LocalTable
        from tabletop.tui.board.solo import SoloScreen

        self.take_over(session)
        self._go_home()
        self.push_screen(SoloScreen(LocalTable(session), seat))

    def action_command_palette(self) -> None:
        """As Textual's, with a palette that may be put away while it searches."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def _go_home(self) -> None:
        """Puts away every screen but Textual's own and the start screen: none of them is of the session in hand."""
        from tabletop.tui.start.start import StartScreen

        while len(self.screen_stack) > 1 and not isinstance(self.screen, StartScreen):
            self.pop_screen()

    def open_demo(self) -> None:
        """Bots play; anybody may take over."""
        from tabletop.tui.replay.demo import DemoScreen, demo_session

        try:
            self.push_screen(DemoScreen(demo_session()))
        except TabletopError as wrong:
            self.notify(str(wrong), severity="error", timeout=10)

    def open_replay(self, path: str | Path, to: int | None = None, who: str = "") -> None:
        """Steps through a save, from after move `to` and as `who` saw it; from the end and as control without them."""
        from tabletop.journal.session import Session
        from tabletop.model.seats import CONTROL
        from tabletop.table.local import LocalTable

        try:
            session = Session.open(path, read_only=True)
        except TabletopError as wrong:
            self.notify(str(wrong), severity="error", timeout=10)
            return
        from tabletop.tui.replay.replay import ReplayScreen

        self.take_over(session)
        self.in_control = session.held_by is not None
        table = LocalTable(session, who or CONTROL)
        self.push_screen(ReplayScreen(table, at=None if to is None else table.line(to)))
        if holder := session.held_by:
            self.notify(f"{holder} has it open: read-only here, its moves come as they are made", timeout=10)

    def take_over(self, session: "Session") -> None:
        """The session in hand from now on. A long record is taken out of the garbage collector's rounds, which would
        hold a step up by a tenth of a second and find nothing."""
        if self.session is not None and self.session is not session:
            self.close_session()
        if len(session.entries) > _LONG:
            gc.freeze()
        if session is not self.session or self.phase_clock is None:
            self.begin_time(session)
        if session is not self._drafted:
            from tabletop.journal.store.drafts import take_drafts

            self._drafted = session
            self.drafts = Drafts({} if session.read_only else take_drafts(session.path))
        self.session = session
        self.in_control = False
        for notice in session.notices:
            self.notify(notice, timeout=10)

    def close_session(self) -> None:
        """Lets go of the session in hand; what was half typed goes beside it."""
        if self.session is not None:
            if not self.session.read_only:
                self._put_drafts(self.session)
            self.session.close()
            self.session = None
            gc.unfreeze()

    def _put_drafts(self, session: "Session") -> None:
        from tabletop.journal.store.drafts import put_drafts
        from tabletop.tui.kit.dialog import Dialog

        for screen in self.screen_stack:
            if isinstance(screen, Dialog):
                screen.keep_draft()
        put_drafts(session.path, self.drafts.all())

    # ------------------------------------------------------------------ toasts, and keys while one types

    def notify(self, message: str, *, severity: "SeverityLevel" = "information", timeout: float | None = None,
               **more: Any) -> None:  # fmt: skip
        """One line in the row of the marking; what is longer is told in parts, one after the other. No markup."""
        room = room_for(self.size.width, self.screen if self.screen_stack else None)
        parts = parts_of(message.replace(f"{Path.cwd()}/", ""), room, timeout or self.NOTIFICATION_TIMEOUT)
        self._telling += 1
        self._tell(parts, severity, self._telling)

    def _tell(self, parts: list[tuple[str, float]], severity: "SeverityLevel", telling: int) -> None:
        """Shows the first part, and later the others, unless something else has been told since."""
        if not parts or telling != self._telling:
            return
        words, seconds = parts[0]
        self.post_message(Notify(Notification(words, severity=severity, timeout=seconds)))
        if parts[1:]:
            self.set_timer(seconds, lambda: self._tell(parts[1:], severity, telling))

    def on_notify(self) -> None:
        """One toast at a time: the newest."""
        self._clear_toasts()

    def clear_notifications(self) -> None:
        self._telling += 1
        self._clear_toasts()

    def _clear_toasts(self) -> None:
        """With what holds them, which keeps its row; under a dialog too, where they would show through."""
        super().clear_notifications()
        for screen in self.screen_stack:
            screen.query(ToastHolder).remove()

    def action_note(self) -> None:
        note_now(self)

    async def action_next_step(self) -> None:
        await step_now(self)

    # ------------------------------------------------------------------ the way out

    def standing(self) -> str:
        return farewell(self.session) if self.session else ""

    def action_leave(self) -> None:
        self.leave()

    def leave(self) -> None:
        """Leaves without a question: everything is on disk."""
        said = farewell(self.session) if self.session else ""
        self.close_session()
        self.exit(said, message=said or None)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: the palette lists what the exercise can do."""
        yield SystemCommand("leave", "Leave the program; everything is on disk", self.leave)


def farewell(session: "Session") -> str:
    """The last line: how much is on record, and where."""
    path = session.path
    here = Path.cwd()
    place = path.relative_to(here) if path.is_relative_to(here) else path
    n = len(session.entries)
    if session.trouble:
        return session.trouble
    return f"{n} move{'' if n == 1 else 's'} on disk, {place}"
