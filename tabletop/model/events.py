"""What happened: a closed union. `tabletop.rules.world.draft` applies one case for each; none refuses, none rolls.

Every event that moves a figure names its cause and the number of the move behind it (`ref`, 0: none).
"""

from attrs import field, frozen

from tabletop.model.cause import Cause
from tabletop.model.council import FreeMove, Letter, Promise, Text
from tabletop.model.departures import Departure
from tabletop.model.effects import Effect
from tabletop.model.forces import Force, Programme
from tabletop.model.injects import Inject
from tabletop.model.members import Member
from tabletop.model.posts import Post
from tabletop.model.seats import Order
from tabletop.model.world import Phase, RedOrder, Ruled, State


@frozen
class StateChanged:
    state: State


@frozen
class PhaseBegan:
    phase: Phase


@frozen
class TurnOpened:
    """Everything of the last turn alone is cleared."""

    turn: int


@frozen
class Moved:
    """`amount` was added to a figure; already softened and clamped."""

    figure: str
    amount: float
    cause: Cause
    ref: int = field(default=0, eq=False)


@frozen
class MemberChanged:
    member: str
    state: Member


@frozen
class ForceChanged:
    force: str
    state: Force
    cause: Cause
    ref: int = field(default=0, eq=False)


@frozen
class DeparturesSet:
    """All departures as they are covered now."""

    departures: tuple[Departure, ...]


@frozen
class ProgrammeChanged:
    programme: str
    state: Programme


@frozen
class PostChanged:
    post: str
    state: Post
    cause: Cause
    ref: int = field(default=0, eq=False)


@frozen
class InjectChanged:
    inject: str
    state: Inject


@frozen
class ChainSettled:
    chain: str
    outcome: str


@frozen
class TextChanged:
    state: Text


@frozen
class PromiseChanged:
    """`index` among the promises; one past the end is a new one."""

    index: int
    state: Promise


@frozen
class LettersSet:
    """All letters that wait for an answer now."""

    letters: tuple[Letter, ...]


@frozen
class FreeMoveChanged:
    """`index` among the free moves; one past the end is a new one."""

    index: int
    state: FreeMove


@frozen
class OrderPlaced:
    seat: str
    order: Order


@frozen
class OrderTakenBack:
    seat: str
    index: int


@frozen
class SeatSealed:
    seat: str
    expect: tuple[tuple[str, str], ...]
    ref: int = field(default=0, eq=False)


@frozen
class SeatUnsealed:
    seat: str


@frozen
class BudgetSet:
    """A seat's budget became provisional or normal again."""

    seat: str
    provisional: bool


@frozen
class WordGiven:
    """A seat gave its word by a stance."""

    seat: str
    stance: str
    turn: int


@frozen
class PlayerChanged:
    seat: str
    player: str


@frozen
class RedSealed:
    order: RedOrder


@frozen
class Ruling:
    item: str
    ruled: Ruled


@frozen
class EffectSet:
    """`effect` falls due at the adjudication of `turn`."""

    turn: int
    effect: Effect
    cause: Cause
    ref: int = field(default=0, eq=False)


@frozen
class EffectsDue:
    """What was set for this turn has been applied and is struck off."""

    turn: int


@frozen
class ModeSet:
    domain: str
    mode: str


@frozen
class PracticeSet:
    on: bool


@frozen
class ObjectivesTold:
    """What every seat had wanted has been told to the room."""


@frozen
class Probed:
    """The adversary tried an ally in a theatre."""

    theatre: str
    kind: str
    hit: bool
    answered: bool


@frozen
class ReadingsTaken:
    """What stood at the end of a turn, by path."""

    readings: dict[str, float | str]


Event = (
    StateChanged
    | PhaseBegan
    | TurnOpened
    | Moved
    | DeparturesSet
    | MemberChanged
    | ForceChanged
    | ProgrammeChanged
    | PostChanged
    | InjectChanged
    | ChainSettled
    | TextChanged
    | PromiseChanged
    | LettersSet
    | FreeMoveChanged
    | OrderPlaced
    | OrderTakenBack
    | SeatSealed
    | SeatUnsealed
    | BudgetSet
    | WordGiven
    | PlayerChanged
    | RedSealed
    | Ruling
    | EffectSet
    | EffectsDue
    | ModeSet
    | PracticeSet
    | ObjectivesTold
    | Probed
    | ReadingsTaken
)
