"""What the application reads in the background: a save that another process goes on with, notes left beside ours by
another terminal, saves to be compared."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import work
from textual.screen import Screen

from tabletop.errors import TabletopError
from tabletop.tui.rooms import Rooms

if TYPE_CHECKING:
    from tabletop.table.exercise import Exercise
    from tabletop.table.runs import Run


class Reading(Rooms):
    """`exercise` is the one in hand."""

    exercise: "Exercise | None" = None
    _reading = False

    def take_over(self, exercise: "Exercise") -> None:
        """The exercise in hand from now on."""
        raise NotImplementedError

    # ------------------------------------------------------------------ a save that another process goes on with

    def follow(self) -> None:
        """Reads on when a save that is only looked at has changed on disk; takes over notes left beside ours."""
        exercise = self.exercise
        if exercise is None:
            return
        if taken := exercise.alive():
            self._noted(taken)
        if not self._reading and exercise.written_on():
            self._reading = True
            self._read_on(exercise)

    def _noted(self, taken: int) -> None:
        from tabletop.tui.kit.screen import TableScreen

        words = "A note" if taken == 1 else f"{taken} notes"
        self.notify(f"{words} came from another terminal, on record now.")
        if isinstance(self.screen, TableScreen):
            self.screen.refresh_view()

    @work(thread=True, group="follow")
    def _read_on(self, exercise: "Exercise") -> None:
        try:
            found: Callable[[], int] | TabletopError = exercise.read_on()
        except TabletopError as wrong:
            found = wrong
        self.call_from_thread(self._take_on, exercise, found)

    def _take_on(self, exercise: "Exercise", found: Callable[[], int] | TabletopError) -> None:
        from tabletop.tui.kit.screen import TableScreen
        from tabletop.tui.replay.replay import ReplayScreen

        self._reading = False
        if exercise is not self.exercise:
            return
        try:
            if isinstance(found, TabletopError):
                raise found
            fresh = found()
        except TabletopError as wrong:
            self.notify(str(wrong), severity="warning", timeout=10)
            return
        for screen in self.screen_stack if fresh else ():
            if isinstance(screen, ReplayScreen):
                screen.grown()
            elif screen is self.screen and isinstance(screen, TableScreen):
                screen.refresh_view()

    # ------------------------------------------------------------------ saves side by side

    def open_compare(self, paths: Sequence[str | Path]) -> None:
        """Reads saves in the background."""
        self.notify(f"Reading {len(paths)} saves ...", timeout=30)
        self._read_runs([Path(path) for path in paths], self.screen)

    @work(thread=True, exclusive=True, group="compare")
    def _read_runs(self, paths: Sequence[Path], asked: Screen[Any]) -> None:
        from tabletop.table.exercise import Exercise
        from tabletop.table.runs_of import runs_of_saves

        try:
            runs = runs_of_saves(paths)
            exercise = Exercise.open(paths[0], read_only=True)
        except TabletopError as wrong:
            self.call_from_thread(self.notify, str(wrong), severity="error", timeout=10)
            return
        self.call_from_thread(self._lay_out_on, asked, exercise, runs)

    def _lay_out_on(self, asked: Screen[Any], exercise: "Exercise", runs: "Sequence[Run]") -> None:
        """Unless something else has been opened since."""
        if self.screen is asked:
            self.lay_out(exercise, runs)
        else:
            exercise.close()

    def lay_out(self, exercise: "Exercise", runs: "Sequence[Run]") -> None:
        """Runs side by side; `exercise` gives the frame its words."""
        from tabletop.tui.review.compare import CompareScreen

        self.clear_notifications()
        self.take_over(exercise)
        self.push_screen(CompareScreen(exercise.table(), runs))
