"""What an order would do, before it is given: the turn rehearsed with and without it, chance left out."""

from collections.abc import Mapping
from typing import Final

from attrs import evolve

from tabletop.model.events import TurnOpened
from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.rules.acts.adjudicate import adjudicate
from tabletop.rules.acts.orders import same_thing
from tabletop.rules.acts.step import resolve
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.objectives import mark
from tabletop.rules.world.draft import Draft

LEAST: Final = 0.005
"""Points below which a score has not moved."""


def rehearsed(world: World, *moves: Move) -> World:
    """The next review under the orders on the sheets and some more, without chance. To be read alone."""
    return review_in(world, 1, *moves)


def expected(world: World, *moves: Move) -> dict[str, float]:
    """Scores at the next review under the orders on the sheets and some more, without chance."""
    return scores(rehearsed(world, *moves))


def aims_between(before: World, after: World, seat: str) -> dict[str, float]:
    """By how many points of the seat's whole each of its objectives differs, by id; those that don't are left out."""
    if seat not in before.seats:
        return {}
    pairs = zip(mark(before, seat), mark(after, seat), strict=True)
    moved = {was.objective.id: (now.points - was.points) * now.weight / 100 for was, now in pairs}
    return {id: points for id, points in moved.items() if abs(points) >= LEAST}


def review_in(world: World, turns: int, *moves: Move) -> World:
    """The review so many turns on, under the orders on the sheets and some more, without chance. To be read alone."""
    draft = Draft(world, luck=False)
    for move in moves:
        resolve(draft, move)
    for n in range(turns):
        adjudicate(draft)
        if n < turns - 1:
            draft.emit(TurnOpened(draft.turn + 1))
    return draft


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
