"""The application opened on several saves side by side, and on nothing else."""

from collections.abc import Sequence
from pathlib import Path

from tabletop.errors import TabletopError
from tabletop.tui.app import TabletopApp


class CompareApp(TabletopApp):
    """`saves`: two or more. The first one gives the frame's words; none of them is written to."""

    def __init__(self, saves: Sequence[Path]) -> None:
        super().__init__()
        self._saves = list(saves)

    def _first_screen(self) -> None:
        from tabletop.journal.session import Session
        from tabletop.table.local import LocalTable
        from tabletop.tui.present.runs import run_of
        from tabletop.tui.screens.compare import CompareScreen

        try:
            runs = [run_of(save) for save in self._saves]
            session = Session.open(self._saves[0], read_only=True)
        except TabletopError as wrong:
            self.exit(return_code=1, message=str(wrong))
            return
        self.take_over(session)
        self.push_screen(CompareScreen(LocalTable(session), runs))
