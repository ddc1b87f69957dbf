"""What an undo would take back, in words."""

from tabletop.journal.session import Session
from tabletop.model.seats import CONTROL
from tabletop.rules.acts.act import ACTS
from tabletop.words.sentences import move_line

_SEEN = ("red", "adjudicate", "review")


def what_undo_takes(session: Session, back_to: int | None = None) -> tuple[int, str] | None:
    """The number of the last move that would stand, and what would be gone. None when nothing would.

    Without `back_to`, the number of a line that is to stand, only the last move that changed anything goes.
    """
    line = session.line
    if back_to is not None and back_to in line:
        return _all_after(session, back_to)
    at = next((n for n in reversed(line) if ACTS[type(session.entries[n - 1].move)].undone), None)
    if at is None:
        return None
    where = line.index(at)
    entry = session.entries[at - 1]
    scenario, seats = session.world.scenario, session.world.seats
    move = session.play.gate.as_read(entry, CONTROL, session.world)
    words = f"Move {at}: {move_line(move, scenario, seats, entry.phase)}."
    if entry.move.seat == "control" and entry.move.do == "advance" and entry.phase in _SEEN:
        words += " What was opened has been seen; taking it back does not unsee it."
    return (line[where - 1] if where else 0), f"{words} It stays on record; ^r brings it back."


def _all_after(session: Session, n: int) -> tuple[int, str] | None:
    gone = [session.entries[m - 1] for m in session.line if m > n]
    if not any(ACTS[type(entry.move)].undone for entry in gone):
        return None
    words = f"{len(gone)} moves after move {n}, from turn {gone[0].turn} on."
    if any(entry.move.do == "advance" and entry.phase in _SEEN for entry in gone):
        words += " What was opened has been seen; taking it back does not unsee it."
    return n, f"{words} They stay on record; ^r brings them back."
