"""The record as a replay walks it: which entries a place may read, what each changed, where one may jump to."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from attrs import frozen

from tabletop.journal.record.tree import Limb
from tabletop.journal.session import Session
from tabletop.model.moves import Bookmark, FireInject, Move, Note, WriteInject
from tabletop.model.record import Line
from tabletop.model.scenario import Scenario
from tabletop.model.seats import CONTROL
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores
from tabletop.table.local import LocalTable
from tabletop.words.names import inject_name, seat_name
from tabletop.words.sentences import line_line
from tabletop.words.turns import turn_starts


@frozen
class Mark:
    """`kind`: bookmark, inject or note; `n` the number of its entry."""

    kind: str
    n: int


class Place:
    """Somewhere to jump to: after line `n`. `kind`: turn, inject, note, bookmark, branch or move; `seat` who moved.

    `about`: an inject's id, chain and storyline, by which it is found too. `text` is made when it is first asked for:
    of thousands of places only those on screen are ever read.
    """

    __slots__ = ("_say", "_text", "about", "kind", "n", "seat")

    def __init__(
        self,
        n: int,
        kind: str,
        text: str | Line,
        seat: str = "",
        say: Callable[[Line], str] | None = None,
        about: str = "",
    ) -> None:
        self.n, self.kind, self.seat, self.about = n, kind, seat, about
        self._text, self._say = text, say

    @property
    def text(self) -> str:
        if not isinstance(self._text, str):
            self._text = self._say(self._text) if self._say else ""
        return self._text


class Record:
    """A session's record as `who` may read it, kept until the session grows or another place reads.

    Lines are counted as that place counts them, from 1; control counts as the record does.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.who = CONTROL
        self.limbs: tuple[Limb, ...] = ()
        self._lines: list[Line] = []
        self._controls: list[Line] = []
        self._left: set[int] = set()
        self._known: tuple[int, str, str] = (-1, "", "")

    @property
    def last(self) -> int:
        """The number of the last line."""
        return len(self.session.play.gate.numbers(self.who))

    def lines(self) -> list[Line]:
        """What this place may read by what is open now, in the order in which it was told."""
        state = (len(self.session.entries), self.session.head, self.who)
        if state != self._known:
            self._lines = self._read(self.who)
            if state[:2] != self._known[:2]:
                self._controls, self.limbs = [], self.session.tree
                self._left = {n for limb in self.limbs if not (limb.live or limb.undone) for n in limb.moves}
            self._known = state
        return self._lines

    def turns(self) -> dict[int, int]:
        """By turn the line after which it is open: where turns open is no secret."""
        if self.who == CONTROL:
            return turn_starts(self.lines())
        self._controls = self._controls or self._read(CONTROL)
        return {turn: self.line(n) for turn, n in turn_starts(self._controls).items()}

    def moment(self, line: int) -> int:
        """The entry with which a line was told."""
        entry = self._table.entry(line)
        return self.session.play.gate.since(entry, self.who) if entry else 0

    def line(self, entry: int) -> int:
        """The last line that had been told by an entry of the record."""
        return self._table.line(entry)

    def left(self, line: int) -> bool:
        """Whether a move stands on a branch that was left for another, and was not taken back."""
        return self._table.entry(line) in self._left

    @property
    def _table(self) -> LocalTable:
        return LocalTable(self.session, self.who)

    def _read(self, who: str) -> list[Line]:
        return LocalTable(self.session, who).lines_of(set(self.session.line), self.session.world)

    def world(self, line: int) -> World:
        """The board as this place saw it when a line was told."""
        return self._table.world_at(self.moment(line))

    def changed(self, line: int) -> dict[str, float]:
        """Points by which a move moved scores, the largest first; an undo counts what it takes back, a fork begins at
        the move it follows."""
        n = self._table.entry(line)
        if not n:
            return {}
        play = self.session.play
        now, was = scores(self.session.world_at(n)), scores(play.worlds.at(play.course.base[n]))
        moved = {name: value - was.get(name, value) for name, value in now.items() if not name.startswith("margin/")}
        told = ((name, amount) for name, amount in moved.items() if abs(amount) >= 0.05)
        return dict(sorted(told, key=lambda each: (_rank(each[0]), -abs(each[1]))))


