"""Round numbers for the side of a chart. Pure."""

from collections.abc import Iterable
from math import ceil, floor, log10

from attrs import frozen


@frozen
class Axis:
    """A vertical range of values and the step between its ticks."""

    low: float
    high: float
    step: float

    def share(self, value: float) -> float:
        """0 at the low end, 1 at the high end; held at the ends."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))

    def ticks(self) -> tuple[float, ...]:
        """Values from low to high, a step apart."""
        return tuple(self.low + self.step * place for place in range(round((self.high - self.low) / self.step) + 1))

    def text(self, value: float) -> str:
        """A tick as text, with as many decimals as the step needs."""
        return f"{value:.{max(0, -floor(log10(self.step) + 1e-9))}f}"


def axis(values: Iterable[float], rows: int) -> Axis:
    """A round axis about the values for a chart so many rows high, from 0 to 100 at the most if they lie there."""
    figures = list(values)
    least, most = min(figures), max(figures)
    scores = least >= 0 and most <= 100
    if most - least < 4:
        least, most = least - 2, most + 2
    step = _round_step((most - least) / max(2, min(6, rows // 2)))
    low, high = floor(least / step) * step, ceil(most / step) * step
    if scores:
        low, high = max(low, 0.0), min(high, 100.0)
    return Axis(low, max(high, low + step), step)


def rows_apart(heights: Iterable[float], rows: int) -> list[int]:
    """Rows for labels at the wanted heights, each on its own row, as near as can be, in their order.

    Holds as long as there are no more labels than rows; the rest share the last row.
    """
    wishes = list(heights)
    order = sorted(range(len(wishes)), key=lambda number: wishes[number])
    places = [0] * len(wishes)
    free = -1
    for number in order:
        places[number] = free = max(free + 1, round(wishes[number]))
    limit = rows - 1
    for number in reversed(order):
        places[number] = max(0, min(places[number], limit))
        limit = places[number] - 1
    return places


def _round_step(rough: float) -> float:
    scale = 10.0 ** floor(log10(rough))
    return next(step * scale for step in (1, 2, 5, 10) if step * scale >= rough - 1e-9)
