"""What a seat's sheet asks for already: planned shares, offers, readiness. Pure readings for the tables."""

from typing import TypeVar

from attrs import evolve

from tabletop.model.figures.forms import READINESS
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Fund, Invest, Move, SetReadiness
from tabletop.model.seats import Order
from tabletop.model.world import World
from tabletop.rules.acts.orders import same_thing
from tabletop.rules.acts.political_capital import planned_shares
from tabletop.rules.turn.money import income
from tabletop.rules.turn.spending import planned_share
from tabletop.rules.world.arithmetic import sum_of

M = TypeVar("M", bound=Move)


def share_after(world: World, seat: str, member: str) -> float:
    """The share a member would have after this turn under the seat's sheet, per cent of GDP."""
    shares = planned_shares(world, seat)
    return shares[member] if member in shares else planned_share(world, member, {})[0]


def brings(world: World, seat: str, member: str, share: float) -> float:
    """Billion dollars that a share brings the seat next turn above what today's brings."""
    then = evolve(world, members=world.members | {member: evolve(world.members[member], spending=share)})
    return income(then, seat) - income(world, seat)


def offer(world: World, seat: str, programme: str) -> tuple[float, bool]:
    """Per cent of a tranche that a seat offers this turn, and whether the offer stands each turn."""
    for move in on_sheet(world, seat, Fund):
        if move.programme == programme:
            return move.pays, move.standing
    standing = dict(world.programmes[programme].standing)
    return standing.get(seat, 0.0), seat in standing


def level(world: World, seat: str) -> float:
    """Readiness paid for after this turn, 0 to 1."""
    orders = on_sheet(world, seat, SetReadiness)
    return orders[0].level if orders else world.figures.get(path_of(READINESS, seat), 0.0)


def investment(world: World, seat: str, way: str) -> float:
    """Billion dollars the sheet puts into a way."""
    return sum_of(move.amount for move in on_sheet(world, seat, Invest) if move.way == way)


def on_sheet(world: World, seat: str, kind: type[M]) -> list[M]:
    """Orders of one kind."""
    return [order.move for order in world.seats[seat].orders if isinstance(order.move, kind)]


def order_about(world: World, move: Move) -> Order | None:
    """The order on the sheet that a move would replace."""
    return next((order for order in world.seats[move.seat].orders if same_thing(order.move, move)), None)
