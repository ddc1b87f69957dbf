"""A seat's sheet of orders: what they use of its attention and money, and which replace each other."""

from collections.abc import Sequence

from tabletop.model.figures.forms import READINESS
from tabletop.model.figures.path import path_of
from tabletop.model.moves import (
    Assign,
    Backfill,
    CancelWithdrawal,
    Declare,
    Deploy,
    Fund,
    Invest,
    Move,
    ProposeHandover,
    SetPace,
    SetReadiness,
    SetSpending,
    TableText,
    Withdraw,
)
from tabletop.model.seats import Order
from tabletop.model.world import World
from tabletop.rules.turn.programmes import price
from tabletop.rules.turn.readiness import readiness_price
from tabletop.rules.world.arithmetic import count_of, sum_of
from tabletop.rules.world.draft import Draft

#: Orders that take one another's place where they are about the same force.
FORCE_ORDERS = frozenset((Assign, Deploy, Withdraw, CancelWithdrawal))


def thing(move: Move) -> tuple[str, ...]:
    """What an order is about; two orders about the same thing are one order changed."""
    match move:
        case SetSpending():
            return ("spending", move.member)
        case SetPace():
            return ("pace", *sorted(move.members))
        case Fund():
            return ("fund", move.programme)
        case Invest():
            return ("invest", move.way)
        case Assign() | Deploy() | Withdraw() | CancelWithdrawal():
            return ("force", move.force)
        case SetReadiness():
            return ("readiness",)
        case Backfill():
            return ("backfill", move.replaces)
        case Declare():
            return ("declare",)
        case ProposeHandover():
            return ("post", move.post)
        case TableText():
            return ("text", move.kind, move.about)
        case _:
            return ()


def replaced(orders: Sequence[Order], move: Move) -> int:
    """The place of the order on a sheet that an order takes, -1 for none."""
    about, kind = thing(move), type(move)
    if about:
        alike = FORCE_ORDERS if kind in FORCE_ORDERS else (kind,)
        for index, order in enumerate(orders):
            if type(order.move) in alike and thing(order.move) == about:
                return index
    return -1


def same_thing(one: Move, other: Move) -> bool:
    """Whether the second order takes the place of the first."""
    about = thing(one)
    return bool(about) and about == thing(other)


def attention(world: World, seat: str) -> int:
    """Orders a seat has used this turn."""
    return count_of(not order.free for order in world.seats[seat].orders)


def free_agenda(world: World, seat: str) -> bool:
    """Whether tabling one more text costs this seat no order."""
    allowed = world.scenario.seats[seat].agenda
    tabled = count_of(order.free and isinstance(order.move, TableText) for order in world.seats[seat].orders)
    return tabled < allowed


def cost(world: World, seat: str, move: Move) -> float:
    """Billion dollars an order takes from the seat's wallet this turn."""
    match move:
        case Fund():
            spec = world.scenario.programmes[move.programme]
            ordered = world.programmes[move.programme].ordered
            return price(world.scenario.coefficients.second_series, spec, ordered) * min(move.pays, 100.0) / 100
        case Invest():
            return move.amount
        case SetReadiness():
            return readiness_price(Draft(world), seat) * move.level
        case _:
            return 0.0


def committed(world: World, seat: str, without: Move | None = None) -> float:
    """Billion dollars a seat's sheet takes this turn: its orders, standing offers and standing readiness."""
    orders = [o.move for o in world.seats[seat].orders if without is None or not same_thing(o.move, without)]
    total = sum_of(cost(world, seat, order) for order in orders)
    if without is not None and isinstance(without, SetReadiness):
        readiness_set = True
    else:
        readiness_set = any(isinstance(order, SetReadiness) for order in orders)
    level = world.figures.get(path_of(READINESS, seat), 0.0)
    if level and not readiness_set and seat in world.own_supply:
        total += readiness_price(Draft(world), seat) * level
    funded = {order.programme for order in orders if isinstance(order, Fund)}
    if isinstance(without, Fund):
        funded.add(without.programme)
    if world.seats[seat].provisional:
        return total  # standing offers rest
    for name, state in world.programmes.items():
        for who, pays in state.standing:
            if who == seat and name not in funded:
                total += cost(world, seat, Fund(seat=seat, programme=name, pays=pays))
    return total
