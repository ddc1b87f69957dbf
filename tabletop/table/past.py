"""Moments by turn, each made when it is first looked at: where turns open and end is no secret, what stood then may
be."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from tabletop.journal.session import Session
from tabletop.model.moves import Advance
from tabletop.model.world import Phase
from tabletop.table.moment import Moment


class Past(Mapping[int, Moment]):
    """`entries`: by turn the number of an entry; `moment`: what was seen after it."""

    def __init__(self, entries: Callable[[], Mapping[int, int]], moment: Callable[[int], Moment]) -> None:
        self._entries, self._moment = entries, moment
        self._numbers: Mapping[int, int] | None = None
        self._moments: dict[int, Moment] = {}

    @property
    def _by_turn(self) -> Mapping[int, int]:
        if self._numbers is None:
            self._numbers = self._entries()
        return self._numbers

    def __getitem__(self, turn: int) -> Moment:
        n = self._by_turn[turn]
        if turn not in self._moments:
            self._moments[turn] = self._moment(n)
        return self._moments[turn]

    def __iter__(self) -> Iterator[int]:
        return iter(self._by_turn)

    def __len__(self) -> int:
        return len(self._by_turn)

    def __repr__(self) -> str:
        return repr(dict(self))


def turn_ends(session: Session, line: Sequence[int], turn: int) -> dict[int, int]:
    """By turn before `turn` the last entry on a line that belongs to it, 0 (the opening) being turn 0.

    The turn that is played has no end: whether anything has been entered in it may be a secret.
    """
    numbers = {0: 0}
    for n in line:
        entry = session.entries[n - 1]
        if entry.turn < turn and not _opens(session, n):
            numbers[entry.turn] = n
    return numbers


def turn_starts(session: Session, line: Sequence[int]) -> dict[int, int]:
    """By turn the entry after which it is open: 0 for the first, else the advance that opened it."""
    return {1: 0} | {session.entries[n - 1].turn + 1: n for n in line if _opens(session, n)}


def _opens(session: Session, n: int) -> bool:
    """Whether an entry opens the next turn, or is the one with which the exercise ends."""
    entry = session.entries[n - 1]
    return isinstance(entry.move, Advance) and entry.phase == Phase.REVIEW.value
