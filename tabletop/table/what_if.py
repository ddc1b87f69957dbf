"""One decision otherwise: a branch that leaves the record there, with everything else entered again as it was.

Luck is keyed by what is drawn for, not by when, so that whatever the change does not touch comes out as it did. The
line that was played stands as before; what no longer passes on the branch is told, never bent until it does.
"""

import re
from collections.abc import Sequence
from typing import Any, Final

from attrs import evolve, frozen

from tabletop.journal.record.entry import Entry
from tabletop.journal.record.play import Submission
from tabletop.journal.session import Session
from tabletop.model.moves import (
    Advance,
    Bookmark,
    Clock,
    Display,
    End,
    HandIn,
    Move,
    Note,
    Pause,
    Red,
    Redact,
    Redo,
    Resume,
    Reveal,
    Show,
    Sitrep,
    Undo,
)
from tabletop.model.refusal import Refusal
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, World
from tabletop.words.names import inject_name
from tabletop.words.orders.line import read_line
from tabletop.words.said import deed_words
from tabletop.words.sentences import move_line
from tabletop.words.story.happening import sentence

TURNS: Final = 3
"""Turns that are played again, the changed one among them."""
WHAT_IF: Final = "What if: "
"""How the branch's bookmark begins, by which it is known."""
_ABOUT_THE_OTHER: Final = (
    *(Bookmark, Clock, Display, End, HandIn, Note, Pause, Redact, Redo, Resume, Reveal, Show, Sitrep, Undo),
)
"""Moves that tell of the line they were made on, or of its hours: nothing of the world hangs on them."""


@frozen
class Otherwise:
    """`last`: the branch's last entry. `kept`: moves that were entered again. `lost`: those that no longer pass, each
    with the reason. `unanswered`: injects that came on the branch and nobody had an answer for."""

    last: int
    kept: int
    lost: tuple[tuple[str, str], ...] = ()
    unanswered: tuple[str, ...] = ()

    @property
    def told(self) -> list[str]:
        """It in sentences."""
        lost = [f"No longer passes: {sentence(words)} {sentence(why)}" for words, why in self.lost]
        open_now = [f"Came on this line alone, and nobody answers: {title}." for title in self.unanswered]
        return [f"{self.kept} moves entered again as they were, on the same luck.", *lost, *open_now]


def play_otherwise(session: Session, n: int, instead: Move | None = None, turns: int = TURNS) -> Otherwise | Refusal:
    """Plays `turns` turns again without entry n of the line that stands, `instead` in its place. All of it counts, or
    nothing: why `instead` can't be."""
    line, start, fork_at = list(session.line), len(session.entries), session.play.fork_at
    if n not in line:
        return Refusal("what-if/nowhere", f"Move {n} is not on the line that stands.")
    at = line.index(n)
    original = session.world

    def told(each: Entry) -> str:
        move = session.play.gate.as_read(each, CONTROL, original)
        return move_line(move, original.scenario, original.seats, each.phase)

    session.fork_here(line[at - 1] if at else 0)
    entry = session.entries[n - 1]
    words = f"{WHAT_IF}{told(entry)}, otherwise"
    first = [Bookmark(seat=CONTROL, text=words)]
    for move in (*first, *([instead] if instead else [])):
        made = session.hold(Submission(move, CONTROL))
        if isinstance(made, Refusal):
            session.drop_to(start, [])
            session.play.fork_at = fork_at
            return made
    kept, refused = _again(session, [session.entries[m - 1] for m in line[at + 1 :]], n, entry.turn + turns - 1)
    last = len(session.entries)
    came = [name for name, state in session.world.injects.items()
            if state.turn >= entry.turn and state.turn != original.injects[name].turn and state.outcome
            and not state.answers]  # fmt: skip
    unanswered = tuple(inject_name(session.world.scenario, name) for name in came)
    session.fork_here(line[-1])
    session.hold(Submission(Note(seat=CONTROL, text=words, kind="artefact"), CONTROL))
    session.commit()
    return Otherwise(last, kept, tuple((told(each), _in_names(why, original)) for each, why in refused), unanswered)


def _again(
    session: Session, entries: Sequence[Entry], left_out: int, last_turn: int
) -> tuple[int, list[tuple[Entry, str]]]:
    """Enters what followed again, up to the review of the last turn; how much passed, and what did not."""
    numbers: dict[int, int] = {}
    gone, kept, refused = {left_out}, 0, []
    for entry in entries:
        if _is_over(session, entry, last_turn):
            break
        if isinstance(entry.move, _ABOUT_THE_OTHER):
            continue
        made = _entered(session, entry, numbers, gone)
        if not isinstance(made, Refusal):
            numbers[entry.n] = made.n
            kept += 1
            continue
        gone.add(entry.n)
        refused.append((entry, made.message))
        if isinstance(entry.move, Red):
            session.hold(Submission(Red(seat=CONTROL, source="model"), CONTROL))
        if isinstance(entry.move, Advance):
            break
    return kept, refused


def _is_over(session: Session, entry: Entry, last_turn: int) -> bool:
    opens = isinstance(entry.move, Advance) and entry.phase == Phase.REVIEW.value
    return entry.turn > last_turn or (opens and entry.turn >= last_turn)


def _entered(session: Session, entry: Entry, numbers: dict[int, int], gone: set[int]) -> Entry | Refusal:
    move: Any = entry.move  # the checker does not see that moves are attrs classes
    if move.refers:
        about = getattr(move, move.refers)
        if about in gone:
            return Refusal("what-if/gone", f"Move {about}, which it is about, is not made on this line.")
        move = evolve(move, **{move.refers: numbers.get(about, about)})
    return session.hold(Submission(move, entry.entered_by))


def _in_names(why: str, world: World) -> str:
    """A refusal that quotes a deed as it is typed, with the names of its things."""
    return re.sub(r"'([^']+ [^']+)'", lambda deed: f"'{deed_words(deed[1], world.scenario, world.seats)}'", why)


def read_instead(session: Session, n: int, words: str) -> Move | Refusal | None:
    """What a seat does in the place of entry n, in the words of the order line; None for nothing."""
    if not words.strip():
        return None
    line = list(session.line)
    at = line.index(n) if n in line else 0
    seat = session.entries[n - 1].move.seat
    reading = read_line(session.world_at(line[at - 1] if at else 0), seat, words)
    if reading.move is None:
        return Refusal("what-if/words", reading.problem or f"It needs {reading.needs}.")
    return reading.move
