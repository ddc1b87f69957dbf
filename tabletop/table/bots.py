"""Bots at the table: their orders, as moves that anybody could have made."""

from collections.abc import Iterator

from tabletop.analysis.policies import choose
from tabletop.model.moves import Move, Seal
from tabletop.model.world import World
from tabletop.rules.check import check
from tabletop.rules.sight import view
from tabletop.rules.step import step


def orders_of_bots(world: World) -> Iterator[Move]:
    """Orders of every bot seat that has not sealed, each chosen from what the bot may see, then its seal."""
    for seat, state in world.seats.items():
        policy = state.player.removeprefix("bot:")
        if policy == state.player or state.sealed:
            continue
        for move in choose(policy, view(world, seat), seat, world.seed):
            if check(world, move) is None:
                world = step(world, move)[0]
                yield move
        yield Seal(seat=seat)
        world = step(world, Seal(seat=seat))[0]
