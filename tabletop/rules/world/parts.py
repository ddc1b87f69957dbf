"""A world laid open to change. Each part is copied when it is first touched; the world it came from stays as it is.

The plain ways to change it, without a word about what happened: that is the draft's.
"""

from collections.abc import Callable
from typing import Any

from attrs import fields

from tabletop.model.council import FreeMove, Letter, Promise, Text
from tabletop.model.departures import Departure
from tabletop.model.forces import Force, Programme, Status
from tabletop.model.injects import Inject, InjectState
from tabletop.model.members import Member
from tabletop.model.posts import Post
from tabletop.model.scenario import Scenario
from tabletop.model.seats import Order, Seat
from tabletop.model.world import Change, Inputs, Lasting, Phase, RedOrder, Ruled, State, Supply, World, inputs_of
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.frame import Cells, Frame, frame_of
from tabletop.rules.world.memory import Remembering, latest, of_seats

_FIELDS = tuple(a.name for a in fields(World))
#: Parts that may be changed key by key.
_PARTS = ("figures", "members", "forces", "programmes", "posts", "seats", "injects", "chains", "texts", "own_supply")
#: Asking an enumeration for its member takes several times as long as asking a module.
_LEAVING, _BUILDING = Status.LEAVING, Status.BUILDING
#: States of an inject that players have before them.
OPENED = frozenset((InjectState.DELIVERED, InjectState.SEEN, InjectState.ANSWERED))


