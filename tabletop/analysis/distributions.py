"""How figures of many campaigns lie: mean and quantiles, the same whatever the order they came in."""

from collections.abc import Sequence
from math import fsum

from attrs import frozen


@frozen
class Spread:
    """Mean and the 10th, 50th and 90th percentile (linear between neighbours)."""

    mean: float
    p10: float
    p50: float
    p90: float


def spread_of(values: Sequence[float]) -> Spread:
    """The spread of some values. Raises ValueError for none."""
    if not values:
        raise ValueError("no values")
    ranked = sorted(values)
    return Spread(mean(ranked), quantile(ranked, 0.1), quantile(ranked, 0.5), quantile(ranked, 0.9))


def mean(values: Sequence[float]) -> float:
    """The mean, the same in any order."""
    return fsum(values) / len(values)


def quantile(ranked: Sequence[float], part: float) -> float:
    """The value under which `part` (0..1) of sorted values lie."""
    place = part * (len(ranked) - 1)
    low = int(place)
    rest = place - low
    if not rest:
        return ranked[low]
    return ranked[low] + rest * (ranked[low + 1] - ranked[low])
