"""What goes on whatever screen is open: the clock, what the room is told, the notice of a pause."""

from typing import TYPE_CHECKING, Final

from tabletop.table.countdown import Countdown
from tabletop.tui.kit.clockface import clock_words
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.program import Time

if TYPE_CHECKING:
    from tabletop.model.moves import Move
    from tabletop.table.clock import Now
    from tabletop.table.exercise import Exercise
    from tabletop.tui.app import TabletopApp


_LONG: Final = 3 * 3600.0
"""Seconds away after which no clock can have run on in the room: no phase is so long."""


class PassingTime(Time):
    """`tick` is called twice a second. `now`: seconds that only go forward."""

    def __init__(self, app: "TabletopApp", now: "Now") -> None:
        self._app, self._now = app, now
        self._shown_clock = Countdown()
        self._room_trouble = ""
        self._stop_shown = False

    def begin(self, exercise: "Exercise") -> None:
        """The time of another exercise."""
        self._stop_shown = False
        exercise.begin_time(self._now)

    def clock(self) -> Countdown:
        exercise = self._app.exercises.in_hand
        return exercise.clock() if exercise is not None else Countdown()

    def runs_on(self, move: "Move") -> "Move | None":
        from tabletop.model.moves import Advance, Clock
        from tabletop.model.seats import CONTROL
        from tabletop.model.world import Phase

        exercise = self._app.exercises.in_hand
        if not isinstance(move, Advance) or exercise is None or not self.clock().running:
            return None
        last = exercise.world.phase is Phase.REVIEW and exercise.world.turn >= exercise.world.turns
        return None if last else Clock(seat=CONTROL, act="start")

    def tick(self) -> None:
        """Tells the room, shows or takes away the notice of a pause, draws the clock on the uppermost table screen."""
        exercise = self._app.exercises.in_hand
        if not self._app.screen_stack or exercise is None:  # on the way out, or nothing is played
            return
        from tabletop.tui.kit.headline import Headline
        from tabletop.tui.kit.uppermost import table_screen

        clock = self.clock()
        self._tell_room(exercise, clock)
        self.show_stop()
        screen = table_screen(self._app)
        if screen is None or not screen.is_mounted or clock_words(clock) == clock_words(self._shown_clock):
            return
        if screen.query(Headline):  # not while it is still being put together
            self._shown_clock = clock
            screen.headline()

    def _tell_room(self, exercise: "Exercise", clock: Countdown) -> None:
        trouble = exercise.tell_room(clock)
        if trouble and trouble != self._room_trouble:
            self._app.notify(trouble, severity="warning", timeout=10)
        self._room_trouble = trouble

    # ------------------------------------------------------------------ a pause

    def show_stop(self, *, again: bool = False) -> None:
        """Over whatever is open, here and wherever else the exercise is looked at; it goes when play goes on."""
        from tabletop.model.world import State
        from tabletop.tui.control.paused import PausedNotice

        app, exercise = self._app, self._app.exercises.in_hand
        if exercise is None:
            return
        live = not exercise.read_only or bool(exercise.holder)
        paused = exercise.world.state is State.PAUSED and live
        notice = next((screen for screen in app.screen_stack if isinstance(screen, PausedNotice)), None)
        if notice is not None and notice is app.screen and not paused:
            notice.dismiss(None)
        elif paused and notice is None and (again or not self._stop_shown):
            app.push_screen(PausedNotice(exercise.marking, ours=not exercise.read_only), self._go_on)
        self._stop_shown = paused

    def _go_on(self, again: bool | None) -> None:
        from tabletop.model.moves import Resume
        from tabletop.model.seats import CONTROL
        from tabletop.tui.kit.uppermost import refresh_table

        if again:
            self._enter(Resume(seat=CONTROL))
        refresh_table(self._app)

    # ------------------------------------------------------------------ while the program was away

    def ask(self) -> None:
        """Whether a clock that ran when the program was left has run on in the room; after a long while it has not."""
        from tabletop.model.moves import Clock
        from tabletop.model.seats import CONTROL
        from tabletop.tui.kit.confirm import Confirm

        exercise, clock = self._app.exercises.in_hand, self.clock()
        if exercise is None or exercise.read_only or not clock.running or clock.seconds is None:
            return
        away = exercise.away
        standing = clock.seconds + away
        now, then = (clock_words(Countdown(seconds, running=False))[0] for seconds in (clock.seconds, standing))
        words = f"The program was away for {span(away)}. Did the clock run on in the room? Else {shown('c')} starts it."

        def settle(ran: bool | None) -> None:
            if ran is False:
                exercise.stand_still()
                seconds = float(int(standing) or 1)  # 0 would say nothing of what was left
                self._enter(Clock(seat=CONTROL, act="stop", seconds=seconds))

        if away > _LONG:
            settle(False)
            self._app.notify(
                f"The clock stands at {then}: the program was away for {span(away)}. {shown('c')} starts it.",
                timeout=10,
            )
            return

        self._app.push_screen(
            Confirm("The clock was running", words, f"yes: {now} left", f"no: it stands at {then}"),
            settle,
        )

    def _enter(self, move: "Move") -> None:
        exercise = self._app.exercises.in_hand
        refusal = exercise.enter(move) if exercise is not None else None
        if refusal:
            self._app.notify(refusal.message, severity="warning")
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
