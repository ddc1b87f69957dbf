"""What a seat's sheet takes of its political capital: rises above the path, and words that have a price at home."""

from collections.abc import Sequence

from tabletop.model.figures.forms import CAPITAL
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Declare, Move
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.orders import same_thing
from tabletop.rules.turn.declare import price_of_words
from tabletop.rules.turn.spending import ordered_share, path_after, planned_share, sheet
from tabletop.rules.world.arithmetic import sum_of


def taken(world: World, seat: str) -> float:
    """Points that a seat's sheet takes as it stands."""
    return _taken(world, seat, [order.move for order in world.seats[seat].orders])


def rise_cost(world: World, seat: str, shares: dict[str, float]) -> float:
    """Points that this turn's shares would take: points of GDP above the path, weighted by GDP.

    `shares` are those set on the sheet; every other member goes on as it did, at what that costs.
    """
    specs = world.scenario.members
    members = world.seats[seat].members
    gdp = sum_of(specs[m].gdp for m in members)
    above = 0.0
    for m in members:
        if not specs[m].outside_path:
            share = ordered_share(world, m, shares)
            above += specs[m].gdp * max(0.0, share - max(world.members[m].spending, path_after(world, m)))
    return world.scenario.coefficients.capital_per_point * above / gdp if gdp else 0.0


def planned_shares(world: World, seat: str) -> dict[str, float]:
    """Shares that a seat's sheet sets, by member."""
    return _shares(world, seat, [order.move for order in world.seats[seat].orders])


def beyond_capital(world: World, move: Move) -> Refusal | None:
    """Refused when a move raises what the sheet takes beyond what there is."""
    others = [order.move for order in world.seats[move.seat].orders if not same_thing(order.move, move)]
    price = _taken(world, move.seat, [*others, move])
    have = world.figures[path_of(CAPITAL, move.seat)]
    if price > have + 1e-9 and price > _taken(world, move.seat, others) + 1e-9:
        return Refusal(
            "politics/no-capital",
            f"that takes {price:.1f} points of political capital and {world.seats[move.seat].name} has {have:.1f}",
        )
    return None


def _taken(world: World, seat: str, orders: Sequence[Move]) -> float:
    words = sum_of(price_of_words(world.scenario, seat, each.stance) for each in orders if isinstance(each, Declare))
    return rise_cost(world, seat, _shares(world, seat, orders)) + words


def _shares(world: World, seat: str, orders: Sequence[Move]) -> dict[str, float]:
    shares, paces = sheet(world, [(seat, order, 0) for order in orders])
    return {member: planned_share(world, member, shares, paces)[0] for member in (*shares, *paces)}
