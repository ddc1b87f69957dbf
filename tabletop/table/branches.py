"""The branches of a record as lanes: which leaves which, when in the exercise, and what is marked on it."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from tabletop.journal.record.branches import Branch
from tabletop.journal.session import Session
from tabletop.model.moves import Bookmark
from tabletop.model.record import Line
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase
from tabletop.table.record import Place
from tabletop.words.sentences import line_line

_PHASES = list(Phase)


@frozen
class Lane:
    """One part of a record: it leaves the lane `parent` (-1: none) after entry `leaves` and ends with `last`.

    `start`, `end` and `marks` are times in turns, 1.0 being the opening of the first, of a bookmark with its words;
    `begins`: in words what was done first on it. `undone`: the entry that took it back, 0 for none.
    """

    name: str
    parent: int
    leaves: int
    last: int
    start: float
    end: float
    entries: frozenset[int]
    moves: int
    begins: str
    marks: Sequence[tuple[float, str]]
    score: float | None
    live: bool
    undone: int


def lanes(session: Session, lines: Sequence[Line]) -> list[Lane]:
    """Parents before children; of those that leave one lane the last to leave first, so that no way down to one crosses
    another. `lines`: the record as control reads it."""
    branches, told = session.branches, {line.n: line for line in lines}
    called = names(branches)
    order = list(_downwards(branches, -1))
    place = {branch: n for n, branch in enumerate(order)} | {-1: -1}
    return [_lane(session, branches[n], place[branches[n].parent], called[n], told) for n in order]


def names(branches: Sequence[Branch]) -> list[str]:
    """What each is called: by where it leaves, with a number where another leaves there too."""
    called: list[str] = []
    for branch in branches:
        name = f"left at {branch.fork:,}" if branch.fork else "left at the opening"
        before = len([each for each in called if each.partition(" (")[0] == name])
        called.append("played on" if branch.live else f"{name} ({before + 1})" if before else name)
    return called


def _downwards(branches: Sequence[Branch], parent: int) -> Iterator[int]:
    children = [n for n, branch in enumerate(branches) if branch.parent == parent]
    for n in sorted(children, key=lambda n: -branches[n].fork):
        yield n
        yield from _downwards(branches, n)


def _lane(session: Session, branch: Branch, parent: int, called: str, told: Mapping[int, Line]) -> Lane:
    moves = ((n, told[n].move) for n in branch.moves if n in told)
    marks = [(_when(session, n), move.text) for n, move in moves if isinstance(move, Bookmark)]
    name = next((text for _, text in marks if text), called)
    own = [n for n in branch.moves if session.entries[n - 1].move.seat != CONTROL] or list(branch.moves)
    scenario, seats = session.world.scenario, session.world.seats
    begins = line_line(told[own[0]], scenario, seats) if own and own[0] in told else ""
    start, end = _when(session, branch.fork), _when(session, branch.last)
    return Lane(
        called if branch.live else name,
        parent,
        branch.fork,
        branch.last,
        start,
        max(start, end),
        frozenset(branch.entries),
        len(branch.moves),
        begins,
        marks,
        branch.score,
        branch.live,
        branch.undone,
    )


def _when(session: Session, n: int) -> float:
    """In turns, each phase a fifth of one."""
    if n == 0:
        return 1.0
    entry = session.entries[n - 1]
    return entry.turn + _PHASES.index(Phase(entry.phase)) / len(_PHASES)


def branch_places(branches: Sequence[Branch]) -> list[Place]:
    """Where the branches end that were not taken back, and where they leave the others; nothing of a single line."""

    if len(branches) == 1:
        return []
    return [Place(branch.last, "branch", _words(branch)) for branch in branches if not branch.undone]


def _words(branch: Branch) -> str:
    size = f"{len(branch.moves)} moves" if len(branch.moves) != 1 else "1 move"
    where = f"leaves after move {branch.fork}" if branch.fork else "from the opening"
    return f"branch of {size}, {'the line that stands' if branch.live else where}"
