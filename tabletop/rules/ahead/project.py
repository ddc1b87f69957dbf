"""What an order would do, before it is given: the turn rehearsed with and without it, chance left out."""

from collections.abc import Mapping
from typing import Final

from attrs import evolve

from tabletop.model.events import TurnOpened
from tabletop.model.moves import Move
from tabletop.model.seats import Marked
from tabletop.model.world import World
from tabletop.rules.acts.adjudicate import adjudicate
from tabletop.rules.acts.orders import same_thing
from tabletop.rules.acts.step import resolve
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.objectives import mark
from tabletop.rules.world.draft import Draft

LEAST: Final = 0.005
"""Points below which a score has not moved."""


def expected(world: World, *moves: Move) -> dict[str, float]:
    """Scores at the next review under the orders on the sheets and some more, without chance."""
    draft = Draft(world, luck=False)
    for move in moves:
        resolve(draft, move)
    adjudicate(draft)
    return scores(draft)


def outlook(world: World, seat: str) -> list[Marked]:
    """A seat's objectives at the next review under the orders on the sheets, without chance."""
    draft = Draft(world, luck=False)
    adjudicate(draft)
    return mark(draft, seat)


def later(world: World, move: Move, turns: int) -> dict[str, float]:
    """By how much each score differs after some more turns with a move and without it, all others standing still."""
    return difference(_ahead(world, turns), _ahead(world, turns, move))


def _ahead(world: World, turns: int, *moves: Move) -> dict[str, float]:
    draft = Draft(world, luck=False)
    for move in moves:
        resolve(draft, move)
    for n in range(turns):
        adjudicate(draft)
        if n < turns - 1:
            draft.emit(TurnOpened(draft.turn + 1))
    return scores(draft)


def difference(before: Mapping[str, float], after: Mapping[str, float]) -> dict[str, float]:
    """Points between two sets of scores, by score; those that have not moved are left out."""
    return {name: after[name] - value for name, value in before.items() if abs(after[name] - value) >= LEAST}


def without(world: World, move: Move) -> World:
    """The world as if the sheet said nothing about what the move is about."""
    seat = world.seats[move.seat]
    orders = tuple(order for order in seat.orders if not same_thing(order.move, move))
    if len(orders) == len(seat.orders):
        return world
    return evolve(world, seats=world.seats | {move.seat: evolve(seat, orders=orders)})
