"""Worlds kept in memory so that going back is quick. None is ever stored: all of them follow from the record."""

from collections.abc import Callable

from tabletop.model.world import World

EVERY = 8  # worlds along a line of which one is kept for good
RECENT = 64  # of the others, those kept for the moment


class Worlds:
    """By number of the entry that made them; `forward(world, n)` is the world after entry n."""

    def __init__(self, opening: World, base: list[int], forward: Callable[[World, int], World]) -> None:
        self._base = base  # by entry: the number of the world it was made in; grows outside
        self._forward = forward
        self._depth = {0: 0}
        self._lasting = {0: opening}
        self._recent: dict[int, World] = {}

    def put(self, n: int, base: int, world: World) -> None:
        """A world just made in world `base`. A phase's first world is kept: a turn's end is dear to make again."""
        depth = self._depth[n] = self._depth[base] + 1
        before = self._recent.get(base) or self._lasting.get(base)
        if depth % EVERY == 0 or before is None or before.phase is not world.phase:
            self._lasting[n] = world
        else:
            self._remember(n, world)

    def at(self, n: int) -> World:
        """The world that entry n made, made again where it isn't kept."""
        way: list[int] = []
        while (world := self._lasting.get(n) or self._recent.get(n)) is None:
            way.append(n)
            n = self._base[n]
        for step in reversed(way):
            world = self._forward(world, step)
            self._remember(step, world)
        return world

    def drop_to(self, n: int) -> None:
        for memory in (self._depth, self._lasting, self._recent):
            for key in [key for key in memory if key > n]:
                del memory[key]

    def _remember(self, n: int, world: World) -> None:
        self._recent.pop(n, None)
        self._recent[n] = world
        if len(self._recent) > RECENT:
            del self._recent[next(iter(self._recent))]
