"""Others at the same save: one that another process goes on with, notes left beside ours by another terminal."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tabletop.errors import TabletopError

if TYPE_CHECKING:
    from tabletop.table.exercise import Exercise
    from tabletop.tui.app import TabletopApp


class Following:
    """`follow` is called every second."""

    def __init__(self, app: "TabletopApp") -> None:
        self._app = app
        self._reading = False

    def follow(self) -> None:
        """Reads on when a save that is only looked at has changed on disk; takes over notes left beside ours."""
        exercise = self._app.exercises.in_hand
        if exercise is None:
            return
        if notes := exercise.alive():
            from tabletop.tui.kit.uppermost import refresh_table

            words = "A note" if notes == 1 else f"{notes} notes"
            self._app.notify(f"{words} came from another terminal, on record now.")
            refresh_table(self._app)
        if not self._reading and exercise.written_on():
            self._reading = True
            self._app.run_worker(partial(self._read_on, exercise), thread=True, group="follow")

    def _read_on(self, exercise: "Exercise") -> None:
        """In a thread; what was read is taken over in the loop."""
        try:
            self._app.call_from_thread(self._take_on, exercise, exercise.read_on())
        except TabletopError as wrong:
            self._app.call_from_thread(self._tell, exercise, wrong)
        finally:
            self._reading = False

    def _tell(self, exercise: "Exercise", wrong: TabletopError) -> None:
        if exercise is self._app.exercises.in_hand:
            self._app.notify(str(wrong), severity="warning", timeout=10)

    def _take_on(self, exercise: "Exercise", take: Callable[[], int]) -> None:
        from tabletop.tui.kit.uppermost import refresh_table
        from tabletop.tui.replay.replay import ReplayScreen

        app = self._app
        if exercise is not app.exercises.in_hand or not take():
            return
        for screen in app.screen_stack:
            if isinstance(screen, ReplayScreen):
                screen.grow()
        if not isinstance(app.screen, ReplayScreen):
            refresh_table(app)
