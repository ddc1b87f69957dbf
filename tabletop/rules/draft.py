"""A world being changed: events go in, a new frozen world comes out. Copies a part only when it is first touched."""

from operator import attrgetter
from typing import Any, assert_never, cast

from attrs import evolve, fields

from tabletop.model.council import FreeMove, Promise, Text
from tabletop.model.events import (
    BudgetSet,
    ChainSettled,
    Credited,
    EffectsDue,
    EffectSet,
    Event,
    ForceChanged,
    FreeMoveChanged,
    InjectChanged,
    MemberChanged,
    ModeSet,
    Moved,
    OrderPlaced,
    OrderTakenBack,
    PhaseBegan,
    PlayerChanged,
    PostChanged,
    PracticeSet,
    Probed,
    ProgrammeChanged,
    PromiseChanged,
    ReadingsTaken,
    RedSealed,
    Ruling,
    SeatSealed,
    SeatUnsealed,
    StateChanged,
    TextChanged,
    TurnOpened,
    WordGiven,
)
from tabletop.model.forces import Force, Programme
from tabletop.model.injects import Inject
from tabletop.model.members import Member
from tabletop.model.posts import Post
from tabletop.model.scenario import Scenario
from tabletop.model.seats import Order, Seat
from tabletop.model.world import Change, Inputs, Lasting, Phase, RedOrder, Ruled, State, Supply, World
from tabletop.rules.frame import Cells, Frame, frame_of

_FIELDS = tuple(a.name for a in fields(World))
_VALUES = attrgetter(*_FIELDS)
#: Parts that a draft may change key by key.
_PARTS = ("figures", "members", "forces", "programmes", "posts", "seats", "injects", "chains", "texts", "own_supply")


