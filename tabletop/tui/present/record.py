"""The record as a replay walks it: which entries a place may read, what each changed, where one may jump to."""

from collections.abc import Sequence

from attrs import frozen

from tabletop.journal.branches import Branch
from tabletop.journal.session import Session
from tabletop.model.moves import Bookmark, FireInject, Move, Note, WriteInject
from tabletop.model.world import World
from tabletop.rules.deterrence import scores
from tabletop.rules.sight import CONTROL, view
from tabletop.table.local import lines
from tabletop.table.port import Line
from tabletop.tui.present.names import inject_name, seat_name
from tabletop.tui.present.sentences import line_line
from tabletop.tui.widgets.scrubber import Mark


@frozen
class Place:
    """Somewhere to jump to: after entry `n`. `kind`: turn, inject, note, bookmark, branch or move; `seat` who moved."""

    n: int
    kind: str
    text: str
    seat: str = ""


class Record:
    """A session's entries as `who` may read them, kept until the session grows or another place reads."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.who = CONTROL
        self._lines: list[Line] = []
        self._known: tuple[int, str, str] = (-1, "", "")

    @property
    def last(self) -> int:
        return len(self.session.entries)

    def lines(self) -> list[Line]:
        """Entries that this place may read by what is open now, in the order of the file."""
        state = (self.last, self.session.head, self.who)
        if state != self._known:
            session = self.session
            self._lines = lines(session.entries, set(session.line), self.who, session.world)
            self._known = state
        return self._lines

    def world(self, n: int) -> World:
        """The board after entry n as this place saw it."""
        return view(self.session.world_at(n), self.who)

    def changed(self, n: int) -> dict[str, float]:
        """Points by which entry n moved scores, the largest first; an undo counts what it takes back."""
        if not n:
            return {}
        now, was = scores(self.session.world_at(n)), scores(self.session.world_at(n - 1))
        moved = {name: value - was.get(name, value) for name, value in now.items() if not name.startswith("margin/")}
        told = ((name, amount) for name, amount in moved.items() if abs(amount) >= 0.05)
        return dict(sorted(told, key=lambda each: (_rank(each[0]), -abs(each[1]))))


def _rank(score: str) -> int:
    """Theatres and the alliance's figures before pressure, and both before what is a seat's own."""
    head = score.partition("/")[0]
    return 2 if head in ("support", "capital") else 1 if head == "pressure" else 0


def branch_places(branches: Sequence[Branch]) -> list[Place]:
    """Where each line of the record ends, and where it left the others; nothing when there is but one."""
    if len(branches) < 2:
        return []

    def told(branch: Branch) -> str:
        size = f"{len(branch.entries)} moves" if len(branch.entries) > 1 else "1 move"
        where = f"parted after move {branch.parted}" if branch.parted else "from the opening"
        return f"branch of {size}, {where}{', played on now' if branch.live else ''}"

    return [Place(branch.tip, "branch", told(branch)) for branch in branches]


def places(record: Sequence[Line], world: World, turns: dict[int, int], branches: Sequence[Place] = ()) -> list[Place]:
    """Every place to jump to in the order of the record: turns, injects, notes, bookmarks, branches, moves."""
    scenario, seats = world.scenario, world.seats
    found = [Place(n, "turn", f"turn {turn}, {scenario.period(turn)}") for turn, n in turns.items()]
    for line in record:
        kind = kind_of(line.move)
        found.append(Place(line.n, kind, line_line(line, scenario, seats), line.move.seat))
    for inject, state in world.injects.items():
        if state.turn and not state.ref and state.turn in turns:
            found.append(Place(turns[state.turn], "inject", f"{inject_name(scenario, inject)} is delivered"))
    return sorted([*found, *branches], key=lambda place: (place.n, place.kind != "turn"))


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


def marks(found: Sequence[Place]) -> list[Mark]:
    """What stands on the scrubber."""
    return [Mark(place.kind, place.n) for place in found if place.kind in ("inject", "note", "bookmark")]


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
        text = f"{place.kind} {place.text.lower()} {names.get(place.seat, place.seat)}"
        return all(word in text for word in words)

    return [place for place in found if fits(place)] if words else [p for p in found if p.kind != "move"]
