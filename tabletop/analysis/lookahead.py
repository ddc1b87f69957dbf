"""What may come next under the orders that lie on the table: the exercise played on by bots, many times, other luck.

Frequencies of the model with bots, never a forecast. Knows neither screen nor file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import frozen

from tabletop.analysis.campaign import play_out
from tabletop.analysis.distributions import quantile
from tabletop.analysis.policies import POLICIES
from tabletop.model.figures.forms import MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.world import State, World
from tabletop.rules.world.arithmetic import count_of

Readings = Mapping[str, float | str]
Future = tuple[Readings, ...]
"""What stood at the end of each turn still to come, the one in play first."""

LATER = "mixed"
"""The policy of seats that people play, in turns for which they have given no orders: a sensible line drawn anew for
each future."""


@frozen
class Fan:
    """Points of a score at the end of each turn in `turns`: 10, 50 and 90 per cent of `runs` lie at or below."""

    score: str
    turns: tuple[int, ...]
    p10: tuple[float, ...]
    p50: tuple[float, ...]
    p90: tuple[float, ...]
    runs: int


def look_ahead(world: World, runs: int, stop: Callable[[], bool] = lambda: False) -> Iterator[Future]:
    """Futures one by one; ends early once `stop` says so.

    What is ordered in `world` stands; a seat that has not sealed while orders are open gets a bot's orders beside its
    own. The given world decides what is known: give the one that control may see. No turns to come, no future.
    """
    turns = len(world.history)
    policies = {seat: _policy(state.player) for seat, state in world.seats.items()}
    for number in range(runs):
        if stop() or world.state is State.ENDED:
            return
        future = play_out(world, policies, f"{world.seed}/ahead/{number}").history[turns:]
        if not future:
            return
        yield future


def _policy(player: str) -> str:
    bot = player.removeprefix("bot:")
    return bot if bot != player and bot in POLICIES else LATER


def fan(score: str, futures: Sequence[Future], first: int) -> Fan:
    """The spread of a score over futures; `first` is the turn that their first readings close. Raises ValueError
    without any future."""
    if not futures:
        raise ValueError("no future to read a score from")
    length = min(map(len, futures))
    columns = [sorted(_value(future[n], score) for future in futures) for n in range(length)]
    low, middle, high = (tuple(quantile(column, share) for column in columns) for share in (0.1, 0.5, 0.9))
    return Fan(score, tuple(range(first, first + length)), low, middle, high, len(futures))


def short(theatre: str, futures: Sequence[Future]) -> int:
    """The number of futures in which a theatre's deterrence ends under the pressure on it."""
    return count_of(_value(future[-1], path_of(MARGIN, theatre)) < 0 for future in futures)


def _value(readings: Readings, score: str) -> float:
    value = readings.get(score, 0.0)
    return value if isinstance(value, float | int) else 0.0