def _rank(score: str) -> int:
    """Theatres and the alliance's figures before pressure, and both before what is a seat's own."""
    head = score.partition("/")[0]
    return 2 if head in ("support", "capital") else 1 if head == "pressure" else 0


def branch_places(limbs: Sequence[Limb]) -> list[Place]:
    """Where the branches end that were not taken back, and where they leave the others; nothing of a single line."""

    def told(limb: Limb) -> str:
        size = f"{len(limb.moves)} moves" if len(limb.moves) != 1 else "1 move"
        where = f"leaves after move {limb.parted}" if limb.parted else "from the opening"
        return f"branch of {size}, {'the line that stands' if limb.live else where}"

    kept = [limb for limb in limbs if not limb.undone] if len(limbs) > 1 else []
    return [Place(limb.last, "branch", told(limb)) for limb in kept]


def places(record: Sequence[Line], world: World, turns: dict[int, int], branches: Sequence[Place] = ()) -> list[Place]:
    """Every place to jump to in the order of the record: turns, injects, notes, bookmarks, branches, moves."""
    scenario, seats = world.scenario, world.seats
    say = partial(line_line, scenario=scenario, seats=seats)
    found = [Place(n, "turn", f"turn {turn}, {scenario.period(turn)}") for turn, n in turns.items()]
    for line in record:
        inject = getattr(line.move, "inject", "")
        about = _about(scenario, inject) if inject else ""
        found.append(Place(line.n, kind_of(line.move), line, line.move.seat, say, about))
    for inject, state in world.injects.items():
        if state.turn and not state.ref and state.turn in turns:
            said = f"{inject_name(scenario, inject)} is delivered"
            found.append(Place(turns[state.turn], "inject", said, about=_about(scenario, inject)))
    return sorted([*found, *branches], key=lambda place: (place.n, place.kind != "turn"))


def _about(scenario: Scenario, inject: str) -> str:
    spec = scenario.injects.get(inject)
    return f"{inject} {spec.chain} {spec.storyline}".lower() if spec else inject.lower()


def kind_of(move: Move) -> str:
    """turn, inject, note, bookmark or move."""
    match move:
        case FireInject() | WriteInject():
            return "inject"
        case Note():
            return "note"
        case Bookmark():
            return "bookmark"
    return "move"


def marks(record: Sequence[Line], turns: Mapping[int, int], world: World) -> list[Mark]:
    """What stands on the scrubber: injects, those that came by themselves too, notes and bookmarks."""
    found = [Mark(kind, line.n) for line in record if (kind := kind_of(line.move)) != "move"]
    came = {turns[state.turn] for state in world.injects.values() if not state.ref and state.turn in turns}
    return [*found, *(Mark("inject", n) for n in sorted(came))]


def matching(found: Sequence[Place], typed: str, world: World) -> list[Place]:
    """Places whose words all occur in what is typed: a number is a move, "t3" a turn, else kinds, seats and text."""
    said = typed.strip().lower()
    if said.isdecimal():
        return [place for place in found if place.n == int(said)]
    if said[:1] == "t" and said[1:].isdecimal():
        return [place for place in found if place.kind == "turn" and place.text.startswith(f"turn {said[1:]},")]
    words = said.split()
    names = {seat: seat_name(world.scenario, seat, world.seats).lower() for seat in world.seats}

    def fits(place: Place) -> bool:
        text = f"{place.kind} {place.text.lower()} {names.get(place.seat, place.seat)} {place.about}"
        return all(word in text for word in words)

    return [place for place in found if fits(place)] if words else [p for p in found if p.kind != "move"]
