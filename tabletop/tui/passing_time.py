"""What goes on whatever screen is open: the clock, what the room is told, the notice of a pause."""

from typing import TYPE_CHECKING, Final

from tabletop.model.moves import Clock as ClockMove
from tabletop.model.moves import Resume
from tabletop.model.seats import CONTROL
from tabletop.model.world import State
from tabletop.table.clock import Clock
from tabletop.tui.kit.clockface import clock_words
from tabletop.tui.reading import Reading

if TYPE_CHECKING:
    from tabletop.journal.session import Session
    from tabletop.table.clock import Now, PhaseClock
    from tabletop.table.publishing import RoomFeed


_LONG: Final = 3 * 3600.0
"""Seconds away after which no clock can have run on in the room: no phase is so long."""


class PassingTime(Reading):
    """`tick` is called twice a second. `now`: seconds that only go forward."""

    def __init__(self, now: "Now") -> None:
        super().__init__()
        self._now = now
        self.phase_clock: PhaseClock | None = None
        self.room_feed: RoomFeed | None = None
        self._shown_clock = Clock()
        self._room_trouble = ""
        self._stop_shown = False

    def begin_time(self, session: "Session") -> None:
        """The time of another session, from its record. Of one that nobody plays it stands still."""
        from tabletop.table.clock import PhaseClock

        self.room_feed, self._stop_shown = None, False
        self.phase_clock = PhaseClock(self._now, session.header.minutes)
        self.phase_clock.follow(session)
        if session.read_only and session.held_by is None:
            self.phase_clock.stand(session)

    def begin_room(self, session: "Session") -> None:
        """From now on the room's screen is told where a session stands."""
        from tabletop.table.publishing import RoomFeed

        if not session.read_only and (self.room_feed is None or self.room_feed.session is not session):
            self.room_feed = RoomFeed(session)

    def clock_now(self) -> Clock:
        """The countdown of the session in hand."""
        if self.session is None or self.phase_clock is None:
            return Clock()
        self.phase_clock.follow(self.session)
        return self.phase_clock.read()

    def tick(self) -> None:
        """Tells the room, shows or takes away the notice of a pause, draws the clock on the uppermost table screen."""
        from tabletop.tui.kit.headline import Headline
        from tabletop.tui.kit.screen import TableScreen

        if not self.screen_stack or self.session is None:  # on the way out, or nothing is played
            return
        clock = self.clock_now()
        self._tell_room(clock)
        self.show_stop()
        screen = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, TableScreen)), None)
        if screen is None or not screen.is_mounted or clock_words(clock) == clock_words(self._shown_clock):
            return
        if screen.query(Headline):  # not while it is still being put together
            self._shown_clock = clock
            screen.headline()

    def _tell_room(self, clock: Clock) -> None:
        if self.room_feed is None:
            return
        trouble = self.room_feed.follow(clock)
        if trouble and trouble != self._room_trouble:
            self.notify(trouble, severity="warning", timeout=10)
        self._room_trouble = trouble

    # ------------------------------------------------------------------ a pause

    def show_stop(self, *, again: bool = False) -> None:
        """The notice of a pause over whatever is open, here and wherever else the session is looked at; it goes when
        play goes on. `again`: also when somebody has put it away."""
        from tabletop.tui.control.paused import PausedNotice

        session = self.session
        if session is None:
            return
        played = not session.read_only or session.held_by is not None
        paused = session.world.state is State.PAUSED and played
        notice = next((screen for screen in self.screen_stack if isinstance(screen, PausedNotice)), None)
        if notice is not None and notice is self.screen and not paused:
            notice.dismiss(None)
        elif paused and notice is None and (again or not self._stop_shown):
            self.push_screen(PausedNotice(session.header.marking, ours=not session.read_only), self._go_on)
        self._stop_shown = paused

    def _go_on(self, again: bool | None) -> None:
        from tabletop.tui.kit.screen import TableScreen

        if again:
            self._enter(Resume(seat=CONTROL))
        if isinstance(self.screen, TableScreen):
            self.screen.refresh_view()

    # ------------------------------------------------------------------ while the program was away

    def ask_clock(self) -> None:
        """Whether a clock that ran when the program was left has run on in the room; after a long while it has not."""
        from tabletop.table.clock import away
        from tabletop.tui.kit.confirm import Confirm

        session, clock = self.session, self.clock_now()
        if session is None or session.read_only or not clock.running or clock.left is None:
            return
        gone = away(session)
        stood = clock.left + gone
        told, before = (clock_words(Clock(left, running=False))[0] for left in (clock.left, stood))
        words = f"The program was away for {span(gone)}. Did the clock run on in the room? Else c starts it."

        def answered(ran: bool | None) -> None:
            if ran is False and self.phase_clock is not None:
                self.phase_clock.stand(session)
                seconds = float(round(stood) or 1)  # 0 would say nothing of what was left
                self._enter(ClockMove(seat=CONTROL, act="stop", seconds=seconds))

        if gone > _LONG:
            answered(False)
            self.notify(
                f"The clock stands at {before}: the program was away for {span(gone)}. c starts it.", timeout=10
            )
            return

        self.push_screen(
            Confirm("The clock was running", words, f"yes: {told} left", f"no: it stands at {before}"),
            answered,
        )

    def stand_still(self) -> None:
        """Of a session that goes on from an old record: its clock waits to be started."""
        if self.session is not None and self.phase_clock is not None:
            self.phase_clock.stand(self.session)

    def _enter(self, move: ClockMove | Resume) -> None:
        from tabletop.table.local import LocalTable

        refusal = LocalTable(self.session).make_now(move) if self.session else None
        if refusal:
            self.notify(refusal.message, severity="warning")
        self.tick()


def span(seconds: float) -> str:
    """A length of time in words: "40 s", "3 min 5 s", "14 h 2 min", "3 days"."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    if hours >= 48:
        return f"{hours // 24} days"
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
