"""What an undo would take back, in words."""

from tabletop.journal.session import Session
from tabletop.model.moves import Bookmark, Clock, Display, Fact, Note, Redact, Show, Sitrep, Talk
from tabletop.tui.present.sentences import move_line

_KEPT = (Bookmark, Clock, Display, Fact, Note, Redact, Show, Sitrep, Talk)
"""Moves that change no world: an undo is never about them."""
_SEEN = ("red", "adjudicate", "review")


def what_undo_takes(session: Session) -> tuple[int, str] | None:
    """The number of the last move that would stand, and what would be gone. None when nothing would."""
    line = session.line
    at = next((n for n in reversed(line) if not isinstance(session.entries[n - 1].move, _KEPT)), None)
    if at is None:
        return None
    where = line.index(at)
    entry = session.entries[at - 1]
    scenario, seats = session.world.scenario, session.world.seats
    words = f"Move {at}: {move_line(entry.move, scenario, seats, entry.phase)}."
    if entry.move.seat == "control" and entry.move.do == "advance" and entry.phase in _SEEN:
        words += " What was opened has been seen; taking it back does not unsee it."
    return (line[where - 1] if where else 0), f"{words} It stays on record; ^r brings it back."
