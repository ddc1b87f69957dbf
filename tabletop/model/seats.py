"""Seats: teams that decide for members and posts, their briefs and objectives."""

from typing import NamedTuple

from attrs import evolve, field, frozen

from tabletop.model.effects import Condition
from tabletop.model.moves.base import Move

#: Places that are no seat.
CONTROL, PUBLIC = "control", "public"

#: Lines that a bot can play by; what they do stands in `tabletop.analysis.policies`.
POLICIES = ("status-quo", "step-by-step", "free-ride", "abrupt-exit", "random", "own-objectives", "mixed")


@frozen(kw_only=True)
class MeasureSpec:
    """One measured part of an objective; points run straight from 0 at `floor` to 100 at `target`.

    `paths` are summed. `when`: final, min, mean, at. `since` is the first turn that counts; `at` the turns of "at"
    (their mean). `steps` gives points for words instead. `relative`: floor and target are added to the opening value.
    `grows`: an amount that builds up from the opening on: where fewer turns were played than it was set for, floor and
    target are taken in proportion. `only` must hold at the end, else 0.
    """

    paths: tuple[str, ...]
    when: str = "final"
    since: int = 1
    at: tuple[int, ...] = ()
    floor: float = 0.0
    target: float = 100.0
    steps: tuple[tuple[str, float], ...] = ()
    relative: bool = False
    grows: bool = False
    only: Condition | None = None
    share: float = 100.0


@frozen(kw_only=True)
class Abridgement:
    """An objective as it stands in a session of so many `turns` or fewer: what it names lies within its end. `title`:
    "" for the same."""

    turns: int
    text: str
    parts: tuple[MeasureSpec, ...]
    title: str = ""


@frozen(kw_only=True)
class ObjectiveSpec:
    """An open or secret objective. `weight` in per cent of its seat's total; `rubs` names seats it works against;
    `basis`: what its thresholds rest on. `short`: how it is cut for shorter sessions, the shortest first."""

    id: str
    title: str
    text: str
    weight: float
    secret: bool
    parts: tuple[MeasureSpec, ...]
    rubs: tuple[str, ...] = ()
    together: bool = False
    basis: str = "judgement"
    short: tuple[Abridgement, ...] = ()

    def within(self, turns: int) -> "ObjectiveSpec":
        """As it stands in a session of so many turns."""
        cut = next((each for each in self.short if turns <= each.turns), None)
        return evolve(self, title=cut.title or self.title, text=cut.text, parts=cut.parts) if cut else self

    @property
    def measures(self) -> tuple[MeasureSpec, ...]:
        """Its parts, whatever the length."""
        return (*self.parts, *(part for cut in self.short for part in cut.parts))


class Marked(NamedTuple):
    """`points` 0..100 of an objective, its `weight` in per cent of the seat's total; `due`: the turn at whose end it
    is measured, until then its points say only how it stands."""

    seat: str
    objective: ObjectiveSpec
    points: float
    weight: float
    due: int


@frozen(kw_only=True)
class Brief:
    """What a seat reads, in paragraphs and lists of one-line items. `short_arc` takes the place of `arc` in a session
    with fewer turns than the scenario's own."""

    situation: str
    interests: tuple[str, ...] = ()
    red_lines: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()
    dilemmas: tuple[str, ...] = ()
    arc: str = ""
    short_arc: str = ""

    def arc_within(self, turns: int, whole: int) -> str:
        """The arc of a session of so many turns, where the scenario has `whole`."""
        return self.short_arc or self.arc if turns < whole else self.arc


@frozen(kw_only=True)
class Objection:
    """What a seat will not have: the brief's red line of number `red_line`, from 1, stands against `to`, a text by its
    kind or kind/about, or a post. Against a certificate it stands only where the ledger contradicts it."""

    to: str
    red_line: int


@frozen(kw_only=True)
class SeatSpec:
    """`role`: anchor (may withdraw and deploy), members, or agenda (no members, free council items). `job`: in a line,
    for who chooses a seat, what its player does. `objections`: what bots that play it oppose for a red line's sake.
    `the`: sentences name it with the article."""

    id: str
    name: str
    short: str
    role: str
    members: tuple[str, ...]
    brief: Brief
    objectives: tuple[ObjectiveSpec, ...]
    agenda: int = 0  # council texts a turn that cost no order
    objections: tuple[Objection, ...] = ()
    job: str = ""
    the: bool = False

    @property
    def reads(self) -> tuple[str, ...]:
        """Every path that its objectives read."""
        parts = [part for objective in self.objectives for part in objective.measures]
        return tuple(path for part in parts for path in (*part.paths, *((part.only.path,) if part.only else ())))


@frozen(kw_only=True)
class Fold:
    """How seats join or turn into bots when fewer teams come than seats exist. `briefs`: by host, what a joined team
    reads before the briefs of its seats."""

    seats: int
    join: tuple[tuple[str, str], ...] = ()  # (joining, host)
    bots: tuple[tuple[str, str], ...] = ()  # (seat, policy)
    names: tuple[tuple[str, str], ...] = ()  # (host, new name)
    briefs: tuple[tuple[str, str], ...] = ()  # (host, paragraph)

    def seats_of(self, host: str) -> tuple[str, ...]:
        """A host and those that join it."""
        return (host, *(seat for seat, joined in self.join if joined == host))


@frozen
class Order:
    """A move a seat has made this turn, waiting for adjudication. `ref` is the move's number in the record."""

    move: Move
    ref: int = field(default=0, eq=False)
    free: bool = False  # costs no attention


@frozen(kw_only=True)
class Seat:
    """State: who plays it ("team" or "bot:POLICY"), its `orders` of this turn, and whether it has sealed."""

    player: str = "team"
    members: tuple[str, ...] = ()
    name: str = ""
    sealed: bool = False
    orders: tuple[Order, ...] = ()
    expect: tuple[tuple[str, str], ...] = ()
    provisional: bool = False  # a provisional budget: no new starts
    words: tuple[tuple[str, int], ...] = ()  # stance, turn: of late
    seal: int = field(default=0, eq=False)  # number of the move that sealed