class Draft:
    """Reads like a world. `emit` applies an event and remembers it; `freeze` gives the world that follows.

    What changes often has a method of its own (`moved`, `set_member`, ...), which makes no event when none is kept.
    """

    scenario: Scenario
    seed: str
    turns: int
    turn: int
    phase: Phase
    state: State
    figures: dict[str, float]
    members: dict[str, Member]
    forces: dict[str, Force]
    programmes: dict[str, Programme]
    posts: dict[str, Post]
    seats: dict[str, Seat]
    injects: dict[str, Inject]
    chains: dict[str, str]
    texts: dict[str, Text]
    promises: tuple[Promise, ...]
    free_moves: tuple[FreeMove, ...]
    rulings: dict[str, Ruled]
    lasting: tuple[Lasting, ...]
    red: RedOrder | None
    modes: tuple[tuple[str, str], ...]
    practice: bool
    changes: tuple[Change, ...]
    history: tuple[dict[str, float | str], ...]
    supply: Supply
    own_supply: dict[str, Supply]
    new_supply: Supply
    without: tuple[str, ...]
    before: Inputs | None

    def __init__(self, world: World, *, luck: bool = True, record: bool = True) -> None:
        self.__dict__.update(zip(_FIELDS, _VALUES(world), strict=True))
        self.luck = luck  # False: no chance at all, for looking ahead at the expected course
        self.record = record  # False: neither events nor causes are kept, for campaigns that nobody will explain
        self.frame: Frame = frame_of(world.scenario)
        self.events: list[Event] = []
        self.known: dict[str, Any] = {}  # what was worked out since a figure or a force last moved
        self.memory: dict[str, Any] = {}  # what was worked out of certain values, with those values
        self._owned: set[str] = set()
        self._log: list[Change] | None = None
        self._home: dict[str, str] | None = None
        if not record:
            for name in _PARTS:
                self.own(name)

    def emit(self, event: Event) -> None:
        """Applies an event and remembers it."""
        if self.record:
            self.events.append(event)
        self.apply(event)

    def freeze(self) -> World:
        """The world as it stands now."""
        if self._log is not None:
            self.changes = tuple(self._log)
            self._log = None
        self._owned.clear()
        return World(**{name: getattr(self, name) for name in _FIELDS})

    def as_world(self) -> World:
        """This draft for functions that only read a world."""
        return cast(World, self)

    def own(self, name: str) -> dict[str, Any]:
        """A part of the world as a dictionary that may be changed."""
        part: dict[str, Any] = getattr(self, name)
        if name not in self._owned:
            part = dict(part)
            setattr(self, name, part)
            self._owned.add(name)
        return part

    def apply(self, event: Event) -> None:
        """One case per event; never refuses, never rolls."""
        match event:
            case Moved():
                self.shift(event.figure, event.amount)
                self._note(event.figure, event.amount, event.cause, event.ref)
            case Credited():
                figures = self.own("figures")
                for figure, amount in event.cells:
                    figures[figure] = figures.get(figure, 0.0) + amount
                    if event.ref:
                        self._note(figure, amount, event.cause, event.ref)
            case PhaseBegan():
                self.phase = event.phase
            case ForceChanged():
                self._force(event.force, event.state, event.cause, event.ref)
            case MemberChanged():
                self.own("members")[event.member] = event.state
            case ProgrammeChanged():
                self.own("programmes")[event.programme] = event.state
            case PostChanged():
                self.own("posts")[event.post] = event.state
            case OrderPlaced():
                self._place(event.seat, event.order)
            case OrderTakenBack():
                orders = self.seats[event.seat].orders
                self._orders(event.seat, orders[: event.index] + orders[event.index + 1 :])
            case SeatSealed():
                self._seat(event.seat, sealed=True, expect=event.expect)
            case SeatUnsealed():
                self._seat(event.seat, sealed=False)
            case BudgetSet():
                self._seat(event.seat, provisional=event.provisional)
            case WordGiven():
                words = tuple(w for w in self.seats[event.seat].words if w[0] != event.stance)
                self._seat(event.seat, words=(*words, (event.stance, event.turn)))
            case PlayerChanged():
                self._seat(event.seat, player=event.player)
            case InjectChanged():
                self.own("injects")[event.inject] = event.state
            case ChainSettled():
                self.own("chains")[event.chain] = event.outcome
            case TextChanged():
                self.own("texts")[event.state.id] = event.state
            case PromiseChanged():
                self.promises = _put(self.promises, event.index, event.state)
            case FreeMoveChanged():
                self.free_moves = _put(self.free_moves, event.index, event.state)
            case RedSealed():
                self.red = event.order
            case Ruling():
                self.own("rulings")[event.item] = event.ruled
            case EffectSet():
                self.lasting = (*self.lasting, Lasting(event.turn, event.effect, event.cause, event.ref))
            case EffectsDue():
                self.lasting = tuple(due for due in self.lasting if due.turn > event.turn)
            case Probed():
                figures = self.own("figures")
                figures["probes"] = figures.get("probes", 0.0) + 1
                if not event.answered:
                    figures["probes/unanswered"] = figures.get("probes/unanswered", 0.0) + 1
            case ReadingsTaken():
                self.history = (*self.history[: self.turn], event.readings)
            case StateChanged():
                self.state = event.state
            case TurnOpened():
                self._open(event.turn)
            case ModeSet():
                modes = tuple(m for m in self.modes if m[0] != event.domain)
                self.modes = (*modes, (event.domain, event.mode))
            case PracticeSet():
                self.practice = event.on
            case _:
                assert_never(event)

    def shift(self, figure: str, amount: float) -> None:
        """Moves a figure without a word about it."""
        if self.known:
            self.known = {}
        figures = self.figures if "figures" in self._owned else self.own("figures")
        figures[figure] = figures.get(figure, 0.0) + amount

    def moved(self, figure: str, amount: float, cause: str, ref: int = 0) -> None:
        """Adds to a figure, whatever its range."""
        if self.record:
            self.emit(Moved(figure, amount, cause, ref))
        else:
            self.shift(figure, amount)

    def credited(self, cells: list[tuple[str, float]], cause: str, ref: int = 0) -> None:
        """Adds to the ledger; `cells` are figures and amounts."""
        if self.record:
            self.emit(Credited(tuple(cells), cause, ref))
        else:
            figures = self.figures
            for figure, amount in cells:
                figures[figure] = figures.get(figure, 0.0) + amount

    def set_member(self, member: str, state: Member) -> None:
        """Gives a member another state."""
        if self.record:
            self.emit(MemberChanged(member, state))
        else:
            self.members[member] = state

    def set_force(self, force: str, state: Force, cause: str, ref: int = 0) -> None:
        """Gives a force another state and counts supply anew."""
        if self.record:
            self.emit(ForceChanged(force, state, cause, ref))
        else:
            self._force(force, state, cause, ref)

    def set_programme(self, programme: str, state: Programme) -> None:
        """Gives a programme another state."""
        if self.record:
            self.emit(ProgrammeChanged(programme, state))
        else:
            self.programmes[programme] = state

    def set_post(self, post: str, state: Post, cause: str, ref: int = 0) -> None:
        """Gives a post another state."""
        if self.record:
            self.emit(PostChanged(post, state, cause, ref))
        else:
            self.posts[post] = state

    def set_inject(self, inject: str, state: Inject) -> None:
        """Gives an inject another state."""
        if self.record:
            self.emit(InjectChanged(inject, state))
        else:
            self.injects[inject] = state

    def begin_phase(self, phase: Phase) -> None:
        """Goes on to a phase."""
        if self.record:
            self.emit(PhaseBegan(phase))
        else:
            self.phase = phase

    def place(self, seat: str, order: Order) -> None:
        """Puts an order on a seat's sheet."""
        if self.record:
            self.emit(OrderPlaced(seat, order))
        else:
            self._place(seat, order)

    def _place(self, seat: str, order: Order) -> None:
        self._orders(seat, (*self.seats[seat].orders, order))

    def _note(self, figure: str, amount: float, cause: str, ref: int, cells: Cells = ()) -> None:
        if not self.record:
            return
        if self._log is None:
            self._log = list(self.changes)
        self._log.append(Change(figure, amount, cause, ref, cells))

    def _orders(self, name: str, orders: tuple[Order, ...], *, opened: bool = False) -> None:
        """A seat with other orders; `opened`: nothing of the last turn is left."""
        old = self.seats[name]
        self.own("seats")[name] = Seat(
            player=old.player,
            members=old.members,
            name=old.name,
            sealed=old.sealed and not opened,
            orders=orders,
            expect=() if opened else old.expect,
            provisional=old.provisional,
            words=old.words,
        )

    def _seat(self, name: str, **changes: Any) -> None:
        self.own("seats")[name] = evolve(self.seats[name], **changes)

    def _open(self, turn: int) -> None:
        self.turn = turn
        self.changes = ()
        self._log = []
        self.rulings = {}
        self._owned.discard("rulings")
        self.red = None
        if self.record:
            self.before = Inputs(self.figures, self.supply, self.own_supply, self.new_supply)
            self._owned -= {"figures", "own_supply"}
        for name, seat in tuple(self.seats.items()):
            if seat.orders or seat.sealed or seat.expect:
                self._orders(name, (), opened=True)

    def _force(self, force: str, state: Force, cause: str, ref: int) -> None:
        forces = self.own("forces")
        spec = self.scenario.forces[force]
        old = forces[force]
        forces[force] = state
        gone = self.frame.contribution(force, old)
        come = self.frame.contribution(force, state)
        if gone is come:
            return
        self.known = {}
        if self.record:
            gained = (*come, *((t, i, -amount) for t, i, amount in gone))
            self._note(f"supply/{force}", 1.0 if come else -1.0, cause, ref, gained)
        if spec.owner == self.scenario.names.anchor:
            self.supply = _shift(self.supply, gone, come)
        elif spec.programme:
            self.new_supply = _shift(self.new_supply, gone, come)
        else:
            seat = self.home[spec.owner]
            own = self.own("own_supply")
            own[seat] = _shift(own.get(seat) or self._nothing(), gone, come)

    def _nothing(self) -> Supply:
        return ((0,) * len(self.frame.areas),) * len(self.frame.theatres)

    @property
    def luck_key(self) -> str:
        """The seed of every draw; practice has luck of its own, so that nobody sees what is to come."""
        return f"{self.seed}/practice" if self.practice else self.seed

    def seat_of(self, member: str) -> str:
        """The seat that plays a member, or ""."""
        return self.home.get(member, "")

    @property
    def home(self) -> dict[str, str]:
        """The seat of each member that has one. Nobody changes seats in play."""
        if self._home is None:
            self._home = {member: name for name, seat in self.seats.items() for member in seat.members}
        return self._home


def _put(items: tuple[Any, ...], index: int, item: Any) -> tuple[Any, ...]:
    return (*items[:index], item, *items[index + 1 :])


def _shift(supply: Supply, gone: tuple[tuple[int, int, int], ...], come: tuple[tuple[int, int, int], ...]) -> Supply:
    """Supply with some cells taken off and others put on."""
    rows = [list(row) for row in supply]
    for t, i, amount in gone:
        rows[t][i] -= amount
    for t, i, amount in come:
        rows[t][i] += amount
    return tuple([tuple(row) for row in rows])
