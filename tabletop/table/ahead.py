"""What may come next, counted: futures played one by one by bots, and how far a score spreads over those so far.

Frequencies of the model with bots, never a forecast.
"""

from collections.abc import Callable, Iterator

from tabletop.analysis.lookahead import Fan, Future, fan, look_ahead, short
from tabletop.model.world import World


class Futures:
    """`world` decides what is known. They may be played in a thread while another reads."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._first = len(world.history)
        self._futures: list[Future] = []

    def __len__(self) -> int:
        return len(self._futures)

    def play(self, runs: int, stop: Callable[[], bool]) -> Iterator[int]:
        """Plays so many and gives their number after each; ends early once `stop` says so, or where no turn is left."""
        for future in look_ahead(self._world, runs, stop):
            if stop():
                return
            self._futures.append(future)
            yield len(self._futures)

    def fan(self, score: str) -> Fan:
        """The spread of a score. Raises ValueError as long as there is no future."""
        return fan(score, self._futures, self._first)

    def short(self, theatre: str) -> int:
        """In how many of them the theatre ends under the pressure on it."""
        return short(theatre, self._futures)
