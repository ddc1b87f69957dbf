"""The record of an exercise in this process, as a replay walks it."""

from collections.abc import Sequence

from attrs import evolve

from tabletop.journal.record.branches import Branch
from tabletop.journal.session import Session
from tabletop.model.figures.forms import CAPITAL, PRESSURE, SUPPORT
from tabletop.model.figures.glossary import figure_at
from tabletop.model.record import Line
from tabletop.model.seats import CONTROL, PUBLIC
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores
from tabletop.table import branches, past
from tabletop.table.branches import Lane
from tabletop.table.eyes import Eyes
from tabletop.table.port import View
from tabletop.table.record import Place


class LocalRecord:
    """Kept until the session grows or other eyes look. `mine`: whose place it is opened from."""

    def __init__(self, session: Session, mine: str = CONTROL) -> None:
        self._session = session
        self._mine = mine
        self._table = Eyes(session, mine)
        self._lines: list[Line] = []
        self._branches: tuple[Branch, ...] = ()
        self._elsewhere: set[int] = set()
        self._state: tuple[int, str, str] = (-1, "", "")

    @property
    def who(self) -> str:
        return self._table.who

    @property
    def eyes(self) -> Sequence[str]:
        """Control's, the room's and each seat's; at a seat's own table its own and the room's."""
        return [CONTROL, PUBLIC, *self._session.world.seats] if self._mine == CONTROL else [self._mine, PUBLIC]

    @property
    def closed(self) -> str:
        return self._session.play.rules.closed

    def look_as(self, who: str) -> None:
        if who not in self.eyes:
            raise LookupError(f"{self._mine} can't look through {who}'s eyes")
        self._table = Eyes(self._session, who)

    @property
    def last(self) -> int:
        return len(self._session.play.gate.numbers(self.who))

    @property
    def branched(self) -> bool:
        self.lines()
        return len(self._branches) > 1

    def lines(self) -> list[Line]:
        session = self._session
        state = (len(session.entries), session.head, self.who)
        if state != self._state:
            self._lines = self._table.lines_of(set(session.line), session.world)
            if state[:2] != self._state[:2]:
                self._branches = session.branches
                elsewhere = (branch for branch in self._branches if not (branch.live or branch.undone))
                self._elsewhere = {n for branch in elsewhere for n in branch.moves}
            self._state = state
        return self._lines

    def turns(self) -> dict[int, int]:
        """Where turns open is no secret."""
        return {turn: self.line(n) for turn, n in past.turn_starts(self._session, self._session.line).items()}

    def moment(self, line: int) -> int:
        entry = self._table.entry(line)
        return self._session.play.gate.since(entry, self.who) if entry else 0

    def line(self, entry: int) -> int:
        return self._table.line(entry)

    def left(self, line: int) -> bool:
        return self._table.entry(line) in self._elsewhere

    def world(self, line: int) -> World:
        return self._table.world_at(self.moment(line))

    def view(self, line: int) -> View:
        return evolve(self._table.around(self.world(line)), n=self.last)

    def changed(self, line: int) -> dict[str, float]:
        """An undo counts what it takes back, a fork begins at the move it follows."""
        n = self._table.entry(line)
        if not n:
            return {}
        play = self._session.play
        now, was = scores(self._session.world_at(n)), scores(play.worlds.at(play.tree.base[n]))
        changes = {name: value - was.get(name, value) for name, value in now.items() if not name.startswith("margin/")}
        visible = ((name, amount) for name, amount in changes.items() if abs(amount) >= 0.05)
        return dict(sorted(visible, key=lambda each: (_rank(each[0]), -abs(each[1]))))

    def lanes(self) -> list[Lane]:
        session = self._session
        return branches.lanes(session, Eyes(session).lines_of(set(session.line), session.world))

    def branch_places(self) -> list[Place]:
        self.lines()
        return branches.branch_places(self._branches) if self.who == CONTROL else []


def _rank(score: str) -> int:
    """Theatres and the alliance's figures before pressure, and both before what is a seat's own."""
    figure = figure_at(score)
    form = figure.form if figure else ""
    return 2 if form in (SUPPORT, CAPITAL) else 1 if form == PRESSURE else 0
