"""What an undo would take back, in words."""

from attrs import frozen

from tabletop.journal.record.entry import Entry
from tabletop.journal.session import Session
from tabletop.model.moves import Move
from tabletop.model.seats import CONTROL
from tabletop.rules.acts.act import ACTS
from tabletop.words.said import full
from tabletop.words.sentences import deed_line, move_line

_SEEN = ("red", "adjudicate", "review")


@frozen
class UndoPreview:
    """`to`: the number of the last move that would stand. `words`: what would be gone."""

    to: int
    words: str


def undo_preview(session: Session, back_to: int | None = None) -> UndoPreview | None:
    """What an undo would take; None where nothing would go.

    Without `back_to`, the number of a line that is to stand, only the last move that changed anything goes.
    """
    line = session.line
    if back_to is not None and back_to in line:
        return _all_after(session, back_to)
    at = next((n for n in reversed(line) if ACTS[type(session.entries[n - 1].move)].undone), None)
    if at is None:
        return None
    entry = session.entries[at - 1]
    sentence = move_line(_read(session, at, CONTROL), session.world.scenario, session.world.seats, entry.phase)
    words = full(f"Move {at}: {sentence}")
    return UndoPreview(_before(line, at), f"{words}{_warning([entry])} It stays on record; {{^r}} brings it back.")


def undo_of(session: Session, seat: str) -> UndoPreview | None:
    """A seat's last move, and all that followed: what others did meanwhile is not for its eyes."""
    line = session.line
    at = next((n for n in reversed(line) if session.entries[n - 1].move.seat == seat), None)
    if at is None:
        return None
    sentence = deed_line(_read(session, at, seat), session.world.scenario, session.world.seats)
    words = f"Your last move ({sentence}) and what came of it. It stays on record; {{^r}} brings it back."
    return UndoPreview(_before(line, at), words)


def _all_after(session: Session, n: int) -> UndoPreview | None:
    entries = [session.entries[m - 1] for m in session.line if m > n]
    if not any(ACTS[type(entry.move)].undone for entry in entries):
        return None
    words = f"{len(entries)} moves after move {n}, from turn {entries[0].turn} on."
    return UndoPreview(n, f"{words}{_warning(entries)} They stay on record; {{^r}} brings them back.")


def _warning(entries: list[Entry]) -> str:
    opens = any(entry.move.do == "advance" and entry.phase in _SEEN for entry in entries)
    return " What was opened has been seen; taking it back does not unsee it." if opens else ""


def _read(session: Session, n: int, who: str) -> Move:
    """A move as a place may read it."""
    return session.play.gate.as_read(session.entries[n - 1], who, session.world)


def _before(line: list[int], n: int) -> int:
    """The entry before one on a line, 0 for the opening."""
    where = line.index(n)
    return line[where - 1] if where else 0
