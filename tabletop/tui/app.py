"""The Textual application: which screen comes first, the exercise in hand, the clock, and the way out."""

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
from tabletop.tui.kit.ctrl_p import Deeds, Palette
from tabletop.tui.kit.drafts import Drafts
from tabletop.tui.look.theme import LOOK
from tabletop.tui.passing_time import PassingTime
from tabletop.tui.terminal.toasts import parts_of, room_for

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from tabletop.table.clock import Now
    from tabletop.table.exercise import Exercise
    from tabletop.table.feed_file import Feed
    from tabletop.table.port import Table

_LONG: Final = 1_000
"""Moves from which on a record is long."""


class TabletopApp(PassingTime):
    """Opens the board of `exercise`, or the demo, a replay, the public screen, else the start screen.

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
        exercise: "Exercise | None" = None,
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
        self.exercise = exercise
        self._drafted: Exercise | None = None
        self._start = start
        self._to, self._who = to, who
        self._demo, self._replay, self._public = demo, replay, public
        self._welcome = welcome
        self.in_control = False
        """Whether who sits here runs the exercise in hand, or looks on while another process does."""
        self._telling = 0

    def runs(self, table: "Table") -> bool:
        return self.in_control and self.exercise is not None and self.exercise.has(table)

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
        elif self.exercise is not None:
            self.open_exercise(self.exercise, resumed=True)
        else:
            from tabletop.tui.start.start import StartScreen

            self.push_screen(StartScreen(self._start))

    # ------------------------------------------------------------------ exercises

    def open_exercise(
        self, exercise: "Exercise", hand: str = "", *, model_red: bool = False, resumed: bool = False
    ) -> None:
        """The model goes on playing the adversary on a fork as well."""
        from tabletop.tui.board.board import BoardScreen

        if resumed and (seat := exercise.seat_alone):
            self.open_seat(exercise, seat)
            return

        model_red = model_red or exercise.model_plays_red
        known = self.exercise
        if exercise is known:
            boards = (screen for screen in self.screen_stack if isinstance(screen, BoardScreen))
            model_red = model_red or any(board.model_red for board in boards)
        self.take_over(exercise)
        self._go_home()
        self.in_control = True
        exercise.begin_room()
        self.push_screen(BoardScreen(exercise.table(), hand, model_red=model_red))
        if resumed:
            self.ask_clock()
        elif known is not exercise:
            exercise.stand_still()

    def open_save(self, path: Path, *, resumed: bool = False) -> None:
        from tabletop.table.exercise import Exercise

        try:
            exercise = Exercise.open(path)
        except TabletopError as wrong:
            self.notify(str(wrong), severity="error", timeout=10)
            return
        self.open_exercise(exercise, resumed=resumed)

    def play_on(self) -> None:
        if self.exercise is not None:
            self.open_exercise(self.exercise)

    def open_seat(self, exercise: "Exercise", seat: str) -> None:
        from tabletop.tui.board.solo import SoloScreen

        self.take_over(exercise)
        self._go_home()
        self.push_screen(SoloScreen(exercise.table(), seat))

    def action_command_palette(self) -> None:
        """As Textual's, with a palette that may be put away while it searches."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def _go_home(self) -> None:
        """Puts away every screen but Textual's own and the start screen: none of them is of the exercise in hand."""
        from tabletop.tui.start.start import StartScreen

        while len(self.screen_stack) > 1 and not isinstance(self.screen, StartScreen):
            self.pop_screen()

    def open_demo(self) -> None:
        from tabletop.table.watching import Watched
        from tabletop.tui.replay.demo import DemoScreen

        try:
            self.push_screen(DemoScreen(Watched()))
        except TabletopError as wrong:
            self.notify(str(wrong), severity="error", timeout=10)

    def open_replay(self, path: str | Path, to: int | None = None, who: str = "") -> None:
        from tabletop.model.seats import CONTROL
        from tabletop.table.exercise import Exercise

        try:
            exercise = Exercise.open(path, read_only=True)
        except TabletopError as wrong:
            self.notify(str(wrong), severity="error", timeout=10)
            return
        self.take_over(exercise)
        holder = exercise.holder
        self.in_control = bool(holder)
        table = exercise.table(who or CONTROL)
        record = table.record
        self.show_replay(table, None if to is None or record is None else record.line(to))
        if holder:
            self.notify(f"{holder} has it open: read-only here, its moves come as they are made", timeout=10)

    def take_over(self, exercise: "Exercise") -> None:
        """The exercise in hand from now on. A long record is taken out of the garbage collector's rounds, which would
        hold a step up by a tenth of a second and find nothing."""
        if self.exercise is not None and self.exercise is not exercise:
            self.close_exercise()
        if exercise.moves > _LONG:
            gc.freeze()
        if exercise is not self.exercise or not exercise.timed:
            self.begin_time(exercise)
        if exercise is not self._drafted:
            self._drafted = exercise
            self.drafts = Drafts(exercise.take_drafts())
        self.exercise = exercise
        self.in_control = False
        for notice in exercise.notices:
            self.notify(notice, timeout=10)

    def close_exercise(self) -> None:
        """Lets go of the exercise in hand; what was half typed goes beside it."""
        if self.exercise is not None:
            self._put_drafts(self.exercise)
            self.exercise.close()
            self.exercise = None
            gc.unfreeze()

    def _put_drafts(self, exercise: "Exercise") -> None:
        from tabletop.tui.kit.dialog import Dialog

        if exercise.read_only:
            return
        for screen in self.screen_stack:
            if isinstance(screen, Dialog):
                screen.keep_draft()
        exercise.put_drafts(self.drafts.all())

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
        from tabletop.tui.control.while_typing import note_now

        note_now(self)

    async def action_next_step(self) -> None:
        from tabletop.tui.control.while_typing import step_now

        await step_now(self)

    # ------------------------------------------------------------------ the way out

    def standing(self) -> str:
        return farewell(self.exercise) if self.exercise else ""

    def action_leave(self) -> None:
        self.leave()

    def leave(self) -> None:
        """Leaves without a question: everything is on disk."""
        said = self.standing()
        self.close_exercise()
        self.exit(said, message=said or None)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: the palette lists what the exercise can do."""
        yield SystemCommand("leave", "Leave the program; everything is on disk", self.leave)


def farewell(exercise: "Exercise") -> str:
    """The last line: how much is on record, and where."""
    path, here, n = exercise.path, Path.cwd(), exercise.moves
    place = path.relative_to(here) if path.is_relative_to(here) else path
    return exercise.trouble or f"{n} move{'' if n == 1 else 's'} on disk, {place}"