class Parts(Remembering):
    """A world whose parts change. `freeze` gives the world that follows."""

    __slots__ = ("_away", "_home", "_owned", "_waiting", "frame", "limits")
    __setattr__, __delattr__ = object.__setattr__, object.__delattr__  # both, or the frozen kind's slow one is asked

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
    revealed: bool
    changes: tuple[Change, ...]
    history: tuple[dict[str, float | str], ...]
    departures: tuple[Departure, ...]
    supply: Supply
    home_supply: Supply
    own_supply: dict[str, Supply]
    new_supply: Supply
    assumed: dict[str, float]
    without: tuple[str, ...]
    played_under: str
    letters: tuple[Letter, ...]
    before: Inputs | None

    def __init__(self, world: World) -> None:
        for name in _FIELDS:
            setattr(self, name, getattr(world, name))
        self.frame: Frame = frame_of(world.scenario)
        self.limits = self.frame.limits
        self.answers = {}
        self.seated = of_seats(self.frame, tuple([(name, seat.members) for name, seat in self.seats.items()]))
        self.forget = self.answers.clear  # itself, and no method that calls it: it is called a thousand times a turn
        self._owned: set[str] = set()
        self._home: dict[str, str] | None = None
        self._waiting: set[str] | None = None
        self._away: set[str] | None = None

    def freeze(self) -> World:
        """The world as it stands now."""
        self._owned.clear()
        return World(**{name: getattr(self, name) for name in _FIELDS})

    def own(self, name: str) -> dict[str, Any]:
        """A part of the world as a dictionary that may be changed."""
        self.forget()
        part: dict[str, Any] = getattr(self, name)
        if name not in self._owned:
            part = dict(part)
            setattr(self, name, part)
            self._owned.add(name)
        return part

    def own_all(self) -> None:
        """Copies every part now, so that nobody need ask again."""
        self._waiting, self._away = self._laid_out(_waiting), self._laid_out(_away)
        for name in _PARTS:
            self.own(name)

    def shift(self, figure: str, amount: float) -> None:
        """Moves a figure."""
        self.put_figure(figure, self.figures.get(figure, 0.0) + amount)

    def put_figure(self, figure: str, value: float) -> None:
        """Gives a figure another value."""
        self.forget()
        figures = self.figures if "figures" in self._owned else self.own("figures")
        figures[figure] = value

    def put_force(self, force: str, state: Force) -> Cells | None:
        """Gives a force another state and counts supply anew; returns what supply gained, None if nothing moved."""
        self.forget()
        forces = self.forces if "forces" in self._owned else self.own("forces")
        old = forces[force]
        forces[force] = state
        if self._waiting is not None:
            if _waits(state):
                self._waiting.add(force)
            else:
                self._waiting.discard(force)
        if self._away is not None:
            if self.frame.displaced(force, state):
                self._away.add(force)
            else:
                self._away.discard(force)
        gone = self.frame.contribution(force, old)
        come = self.frame.contribution(force, state)
        if gone is come:
            return None
        spec = self.scenario.forces[force]
        gained = (*come, *((t, i, -amount) for t, i, amount in gone)) if gone else come
        if force in self.frame.reinforcements:
            self.home_supply = more_supply(self.home_supply, gained)
        elif spec.owner == self.scenario.names.anchor:
            self.supply = more_supply(self.supply, gained)
        elif spec.programme:
            self.new_supply = more_supply(self.new_supply, gained)
        else:
            own = self.own("own_supply")
            own[spec.owner] = more_supply(own.get(spec.owner) or self._nothing(), gained)
        return gained

    def waiting(self, status: Status | None = None) -> list[str]:
        """Forces that are about to leave or to arrive, or on their way, in the scenario's order; those of a status."""
        forces = self.forces
        if self._waiting is None:
            self._waiting = self._laid_out(_waiting)
        some = self._waiting if status is None else [name for name in self._waiting if forces[name].status is status]
        return sorted(some, key=self.frame.places.__getitem__) if some else []

    def away(self) -> list[str]:
        """Forces of the others that are not at their base, in the scenario's order."""
        if self._away is None:
            self._away = self._laid_out(_away)
        return sorted(self._away, key=self.frame.places.__getitem__) if self._away else []

    def _laid_out(self, work: Callable[..., list[str]]) -> set[str]:
        return set(work(self.frame, tuple(self.forces), tuple(self.forces.values())))

    def put(self, part: str, key: str, state: object) -> None:
        """Gives a member, post, chain or text another state."""
        states = getattr(self, part) if part in self._owned else self.own(part)
        states[key] = state

    def put_inject(self, name: str, state: Inject) -> None:
        """Gives an inject another state."""
        injects = self.injects if "injects" in self._owned else self.own("injects")
        old = injects.get(name)
        if old is None or (old.state in OPENED) is not (state.state in OPENED):
            self.forget()
        injects[name] = state

    def put_orders(self, name: str, orders: tuple[Order, ...], *, afresh: bool = False) -> None:
        """Gives a seat other orders; `afresh`: nothing of the last turn is left."""
        seats = self.seats if "seats" in self._owned else self.own("seats")
        old = seats[name]
        seats[name] = Seat(
            player=old.player,
            members=old.members,
            name=old.name,
            sealed=old.sealed and not afresh,
            orders=orders,
            expect=() if afresh else old.expect,
            provisional=old.provisional,
            words=old.words,
            seal=0 if afresh else old.seal,
        )

    def change_seat(self, name: str, **changes: Any) -> None:
        """Changes some fields of a seat."""
        self.own("seats")[name] = evolve(self.seats[name], **changes)

    def begin_turn(self, turn: int) -> None:
        """Clears what belongs to the last turn alone."""
        self.turn = turn
        self.changes = ()
        self.rulings = {}
        self._owned.discard("rulings")
        self.red = None
        self.letters = ()
        for name, seat in tuple(self.seats.items()):
            if seat.orders or seat.sealed or seat.expect:
                self.put_orders(name, (), afresh=True)

    def keep_before(self) -> None:
        """Keeps what scores are made of now, as what the turn began with."""
        self.before = inputs_of(self)
        self._owned -= {"figures", "own_supply"}

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


def _waits(state: Force) -> bool:
    """Whether a force has a turn before it: it leaves, it is on its way, or it has been ordered."""
    status = state.status
    return status is _LEAVING or state.arrives > 0 or (status is _BUILDING and state.turn > 0)


@latest
def _waiting(_: Frame, names: tuple[str, ...], states: tuple[Force, ...]) -> list[str]:
    """Forces that have a turn before them, by the states of all: asked by many campaigns from one world."""
    return [name for name, state in zip(names, states, strict=True) if _waits(state)]


@latest
def _away(frame: Frame, names: tuple[str, ...], states: tuple[Force, ...]) -> list[str]:
    """Forces of the others that are not at their base, by the states of all."""
    return [name for name, state in zip(names, states, strict=True) if frame.displaced(name, state)]


def more_supply(supply: Supply, gained: Cells) -> Supply:
    """Supply with some cells more."""
    rows: list[Any] = list(supply)
    for t, i, amount in gained:
        row = rows[t]
        if type(row) is tuple:
            row = rows[t] = list(row)
        row[i] += amount
    return tuple(map(tuple, rows))
