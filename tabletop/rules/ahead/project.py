"""What an order would do, before it is given: the turn rehearsed with and without it, chance left out."""

from typing import NamedTuple

from attrs import evolve

from tabletop.model.events import TurnOpened
from tabletop.model.moves import Move
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.adjudicate import adjudicate
from tabletop.rules.acts.check import check
from tabletop.rules.acts.orders import cost, same_thing
from tabletop.rules.acts.step import resolve
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.world.draft import Draft


class Price(NamedTuple):
    """What an order costs now and moves by the next review: `money` in billion dollars, the rest in points by score."""

    money: float
    refusal: Refusal | None
    effects: dict[str, float]


def price_of(world: World, move: Move) -> Price:
    """The price of an order on top of the seat's sheet, from what the given (perhaps redacted) world knows."""
    refusal = check(world, move)
    if refusal is not None:
        return Price(0.0, refusal, {})
    without = expected(world)
    with_it = expected(world, move)
    effects = {name: with_it[name] - value for name, value in without.items() if abs(with_it[name] - value) >= 0.005}
    return Price(cost(world, move.seat, move), None, effects)


def expected(world: World, *moves: Move) -> dict[str, float]:
    """Scores at the next review under the orders on the sheets and some more, without chance."""
    draft = Draft(world, luck=False)
    for move in moves:
        resolve(draft, move)
    adjudicate(draft)
    return scores(draft.as_world())


def later(world: World, move: Move, turns: int) -> dict[str, float]:
    """By how much each score differs after some more turns with a move and without it, all others standing still."""
    return _difference(_ahead(world, turns), _ahead(world, turns, move))


def _ahead(world: World, turns: int, *moves: Move) -> dict[str, float]:
    draft = Draft(world, luck=False)
    for move in moves:
        resolve(draft, move)
    for n in range(turns):
        adjudicate(draft)
        if n < turns - 1:
            draft.emit(TurnOpened(draft.turn + 1))
    return scores(draft.as_world())


def _difference(before: dict[str, float], after: dict[str, float]) -> dict[str, float]:
    return {name: after[name] - value for name, value in before.items() if abs(after[name] - value) >= 0.005}


def without(world: World, move: Move) -> World:
    """The world as if the sheet said nothing about what the move is about."""
    seat = world.seats[move.seat]
    orders = tuple(order for order in seat.orders if not same_thing(order.move, move))
    if len(orders) == len(seat.orders):
        return world
    return evolve(world, seats=world.seats | {move.seat: evolve(seat, orders=orders)})
