"""A record laid open for export: which entries stand, where turns ended, the world at each place. Knows no table."""

from collections.abc import Iterator
from typing import TypeVar

from attrs import field, frozen

from tabletop.analysis.wording import Wording
from tabletop.journal.record.entry import HANDS, Entry
from tabletop.journal.record.play import Play
from tabletop.journal.store.header import Header
from tabletop.model.moves import Advance, Move, Start
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, World

M = TypeVar("M", bound=Move)


@frozen
class TurnEnd:
    """`entry` ended the turn (0: the opening), `world` follows it; `closing` is the turn's last, control's later
    adjustments included."""

    entry: int
    turn: int
    world: World
    closing: World


@frozen
class Source:
    """`name` tells the session in every table. `level`: to whom words are attributed. `wording` gives causes
    their sentences."""

    name: str
    header: Header
    play: Play
    wording: Wording = field(repr=False)
    live: frozenset[int]
    branch_of: dict[int, str] = field(repr=False)
    ends: tuple[TurnEnd, ...] = field(repr=False)

    @property
    def entries(self) -> list[Entry]:
        return self.play.entries

    @property
    def opening(self) -> Entry:
        """What stands for an entry where rows tell of the opening, which is none: number and turn 0."""
        return Entry(n=0, time=self.header.created, turn=0, phase=Phase.BRIEF.value, move=Start(seat=CONTROL))

    @property
    def of_record(self) -> bool:
        """Whether it was played under rules of an earlier edition, so that only what stands on record is known."""
        return bool(self.play.rules.closed)

    @property
    def level(self) -> str:
        return self.header.attribution

    def practice(self, n: int) -> bool:
        """Whether an entry was made in the practice turn, which is thrown away."""
        return self.play.tree.cursors[n].node.practice >= 0

    def world_before(self, n: int) -> World:
        """The world in which an entry was made."""
        return self.play.worlds.at(self.play.tree.base[n])

    def world_after(self, n: int) -> World:
        return self.play.world_at(n)

    def of(self, *kinds: type[M]) -> Iterator[tuple[Entry, M]]:
        """Entries whose move is of one of these kinds, each with its move; undone ones too."""
        return ((entry, entry.move) for entry in self.entries if isinstance(entry.move, kinds))

    def hand(self, entry: Entry) -> str:
        """Who typed an entry, never a person's name."""
        hand = entry.entered_by
        return hand if not hand or hand in HANDS or hand in self.play.worlds.at(0).scenario.seats else "other"


def source_of(name: str, header: Header, play: Play, wording: Wording) -> Source:
    """Lays a record open. `name` should be the same in no two sessions that are put together."""
    live = frozenset(play.tree.line(play.cursor))
    branch_of = {n: branch.head[:12] for branch in play.tree.leaves(play.entries) for n in branch.entries}
    return Source(name, header, play, wording, live, branch_of, tuple(_ends(play, live)))


def _ends(play: Play, live: frozenset[int]) -> Iterator[TurnEnd]:
    opening = play.worlds.at(0)
    yield TurnEnd(0, 0, opening, opening)
    closings = _closings(play, live)
    for entry in play.entries:
        if isinstance(entry.move, Advance) and entry.phase == Phase.ADJUDICATE:
            world = play.world_at(entry.n)
            yield TurnEnd(entry.n, entry.turn, world, closings.get(entry.n, world))


def _closings(play: Play, live: frozenset[int]) -> dict[int, World]:
    """By the entry that ended a turn: the last world of that turn, on the line that stands where there are several."""
    closings: dict[int, World] = {}
    tips = [branch.tip for branch in play.tree.leaves(play.entries)]
    closers = [e.n for e in play.entries if isinstance(e.move, Advance) and e.phase == Phase.REVIEW]
    for n in sorted({*tips, *closers}, key=lambda n: (n in live, n)):
        closes = n in closers
        world = play.worlds.at(play.tree.base[n]) if closes else play.world_at(n)
        node = play.tree.cursors[n].node
        turn = play.entries[n - 1].turn if closes else world.turn
        for each in node.back():
            entry = play.entries[each.n - 1]
            if isinstance(entry.move, Advance) and entry.phase == Phase.ADJUDICATE:
                if entry.turn == turn:
                    closings[entry.n] = world
                break
    return closings
