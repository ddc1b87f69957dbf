"""What may come next under the orders that lie on the table: the exercise played on by bots, many times, other luck.

Frequencies of the model with bots, never a forecast. Reads a world that control may see; knows neither screen nor file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import evolve, frozen

from tabletop.analysis.policies import choose
from tabletop.model.moves import Advance, Move, Red
from tabletop.model.world import Phase, State, World
from tabletop.rules.check import check
from tabletop.rules.sight import view
from tabletop.rules.step import step

Readings = dict[str, float | str]
Future = tuple[Readings, ...]
"""What stood at the end of each turn still to come, the one in play first."""

_LATER = "status-quo"
"""The policy of seats that people play, in turns for which they have given no orders."""


@frozen
class Fan:
    """Points of a score at the end of each turn in `turns`: 10, 50 and 90 per cent of `runs` lie at or below."""

    score: str
    turns: tuple[int, ...]
    p10: tuple[float, ...]
    p50: tuple[float, ...]
    p90: tuple[float, ...]
    runs: int


def look_ahead(
    world: World, runs: int, *, orders_known: bool = True, stop: Callable[[], bool] = lambda: False
) -> Iterator[Future]:
    """Futures one by one; ends early once `stop` says so. `orders_known`: the sheets of this turn are complete, else
    bots fill them too. A world without turns to come gives none."""
    for number in range(runs):
        if stop() or world.state is State.ENDED:
            return
        future = play_on(evolve(world, seed=f"{world.seed}/ahead/{number}"), orders_known=orders_known, stop=stop)
        if future:
            yield future


def play_on(world: World, *, orders_known: bool = True, stop: Callable[[], bool] = lambda: False) -> Future:
    """Readings at the end of each turn that is still to be adjudicated, with the world's own luck."""
    done = len(world.history)
    ordered = orders_known and world.phase is not Phase.BRIEF
    while world.state is not State.ENDED and not stop():
        if world.phase is Phase.REVIEW and world.turn >= world.turns:
            break
        if world.phase is Phase.ORDERS:
            world = world if ordered else _bots_order(world)
            ordered = False
        elif world.phase is Phase.RED and world.red is None:
            world = step(world, Red(seat="control", source="model"))[0]
        world = step(world, Advance(seat="control"))[0]
    return world.history[done:]


def _bots_order(world: World) -> World:
    for seat, state in world.seats.items():
        policy = state.player.removeprefix("bot:")
        for move in _chosen(_LATER if policy == state.player else policy, world, seat):
            if check(world, move) is None:
                world = step(world, move)[0]
    return world


def _chosen(policy: str, world: World, seat: str) -> Sequence[Move]:
    try:
        return tuple(choose(policy, view(world, seat), seat, world.seed))
    except KeyError:
        return tuple(choose(_LATER, view(world, seat), seat, world.seed))


def fan(score: str, futures: Sequence[Future], first: int) -> Fan:
    """The spread of a score over futures; `first` is the turn that their first readings close. Raises ValueError
    without any future."""
    if not futures:
        raise ValueError("no future to read a score from")
    length = min(map(len, futures))
    columns = [sorted(_value(future[n], score) for future in futures) for n in range(length)]
    low, middle, high = ([_quantile(column, share) for column in columns] for share in (0.1, 0.5, 0.9))
    return Fan(score, tuple(range(first, first + length)), tuple(low), tuple(middle), tuple(high), len(futures))


def _value(readings: Mapping[str, float | str], score: str) -> float:
    value = readings.get(score, 0.0)
    return value if isinstance(value, float | int) else 0.0


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Linear between the two values beside the place."""
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)
