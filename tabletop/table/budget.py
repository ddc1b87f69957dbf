"""A seat's money as its tables have it: what members spend and would, readiness, purchases, ways of industry."""

from attrs import frozen

from tabletop.model.figures.forms import READINESS, SUPPORT, WALLET, WORTH
from tabletop.model.figures.path import path_of
from tabletop.model.inner import ALARM
from tabletop.model.moves import Fund
from tabletop.model.world import World
from tabletop.rules.acts.options import members_on_path, payable
from tabletop.rules.acts.orders import cost
from tabletop.rules.acts.political_capital import rise_cost
from tabletop.rules.ahead import plans
from tabletop.rules.turn.programmes import discount, slip_odds
from tabletop.rules.turn.readiness import reached, readiness_price
from tabletop.rules.turn.spending import path_after, urge_of
from tabletop.rules.turn.voters import borne, wanted
from tabletop.rules.turn.worth import ageing, holding_share, kept
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.hosts import with_forces
from tabletop.table.memory import PlaceMemory
from tabletop.table.prices import serving


@frozen
class Spending:
    """A member's share, per cent of GDP: `now`, its `pledge`, and as expected next turn, `planned` under the sheet, of
    that `pull` what alarm and being asked draw it by; what that takes of the seat's political capital, points, and
    `brings` next turn, billion dollars. `free`: off the path, nothing planned.

    `worth` of its forces, an index of 1 at the opening, what that gains a turn (`gains`), and the share that would hold
    it, per cent of GDP, 0 where none would.
    """

    member: str
    now: float
    pledge: float
    planned: float = 0.0
    capital: float = 0.0
    brings: float = 0.0
    free: bool = False
    pull: float = 0.0
    worth: float = 1.0
    gains: float = 0.0
    holds: float = 0.0


@frozen
class Voters:
    """A seat's: `support` in points, lost under `floor`; `alarm`, a level; the rise above the path that they bear this
    turn (`bear`) and the one that they ask for (`want`), in points of GDP."""

    support: float
    floor: float
    alarm: float
    bear: float
    want: float


@frozen
class Total:
    """All members of a seat as one, weighted by GDP: `share` and `pledge` in per cent of it; `free`: none on a path."""

    share: float
    pledge: float
    free: bool


@frozen
class Readiness:
    """Part of own forces kept ready, 0 to 1, `now`, `asked` for and as `planned` after this turn, a `step` up at most;
    what the plan takes each turn, billion dollars."""

    now: float
    asked: float
    planned: float
    step: float
    money: float


@frozen
class Purchase:
    """A programme's next tranche: its price in billion dollars, what this seat and the others offer in per cent of it,
    whether its own offer stands each turn, the turn it arrives in, points of overall deterrence once it stands;
    which objectives of the seat name what it brings (`serves`)."""

    programme: str
    price: float
    offer: float
    standing: bool
    others: float
    arrives: int
    points: float
    serves: tuple[str, ...] = ()


@frozen
class Investment:
    """A way of industry: billion dollars a step, those put in, the turn it works in, points of those or of one step."""

    way: str
    step: float
    amount: float
    works: int
    points: float


