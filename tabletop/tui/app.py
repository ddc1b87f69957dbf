"""The Textual application: which screen comes first, what is told, and the way out."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.screen import Screen
from textual.widgets._toast import ToastHolder

from tabletop.tui.exercises import OneInHand
from tabletop.tui.following import Following
from tabletop.tui.kit.keys import bound
from tabletop.tui.kit.preferences import USUAL, Preferences
from tabletop.tui.kit.program import Program
from tabletop.tui.passing_time import PassingTime
from tabletop.tui.rooms import AllRooms
from tabletop.tui.terminal.toasts import Toasts

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from tabletop.table.clock import Now
    from tabletop.table.exercise import Exercise
    from tabletop.table.feed_file import Feed


class TabletopApp(Program):
    """Opens the board of `exercise`, or the demo, a replay, the public screen, saves compared, else the start screen.

    `replay`: a save to step through, opened after move `to` (the last when None) as `who` ("control", "public" or a
    seat) saw it. `public`: a save whose public feed is shown, `welcome` until there is one. `compare`: saves laid side
    by side, or one with its branches. `now`: seconds that only go forward, for the clock. What `run` returns is the
    last line.
    """

    TITLE = "tabletop"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar = bound(
        ("ctrl+q", "leave", "leave"),
        ("ctrl+n", "note", "take a note, also while typing"),
        ("ctrl+space,ctrl+@,f8", "next_step", "the next step, also while typing"),
        ("ctrl+l", "pause", "pause for the real world, also while typing"),
        ("ctrl+p", "command_palette", "palette"),
        priority=True,
    )
    exercises: OneInHand
    time: PassingTime

    def __init__(
        self,
        *,
        exercise: "Exercise | None" = None,
        demo: bool = False,
        replay: str | Path | None = None,
        to: int | None = None,
        who: str = "",
        public: str | Path | None = None,
        welcome: "Feed | None" = None,
        compare: Sequence[Path] = (),
        now: "Now" = monotonic,
        likes: Preferences = USUAL,
    ) -> None:
        super().__init__(likes)
        self.rooms = AllRooms(self)
        self.exercises = OneInHand(self)
        self.time = PassingTime(self, now)
        self.following = Following(self)
        self.toasts = Toasts(self)
        self._exercise, self._demo = exercise, demo
        self._replay, self._to, self._who = replay, to, who
        self._public, self._welcome = public, welcome
        self._compare = compare

    def on_mount(self) -> None:
        self.set_interval(0.5, self.time.tick)
        self.set_interval(1.0, self.following.follow)
        self._first_screen()

    def _first_screen(self) -> None:
        if self._public is not None:
            from tabletop.tui.public.public import PublicScreen

            self.push_screen(PublicScreen(Path(self._public), self._welcome))
        elif self._replay is not None:
            self.exercises.open_replay(self._replay, self._to, self._who)
        elif self._demo:
            self.exercises.open_demo()
        elif self._compare:
            from tabletop.tui.comparing import compare_first

            compare_first(self, self._compare)
        elif self._exercise is not None:
            self.exercises.open(self._exercise, resumed=True)
        else:
            from tabletop.tui.start.start import StartScreen

            self.push_screen(StartScreen())

    def action_command_palette(self) -> None:
        """Ours in the place of Textual's."""
        from tabletop.tui.kit.ctrl_p import Palette, open_palette  # knows all that has a name, and so every rule

        if not isinstance(self.screen, Palette):
            open_palette(self)

    # ------------------------------------------------------------------ toasts, and keys while one types

    def notify(self, message: str, *, severity: "SeverityLevel" = "information", timeout: float | None = None,
               **more: Any) -> None:  # fmt: skip
        """One line in the row of the marking; what is longer is told in parts, one after the other. No markup."""
        self.toasts.tell(message.replace(f"{Path.cwd()}/", ""), severity, timeout or self.NOTIFICATION_TIMEOUT)

    def on_notify(self) -> None:
        """One toast at a time: the newest."""
        self._clear_toasts()

    def clear_notifications(self) -> None:
        self.toasts.stop()
        self._clear_toasts()

    def _clear_toasts(self) -> None:
        """With what holds them, which keeps its row; under a dialog too, where they would show through."""
        super().clear_notifications()
        for screen in self.screen_stack:
            screen.query(ToastHolder).remove()

    def action_note(self) -> None:
        from tabletop.tui.control.while_typing import note_now

        note_now(self)

    def action_pause(self) -> None:
        from tabletop.tui.control.while_typing import pause_now

        pause_now(self)

    async def action_next_step(self) -> None:
        from tabletop.tui.control.while_typing import step_now

        await step_now(self)

    # ------------------------------------------------------------------ the way out

    def standing(self) -> str:
        """As the last line says it too."""
        exercise, here = self.exercises.in_hand, Path.cwd()
        if exercise is None:
            return ""
        place = exercise.path.relative_to(here) if exercise.path.is_relative_to(here) else exercise.path
        return exercise.trouble or f"{exercise.moves} move{'' if exercise.moves == 1 else 's'} on disk, {place}"

    def action_leave(self) -> None:
        self.leave()

    def leave(self) -> None:
        """Leaves without a question: everything is on disk."""
        last_line = self.standing()
        self.exercises.let_go()
        self.exit(last_line, message=last_line or None)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: the palette lists what the exercise can do."""
        yield SystemCommand("leave", "Leave the program; everything is on disk", self.leave)
