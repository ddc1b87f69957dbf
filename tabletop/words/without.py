"""Which optional rules an exercise leaves out, in a sentence. Pure."""

from tabletop.model.optional import OPTIONAL
from tabletop.model.world import World
from tabletop.words.names import listed


def played_without(world: World) -> str:
    """ "This exercise is played without elections and free moves.", or "" when every rule is on."""
    names = [OPTIONAL[name].name for name in world.without]
    return f"This exercise is played without {listed(names)}." if names else ""
