"""Forking from a replay: a branch of the same save where it may be written, else a new file; play goes on there."""

from tabletop.tui.control.actions import control_at
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.form import asked_line
from tabletop.tui.kit.screen import TableScreen


class Forking(TableScreen):
    """What `b` does. `moment` is the entry after which the fork begins."""

    @property
    def moment(self) -> int:
        raise NotImplementedError

    def action_fork(self) -> None:
        """Asks for the name of a new file; left empty, the fork is a branch of this save."""
        if self.table.control is None:
            self.notify("Only control forks a session.", severity="warning")
            return
        if self.view.read_only:
            words = f"This save is read-only here, so the fork at move {self.moment} becomes a new file."
            free = control_at(self.table).free_name()
            ask(self, asked_line("Fork here", words, "fork and play on", free), self._to_file)
            return
        words = (
            f"Play goes on from move {self.moment}; the moves after it stay on record as another branch. "
            "Type a name to fork into a new file instead."
        )
        ask(self, asked_line("Fork here", words, "fork and play on"), self._forked)

    def _forked(self, name: str) -> None:
        if name:
            self._to_file(name)
            return
        control_at(self.table).fork_here(self.moment)
        self.notify(f"Forked at move {self.moment}: the next move follows it.")
        self.program.exercises.play_on()

    def _to_file(self, name: str) -> None:
        if not name:
            return
        if path := self.program.attempt(lambda: control_at(self.table).fork_into(name, self.moment)):
            self.notify(f"Forked at move {self.moment} into {path.name}.")
            self.program.exercises.open_save(path)
