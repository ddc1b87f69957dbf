"""Status quo: keeps to the announced plan, buys what it leads, puts what is left into readiness, withdraws nothing."""

from collections.abc import Iterator

from tabletop.model.moves import AcceptHandover, Answer, Fund, Move, SetReadiness
from tabletop.model.world import World
from tabletop.rules.draft import Draft
from tabletop.rules.home import readiness_price
from tabletop.rules.injects import OPEN, answering
from tabletop.rules.orders import cost


def status_quo(world: World, seat: str, seed: str) -> Iterator[Move]:
    """Answers with defaults, consents to what is proposed, pays for its own programmes in the catalogue's order."""
    yield from answers(world, seat)
    yield from consents(world, seat)
    if world.seats[seat].members and seat in world.own_supply:
        yield from _buy(world, seat)


def answers(world: World, seat: str) -> Iterator[Move]:
    """The default option of every inject that waits for this seat."""
    for name, state in world.injects.items():
        spec = world.scenario.injects.get(name)
        if spec and spec.default and state.state in OPEN and seat in answering(world, name):
            yield Answer(seat=seat, inject=name, option=spec.default)


def consents(world: World, seat: str) -> Iterator[Move]:
    """Agrees to every handover on the table."""
    for post, state in world.posts.items():
        if state.status == "proposed" and seat not in state.consents:
            yield AcceptHandover(seat=seat, post=post)


def _buy(world: World, seat: str) -> Iterator[Move]:
    money = world.figures[f"wallet/{seat}"]
    mine = set(world.seats[seat].members)
    bought = 0
    for name, spec in world.scenario.programmes.items():
        fund = Fund(seat=seat, programme=name)
        leads = bool(mine.intersection(spec.leads[:1]))
        late = world.turn + spec.first_lead > world.turns
        if leads and not late and bought < 3 and cost(world, seat, fund) <= money:
            yield fund
            money -= cost(world, seat, fund)
            bought += 1
    price = readiness_price(Draft(world), seat)
    level = min(1.0, money / price) if price else 0.0
    if level >= 0.05:
        yield SetReadiness(seat=seat, level=round(level - 0.005, 2))