@frozen
class Budget:
    """Of one seat in one world. Asks rules, keeps nothing but what `memory` does."""

    world: World
    seat: str
    memory: PlaceMemory

    @property
    def on_path(self) -> tuple[str, ...]:
        """Members whose spending the seat sets."""
        return members_on_path(self.world, self.seat)

    @property
    def spending(self) -> tuple[Spending, ...]:
        """Every member in the seat's order."""
        return tuple(self._spending(member) for member in self.world.seats[self.seat].members)

    def of(self, member: str) -> Spending:
        """One member's."""
        return self._spending(member)

    @property
    def discount(self) -> float:
        """The part of every price that industry takes off; below 0 where it adds."""
        return discount(self.world)

    @property
    def total(self) -> Total:
        """The seat as one payer."""
        specs, states, members = self.world.scenario.members, self.world.members, self.world.seats[self.seat].members
        gdp = sum_of(specs[m].gdp for m in members) or 1.0
        return Total(
            share=sum_of(specs[m].gdp * states[m].spending for m in members) / gdp,
            pledge=sum_of(specs[m].gdp * states[m].pledge for m in members) / gdp,
            free=all(specs[m].outside_path for m in members),
        )

    @property
    def readiness(self) -> Readiness | None:
        """None for a seat without forces of its own to keep ready."""
        world, seat = self.world, self.seat
        if seat not in with_forces(world) or seat == world.scenario.names.anchor_seat:
            return None
        now, planned = world.figures.get(path_of(READINESS, seat), 0.0), reached(world, seat, self.level)
        full = readiness_price(world, seat)
        return Readiness(now, self.level, planned, world.scenario.coefficients.readiness_step, planned * full)

    @property
    def voters(self) -> Voters:
        """What they make of it, under the sheet as it stands."""
        world, seat = self.world, self.seat
        members, specs = self.on_path, world.scenario.members
        gdp = sum_of(specs[m].gdp for m in world.seats[seat].members) or 1.0
        over = (specs[m].gdp * max(0.0, self.planned(m) - path_after(world, m)) for m in members)
        bear = 0.0 if world.seats[seat].provisional else borne(world, seat, sum_of(over) / gdp)
        floor = world.scenario.coefficients.support_floor
        return Voters(world.figures[path_of(SUPPORT, seat)], floor, world.figures[ALARM], bear, wanted(world))

    @property
    def purchases(self) -> tuple[Purchase, ...]:
        """What the seat may pay for: what its objectives name, then what arrives in time, best value first."""
        world, programmes = self.world, payable(self.world, self.seat)
        value = self.memory.worth(world, programmes) if programmes else {}
        named = {name for name in programmes if serving(world, self.seat, name)}
        late = {name for name in programmes if world.turn + world.scenario.programmes[name].first_lead > world.turns}
        best = sorted(programmes, key=lambda name: (name not in named, name in late, -value.get(name, 0.0)))
        return tuple(self._purchase(name, value.get(name, 0.0)) for name in best)

    @property
    def investments(self) -> tuple[Investment, ...]:
        """Every way of industry; none for a seat without money."""
        if not self.world.figures.get(path_of(WALLET, self.seat), 0.0):
            return ()
        return tuple(self._investment(way) for way in self.world.scenario.ways)

    @property
    def level(self) -> float:
        """Readiness paid for after this turn, 0 to 1."""
        return plans.level(self.world, self.seat)

    def planned(self, member: str) -> float:
        """The share a member would have after this turn under the sheet, per cent of GDP."""
        return plans.share_after(self.world, self.seat, member)

    def offered(self, programme: str) -> tuple[float, bool]:
        """Per cent of a tranche that the seat offers this turn, and whether the offer stands each turn."""
        return plans.offer(self.world, self.seat, programme)

    def invested(self, way: str) -> float:
        """Billion dollars the sheet puts into a way."""
        return plans.investment(self.world, self.seat, way)

    def slip_odds(self, programme: str) -> float:
        """The probability that a tranche is a turn late as things stand, 0 to 1."""
        return slip_odds(self.world, self.world.scenario.programmes[programme])

    def _spending(self, member: str) -> Spending:
        world, state = self.world, self.world.members[member]
        if world.scenario.members[member].outside_path:
            return Spending(member, state.spending, state.pledge, free=True)
        share = self.planned(member)
        capital = rise_cost(world, self.seat, {member: share})
        brings = plans.brings(world, self.seat, member, share)
        pull = urge_of(world)
        drawn = pull.all + (pull.below if state.spending < state.pledge else 0.0) if not state.by_hand else 0.0
        k, worth, old = world.scenario.coefficients, world.figures.get(path_of(WORTH, member), 1.0), ageing(world)
        return Spending(
            member, state.spending, state.pledge, share, capital, brings,
            pull=drawn, worth=worth, gains=kept(k, share, worth) - old, holds=holding_share(k, worth, old),
        )  # fmt: skip

    def _purchase(self, name: str, value: float) -> Purchase:
        world, seat = self.world, self.seat
        bn = cost(world, Fund(seat=seat, programme=name))
        offer, standing = self.offered(name)
        others = sum_of(part for who, part in world.programmes[name].standing if who != seat)
        arrives = world.turn + world.scenario.programmes[name].first_lead
        return Purchase(name, bn, offer, standing, others, arrives, value * bn, serving(world, seat, name))

    def _investment(self, way: str) -> Investment:
        spec, amount = self.world.scenario.ways[way], self.invested(way)
        points = spec.industry * (amount / spec.per if amount else 1.0)
        return Investment(way, spec.per, amount, self.world.turn + spec.delay, points)
