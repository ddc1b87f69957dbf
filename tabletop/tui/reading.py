"""What the application reads in the background: a save that another process goes on with, notes left beside ours by
another terminal, saves to be compared."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import work
from textual.screen import Screen

from tabletop.errors import TabletopError
from tabletop.files.disk import Stamp, stamp_of
from tabletop.tui.terminal.terminal import Terminal

if TYPE_CHECKING:
    from tabletop.journal.session import Session
    from tabletop.journal.store.save import Save
    from tabletop.table.runs import Run


class Reading(Terminal):
    """`session` is the one in hand."""

    session: "Session | None" = None
    _reading = False
    _last_read: "tuple[Session | None, Stamp]" = (None, (0, 0))
    """Which read-only save was read last, and how its file stood then."""

    def take_over(self, session: "Session") -> None:
        """The session in hand from now on."""
        raise NotImplementedError

    # ------------------------------------------------------------------ a save that another process goes on with

    def follow(self) -> None:
        """Reads on when a save that is only looked at has changed on disk; takes over notes left beside ours."""
        session = self.session
        if session is not None and not session.read_only:
            session.alive()
            self._take_notes(session)
        if session is None or not session.read_only or self._reading:
            return
        stamp = stamp_of(session.path)
        known, self._last_read = self._last_read, (session, stamp)
        if known == self._last_read or (known[0] is not session and session.held_by is None):
            return
        self._reading = True
        self._read_on(session)

    def _take_notes(self, session: "Session") -> None:
        from tabletop.tui.kit.screen import TableScreen

        taken = session.take_notes(wait=0.0)
        if taken:
            told = "A note" if taken == 1 else f"{taken} notes"
            self.notify(f"{told} came from another terminal, on record now.")
            if isinstance(self.screen, TableScreen):
                self.screen.refresh_view()

    @work(thread=True, group="follow")
    def _read_on(self, session: "Session") -> None:
        from tabletop.journal.store.save_toml import load

        try:
            found: Save | TabletopError = load(session.path)
        except TabletopError as wrong:
            found = wrong
        self.call_from_thread(self._take_on, session, found)

    def _take_on(self, session: "Session", found: "Save | TabletopError") -> None:
        from tabletop.tui.kit.screen import TableScreen
        from tabletop.tui.replay.replay import ReplayScreen

        self._reading = False
        if session is not self.session:
            return
        try:
            if isinstance(found, TabletopError):
                raise found
            fresh = session.refresh(found)
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
        """Reads saves in the background and lays them side by side; none of them is written to."""
        self.notify(f"Reading {len(paths)} saves ...", timeout=30)
        self._read_runs([Path(path) for path in paths], self.screen)

    @work(thread=True, exclusive=True, group="compare")
    def _read_runs(self, paths: Sequence[Path], asked: Screen[Any]) -> None:
        from tabletop.journal.session import Session
        from tabletop.table.runs import runs_of_saves

        try:
            runs = runs_of_saves(paths)
            session = Session.open(paths[0], read_only=True)
        except TabletopError as wrong:
            self.call_from_thread(self.notify, str(wrong), severity="error", timeout=10)
            return
        self.call_from_thread(self._lay_out_on, asked, session, runs)

    def _lay_out_on(self, asked: Screen[Any], session: "Session", runs: "Sequence[Run]") -> None:
        """Unless something else has been opened since."""
        if self.screen is asked:
            self.lay_out(session, runs)
        else:
            session.close()

    def lay_out(self, session: "Session", runs: "Sequence[Run]") -> None:
        """Runs side by side; `session` gives the frame its words."""
        from tabletop.table.local import LocalTable
        from tabletop.tui.review.compare import CompareScreen

        self.clear_notifications()
        self.take_over(session)
        self.push_screen(CompareScreen(LocalTable(session), runs))
