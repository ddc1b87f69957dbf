"""Round numbers for the side of a chart, as far apart in rows as they are in value. Pure."""

from collections.abc import Iterable, Iterator
from math import ceil, floor, log10
from typing import Final

from attrs import frozen

_LEAST: Final = 4.0
"""Points that an axis spans at the least: smaller differences are not blown up to the whole height."""
_MOST: Final = 8
"""Steps between the numbers at the side."""
_FEW: Final = 1.3
"""How much coarser an axis may be that has three numbers instead of two."""
_OVER: Final = 0.25
"""Of a row: how far a line may lie from the middle of the first or the last and stay within it."""


@frozen
class Axis:
    """Values over `rows` of a chart: `low` in the middle of the last row, a tick every `apart` rows, `step` more each.

    Ticks are multiples of the step, the lowest within the first `apart` rows; `most`: above it no tick stands.
    """

    low: float
    step: float
    apart: int
    rows: int
    most: float

    @property
    def high(self) -> float:
        """The value in the middle of the first row."""
        return self.low + (self.rows - 1) * self.step / self.apart

    def above(self, value: float) -> float:
        """Rows from the middle of the last one up to a value; held within the first and the last."""
        return min(self.rows - 1 + _OVER, max(-_OVER, (value - self.low) * self.apart / self.step))

    def ticks(self) -> tuple[float, ...]:
        """Values from the lowest up, a step apart."""
        first, last = ceil(self.low / self.step - 1e-9), floor(min(self.high, self.most) / self.step + 1e-9)
        return tuple(round(self.step * n, 9) + 0.0 for n in range(first, last + 1))

    def text(self, value: float) -> str:
        """A tick as text, with as many decimals as the step needs."""
        return f"{value:.{max(0, -floor(log10(self.step) + 1e-9))}f}"


def axis(values: Iterable[float], rows: int) -> Axis:
    """The axis on which the values take most of so many rows, three or more; none of its ticks lies over 100 where no
    value does."""
    figures = list(values)
    least, most = min(figures), max(figures)
    scores = least >= 0 and most <= 100
    if most - least < _LEAST:
        middle = (least + most) / 2
        least, most = middle - _LEAST / 2, middle + _LEAST / 2
    if scores:
        least, most = max(0.0, least), min(100.0, most)
    fits = [each for each in _axes(least, max(3, rows), 100.0 if scores else float("inf")) if each.high >= most]
    return min((each for each in fits if len(each.ticks()) > 1), key=_coarse)


def _coarse(side: Axis) -> tuple[float, int]:
    """The less, the better: values that a row holds, with a little more allowed for a third number."""
    return side.step / side.apart * (1.0 if len(side.ticks()) > 2 else _FEW), side.apart


def snug(values: Iterable[float], rows: int) -> Axis:
    """The axis without numbers on which the values take all of so many rows."""
    figures = list(values)
    least, most = min(figures), max(figures)
    missing = max(0.0, _LEAST - (most - least)) / 2
    step = (most - least + 2 * missing) / (rows - 1 + 2 * _OVER)
    return Axis(least - missing + _OVER * step, step, 1, rows, most)


def _axes(least: float, rows: int, most: float) -> Iterator[Axis]:
    """Axes from the finest to one that spans everything that is drawn here."""
    widest = max(1, rows // 2)
    for step in (digit * 10.0**power for power in range(-1, 10) for digit in (1, 2, 5)):
        for apart in range(max(min(2, widest), ceil((rows - 1) / _MOST)), widest + 1):
            row = step / apart
            low = floor(least / row) * row
            yield Axis(low if low <= least else low - row, step, apart, rows, most)


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
