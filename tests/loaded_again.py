"""Whatever wrote a save, it is loaded again when the test is over, and equals the session field by field.

Of saves that hold the same kinds of moves, as many of each, a few of a process are by default: most tests of screens
only open the same exercise.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

from tabletop.errors import TabletopError
from tabletop.journal.replay import fold
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tests.long import SCREENS

FEW = 3


class Watch:
    """Knows the sessions begun or opened since it was last asked."""

    def __init__(self) -> None:
        self.sessions: list[Session] = []
        self._kinds: Counter[tuple[Any, ...]] = Counter()

    @contextmanager
    def on(self) -> Iterator["Watch"]:
        begin = Session.__init__

        def remembered(session: Session, *told: Any) -> None:
            begin(session, *told)
            self.sessions.append(session)

        Session.__init__ = remembered  # type: ignore[method-assign,assignment]
        try:
            yield self
        finally:
            Session.__init__ = begin  # type: ignore[method-assign]

    def look(self, *, harmed: bool = False) -> None:
        """Loads what has been written, the last session at each path; nothing of a test that `harmed` its saves."""
        met, self.sessions = self.sessions, []
        last = {session.path: session for session in met if not session.read_only and not session.trouble}
        for path, session in last.items():
            if not harmed and self._is_new(session) and path.exists():
                loaded_again(session, path)

    def _is_new(self, session: Session) -> bool:
        """Whether few saves of such moves, as many of each, have come back in this process."""
        header, moves = session.header, Counter(entry.move.do for entry in session.entries)
        kind = header.rules, header.digest, header.attribution, header.without, *sorted(moves.items())
        self._kinds[kind] += 1
        return SCREENS or self._kinds[kind] <= FEW


def loaded_again(session: Session, path: Path) -> None:
    """load(save(s)) == s: header, entries and text field by field, and the world that follows from them."""
    try:
        save = load(path)
    except TabletopError as why:
        raise AssertionError(f"{path.name} was written and can't be read: {why}") from why
    assert (save.fault, save.torn, save.clean) == ("", "", True), path.name
    assert fields(save.header) == fields(session.header)
    assert len(save.entries) >= len(session.entries)  # another process may have gone on
    for read, written in zip(save.entries, session.entries, strict=False):
        assert fields(read) == fields(written), (path.name, read.n)
    if len(save.entries) == len(session.entries):
        assert save.text == session.text
        play, ended = fold(save, session.play.rules)
        assert (ended, play.differs) == ("", session.play.differs), path.name
        here = play.world_at(len(play.entries))
        assert play.rules.digest(here) == play.rules.digest(session.world_at(len(session.entries)))


def fields(of: Any) -> dict[str, Any]:
    """Every field, those that equality leaves out too."""
    return {a.name: getattr(of, a.name) for a in attrs.fields(type(of))}
