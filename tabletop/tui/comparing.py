"""The application opened on several saves side by side, and on nothing else."""

from collections.abc import Sequence
from pathlib import Path

from tabletop.errors import TabletopError
from tabletop.tui.app import TabletopApp


class CompareApp(TabletopApp):
    """`saves`: two or more, or one of which the branches are laid side by side. None of them is written to."""

    def __init__(self, saves: Sequence[Path]) -> None:
        super().__init__()
        self._saves = list(saves)

    def _first_screen(self) -> None:
        from tabletop.table.exercise import Exercise
        from tabletop.table.runs_of import runs_of_saves

        try:
            exercise = Exercise.open(self._saves[0], read_only=True)
            runs = runs_of_saves(self._saves) if len(self._saves) > 1 else exercise.runs()
        except TabletopError as wrong:
            self.exit(return_code=1, message=str(wrong))
            return
        self.lay_out(exercise, runs)
