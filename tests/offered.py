"""What acts offer, all at once: the moves among which a player could choose."""

from collections.abc import Iterator

from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.rules.acts.act import ACTS
from tabletop.rules.acts.check import check


def options(world: World, seat: str) -> Iterator[Move]:
    """Every move of a seat that its acts offer and `check` passes, figures in steps."""
    for act in ACTS.values():
        for move in act.offers(world, seat) if act.offers else ():
            if check(world, move) is None:
                yield move
