"""Who may read what of the record, and since when. The one place that decides it: kinds of moves declare their readers,
tables, replays, feeds and `saw` ask here. Knows what was told to whom; never what a move means.

What a place has been told stays told, in the order in which it was told: a place counts its own lines, so that neither
the numbers it reads nor their gaps say anything of what is kept from it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from tabletop.journal.record.entry import Entry
from tabletop.model.moves import Move, Ordered, Readers
from tabletop.model.seats import CONTROL
from tabletop.model.world import World
from tabletop.rules.sight import orders_open

#: What a move may name in `to` when it is for everybody.
ROOM = ("room", "public", "all")

Audience = frozenset[str] | None
"""Seats; None: everybody, the public too."""


class Gate:
    """Grows with the record by `add`, forgets by `drop_to`. Entries count from 1; 0 stands for never."""

    def __init__(self) -> None:
        self._at_once: list[Audience] = [frozenset()]
        self._opener: dict[int, int] = {}  # entry: the one that opened it to everybody
        self._opens: dict[int, list[int]] = {}
        self._numbers: dict[str, list[int]] = {}
        self._places: dict[str, dict[int, int]] = {}
        self._since: dict[str, list[int]] = {}
        self._read_to: dict[str, int] = {}
        self._all = 0
        self._own: dict[str, int] = {}

    def add(self, entry: Entry, targets: Iterable[int] = (), opens: Iterable[int] = ()) -> None:
        """Takes the next entry: what it takes back or brings back, and which earlier ones it opens to everybody."""
        n = entry.n
        fresh = sorted(ref for ref in set(opens) if ref and ref not in self._opener)
        if fresh:
            self._opener.update(dict.fromkeys(fresh, n))
            self._opens[n] = fresh
            self._all = n
        audience = self._audience(entry.move, targets)
        self._at_once.append(audience)
        if audience is None:
            self._all = n
        else:
            self._own.update(dict.fromkeys(audience, n))

    def drop_to(self, n: int) -> None:
        """Forgets every entry after n."""
        del self._at_once[n + 1 :]
        self._opener = {ref: by for ref, by in self._opener.items() if by <= n}
        self._opens = {by: refs for by, refs in self._opens.items() if by <= n}
        for memory in (self._numbers, self._places, self._since, self._read_to):
            memory.clear()
        audiences = list(enumerate(self._at_once))[1:]
        self._all = max((n for n, audience in audiences if audience is None or n in self._opens), default=0)
        self._own = {seat: n for n, audience in audiences for seat in audience or ()}

    def last(self, seat: str) -> int | None:
        """The entry with which a seat was last told something; None for control, who sees every entry."""
        return None if seat == CONTROL else max(self._all, self._own.get(seat, 0))

    def since(self, n: int, who: str) -> int:
        """The entry with which a place was told of entry n; 0 when it was not."""
        if who == CONTROL:
            return n
        audience = self._at_once[n]
        return n if audience is None or who in audience else self._opener.get(n, 0)

    def audience(self, n: int) -> str:
        """To whom entry n was told in the end, beside control: "all", its "seats" alone, or nobody: "control"."""
        audience = self._at_once[n]
        if audience is None or n in self._opener:
            return "all"
        return "seats" if audience - {CONTROL} else CONTROL

    def numbers(self, who: str, to: int | None = None) -> Sequence[int]:
        """The entries that a place has been told of, in the order of the telling: the k-th line it reads is the k-th.

        `to`: by entry `to`. Not to be changed.
        """
        if who == CONTROL:
            return range(1, len(self._at_once) if to is None else to + 1)
        numbers = self._own_numbers(who)
        return numbers if to is None else numbers[: bisect_right(self._since[who], to)]

    def number(self, n: int, who: str, to: int | None = None) -> int:
        """How a place counts entry n: its line's number, 0 for what it has not been told of by entry `to`."""
        if who == CONTROL:
            return n
        last = len(self._own_numbers(who)) if to is None else bisect_right(self._since[who], to)
        place = self._places[who].get(n, 0)
        return place if place <= last else 0

    def counted(self, n: int, who: str) -> int:
        """How many lines a place had been told by entry n."""
        if who == CONTROL:
            return n
        self._own_numbers(who)
        return bisect_right(self._since[who], n)

    def as_read(self, entry: Entry, who: str, world: World, to: int | None = None) -> Move:
        """What a place reads of an entry that it has been told of: fields that are not for it are as if left empty,
        entries are named by its own numbers. `world`: as it stands for the reader, after entry `to`."""
        move = entry.move
        if who == CONTROL:
            if entry.turn != world.turn or orders_open(world):
                return move
            return Ordered(seat=move.seat) if move.order else _without(move, move.later)
        if move.refers:
            move = self._renumbered(move, who)
        if move.seat == who:
            return move
        opener = self._opener.get(entry.n, 0)
        open_now = opener and (to is None or opener <= to)
        return _without(move, move.kept if open_now else (*move.kept, *move.later))

    def _renumbered(self, move: Move, who: str) -> Move:
        n = getattr(move, move.refers)
        own_number = self.number(n, who)
        if move.readers is Readers.TAKEN:  # it names where the record goes on, which need be no line of this place
            own_number = self.counted(n, who)
        return _evolved(move, {move.refers: own_number})

    def _audience(self, move: Move, targets: Iterable[int]) -> Audience:
        match move.readers:
            case Readers.ALL:
                return None
            case Readers.NAMED:
                to: str = getattr(move, "to", "")
                seats: tuple[str, ...] = getattr(move, "seats", ())
                return None if to in ROOM else frozenset({move.seat, to, *seats} - {""})
            case Readers.REFERRED:
                return self._readers_of([getattr(move, move.refers)], move.seat)
            case Readers.TAKEN:
                return self._readers_of(targets, move.seat)
        return frozenset({move.seat})

    def _readers_of(self, entries: Iterable[int], seat: str) -> Audience:
        """All who have been told of any of these entries."""
        seats = {seat}
        for n in entries:
            audience = self._at_once[n] if 0 <= n < len(self._at_once) else frozenset()
            if audience is None or n in self._opener:
                return None
            seats |= audience
        return frozenset(seats)

    def _own_numbers(self, who: str) -> list[int]:
        numbers = self._numbers.setdefault(who, [])
        places, since = self._places.setdefault(who, {}), self._since.setdefault(who, [])
        for n in range(self._read_to.get(who, 0) + 1, len(self._at_once)):
            audience = self._at_once[n]
            mine = [n] if audience is None or who in audience else []
            for each in [*self._opens.get(n, ()), *mine]:
                if each not in places:
                    numbers.append(each)
                    since.append(n)
                    places[each] = len(numbers)
        self._read_to[who] = len(self._at_once) - 1
        return numbers


def _without(move: Move, fields: tuple[str, ...]) -> Move:
    """The move with these fields as if they had been left empty."""
    if not fields:
        return move
    kind: Any = type(move)  # the checker does not see that moves are attrs classes
    empty = {a.name: a.default for a in attrs.fields(kind) if a.name in fields}
    return _evolved(move, empty)


def _evolved(move: Move, changes: dict[str, Any]) -> Move:
    old: Any = move
    copy: Move = attrs.evolve(old, **changes)
    return copy
