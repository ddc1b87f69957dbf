"""What a seat buys: tranches of programmes, and ways to let industry grow."""

from collections.abc import Iterator, Sequence
from math import isfinite

from tabletop.model.moves import Fund, Invest
from tabletop.model.refusal import Refusal
from tabletop.model.world import Change, World
from tabletop.rules.acts.act import Act, Step
from tabletop.rules.acts.ids import unknown
from tabletop.rules.acts.options import payable
from tabletop.rules.acts.orders import too_dear
from tabletop.rules.turn.programmes import WHOLE, price
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.hosts import hosts_of

#: Parts of a tranche that are offered, in per cent.
OFFERS = (100.0, 50.0, 25.0)


def _fund(world: World, move: Fund) -> Refusal | None:
    if refusal := unknown("programme", move.programme, world.scenario.programmes):
        return refusal
    spec = world.scenario.programmes[move.programme]
    payers = hosts_of(world, spec.payers)
    if move.seat not in payers:
        who = ", ".join(sorted(world.seats[payer].name for payer in payers))
        return Refusal("programme/not-yours", f"{spec.name} can be paid for by {who}")
    if not isfinite(move.pays) or not 0 <= move.pays <= 100:
        return Refusal("programme/offer", f"an offer is 0 to 100 per cent of a tranche; {move.pays:g} asked")
    if move.pays == 0:
        return None
    if world.seats[move.seat].provisional:
        return _provisional(world, move.seat)
    state = world.programmes[move.programme]
    if f"{move.programme}-{state.ordered + 1}" not in world.forces:
        return Refusal("programme/complete", f"all {state.ordered} tranches of {spec.name} are ordered")
    return too_dear(world, move)


def _invest(world: World, move: Invest) -> Refusal | None:
    if refusal := unknown("way", move.way, world.scenario.ways):
        return refusal
    if not isfinite(move.amount) or move.amount <= 0:
        return Refusal("money/amount", "an investment is more than 0 billion dollars")
    if not world.seats[move.seat].members:
        return Refusal("seat/no-members", f"{world.seats[move.seat].name} has no budget")
    if world.seats[move.seat].provisional:
        return _provisional(world, move.seat)
    return too_dear(world, move)


def _provisional(world: World, seat: str) -> Refusal:
    return Refusal("politics/provisional", f"{world.seats[seat].name} has a provisional budget: no new starts")


def _tranche_part(world: World, move: Fund) -> float:
    return price(world, move.programme) * min(move.pays, 100.0) / 100


def _standing(world: World, seat: str) -> Iterator[Fund]:
    if world.seats[seat].provisional:
        return  # standing offers rest
    for name, state in world.programmes.items():
        for who, pays in state.standing:
            if who == seat:
                yield Fund(seat=seat, programme=name, pays=pays)


def _offers(world: World, seat: str) -> Iterator[Fund]:
    for programme in payable(world, seat):
        for pays in OFFERS:
            yield Fund(seat=seat, programme=programme, pays=pays)
        yield Fund(seat=seat, programme=programme, standing=True)


def _not_ordered(world: World, move: Fund, changes: Sequence[Change]) -> Iterator[str]:
    if not any(change.figure.startswith("wallet/") for change in changes):
        offered = _offered(world, move.programme)
        industry = world.scenario.tracks[world.scenario.names.industry].name
        short = (
            f"only {offered:.0f} % of its price is offered"
            if offered < WHOLE
            else f"a wallet or {industry} falls short"
        )
        yield f"not ordered: {short}"


def _offered(world: World, programme: str) -> float:
    """Per cent of a tranche that all sheets and standing offers come to, whether they can be paid or not."""
    offers = dict(world.programmes[programme].standing)
    for seat, state in world.seats.items():
        for order in state.orders:
            if isinstance(order.move, Fund) and order.move.programme == programme:
                offers[seat] = order.move.pays
    return sum_of(offers.values())


Act(
    Fund,
    check=_fund,
    about=lambda move: ("fund", move.programme),
    cost=_tranche_part,
    standing=_standing,
    offers=_offers,
    step=Step.BUY,
    domain="money",
    needs=_not_ordered,
)
Act(
    Invest,
    check=_invest,
    about=lambda move: ("invest", move.way),
    cost=lambda world, move: move.amount,
    offers=lambda world, seat: (
        Invest(seat=seat, way=way, amount=spec.per) for way, spec in world.scenario.ways.items()
    ),
    step=Step.INVEST,
    domain="money",
)
