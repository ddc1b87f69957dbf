"""Moments in which a seat may order, after moves of every kind by everybody."""

from random import Random

from hypothesis import strategies as st

from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tests.play import fresh, orders, some_move, two_keys

seeds = st.integers(0, 10**6)
ENDING = ("advance", "end", "pause", "practice", "undo", "redo")


def played(rng: Random, moves: int = 30, *, other: bool = False) -> World:
    """Orders of turn 1 or 2 with some moves made. `other`: of the tiny scenario with other words."""
    world = orders(fresh(str(rng.random()), scenario=two_keys() if other else None))
    if rng.random() < 0.5:
        world = orders(_moved(world, rng, moves))
    return _moved(world, rng, moves)


def some_order(world: World, rng: Random, *seats: str) -> Move | None:
    """An order that passes, of one of some seats or of any; None when thirty tries find none."""
    for _ in range(30):
        move = some_move(world, rng)
        if move.order and (not seats or move.seat in seats) and check(world, move) is None:
            return move
    return None


def _moved(world: World, rng: Random, moves: int) -> World:
    for n in range(moves):
        move = some_move(world, rng)
        if move.do not in ENDING and check(world, move) is None:
            world = step(world, move, n + 1)[0]
    return world
