"""Forking from a replay: a branch of the same save where it may be written, else a new file; play goes on there."""

from pathlib import Path

from tabletop.errors import TabletopError
from tabletop.journal.fork import fork
from tabletop.journal.session import Session
from tabletop.journal.store.places import saves_folder
from tabletop.journal.store.save_toml import load
from tabletop.tui.kit.name import NameDialog
from tabletop.tui.kit.screen import TableScreen


class Parting(TableScreen):
    """What `b` does. `moment` is the entry after which the fork begins."""

    @property
    def moment(self) -> int:
        raise NotImplementedError

    def action_fork(self) -> None:
        """Asks for the name of a new file; left empty, the fork is a branch of this save."""
        session = self.table.session
        if self.table.who != "control":
            self.notify("Only control forks a session.", severity="warning")
            return
        free = self._free_name(session)
        if session.read_only:
            words = f"This save is read-only here, so the fork at move {self.moment} becomes a new file."
            self.app.push_screen(NameDialog("Fork here", words, "fork and play on", free), self._to_file)
            return
        words = (
            f"Play goes on from move {self.moment}; the moves after it stay on record as another branch. "
            "Type a name to fork into a new file instead."
        )
        self.app.push_screen(NameDialog("Fork here", words, "fork and play on"), self._forked)

    def _free_name(self, session: Session) -> str:
        stem = session.path.stem
        taken = {path.stem for path in self._folder(session).glob("*.toml")}
        n = next(n for n in range(1, 1000) if f"{stem}-fork-{n}" not in taken)
        return f"{stem}-fork-{n}"

    def _folder(self, session: Session) -> Path:
        """Beside the save where that folder can be written to, else where saves go."""
        from os import W_OK, access

        beside = session.path.parent
        return beside if access(beside, W_OK) else saves_folder()

    def _forked(self, name: str | None) -> None:
        if name is None:
            return
        if name:
            self._to_file(name)
            return
        self.table.session.fork_here(self.moment)
        self.notify(f"Forked at move {self.moment}: the next move follows it.")
        self._play_on(self.table.session)

    def _to_file(self, name: str | None) -> None:
        if not name:
            return
        session = self.table.session
        path = self._folder(session) / (name if name.endswith(".toml") else f"{name}.toml")
        try:
            fork(load(session.path), self.moment, path)
            fresh = Session.open(path)
        except TabletopError as why:
            self.notify(str(why), severity="error", timeout=10)
            return
        self.notify(f"Forked at move {self.moment} into {path.name}.")
        self._play_on(fresh)

    def _play_on(self, session: Session) -> None:
        """The app opens the session at its board."""
        opened = getattr(self.app, "open_session", None)
        if opened is not None:
            opened(session)
        else:
            self.action_back()
