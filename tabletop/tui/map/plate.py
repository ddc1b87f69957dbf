"""Where label plates go on a map: near their anchor, whole, apart from each other, off small lands. Pure."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import inf

from attrs import frozen

from tabletop.tui.map.geography import Box

_ROW_COSTS = 2.2
"""A row away is as far as this many columns."""
_REACH = 14
"""Columns to either side that are tried one by one before those at the ends of other plates."""

_FAR = 8.0
"""Columns beyond which a tighter or a shorter form is tried."""
_TIGHT_COSTS, _FORM_COSTS = 2.0, 3.0


@frozen
class Wish:
    """A plate of some width (cells; shorter forms after the first) centred as near to (x, y) as may be."""

    x: float
    y: float
    widths: tuple[int, ...]
    first: bool
    """Placed before the others."""


@frozen
class Placed:
    """The box of the wish of that number, and which of its widths was used."""

    wish: int
    form: int
    box: Box


@frozen(eq=False)
class Ground:
    """What it costs to cover cells: for each wish running sums a row; `barred` may not be covered."""

    width: int
    height: int
    sums: tuple[tuple[tuple[float, ...], ...], ...]
    barred: tuple[Box, ...]

    def cost(self, wish: int, box: Box) -> float:
        """Of covering a box with a wish's plate, in columns of distance."""
        rows = self.sums[wish][box.y : box.y + box.height]
        return sum(row[box.x + box.width] - row[box.x] for row in rows)


def ground(width: int, height: int, costs: Sequence[Sequence[Sequence[float]]], barred: Sequence[Box] = ()) -> Ground:
    """From what covering each cell costs each wish, in columns of distance: wish, then row, then column.

    A row object that several wishes share is summed once.
    """
    rows_by_id = {id(row): row for rows in costs for row in rows}
    running = {key: tuple(accumulate(row, initial=0.0)) for key, row in rows_by_id.items()}
    return Ground(width, height, tuple(tuple(running[id(row)] for row in rows) for rows in costs), tuple(barred))


@lru_cache(maxsize=64)
def place_plates(wishes: tuple[Wish, ...], on: Ground, rows: int = 1) -> tuple[Placed, ...]:
    """One plate a wish, none cut, none over another or over what is barred; one for which no form fits is left out.

    Plates are `rows` high and keep a free column between them, and a free row where that sends none too far away.
    The shortest form is taken only when not all wishes fit in longer ones.
    """
    listed = sorted(range(len(wishes)), key=lambda number: not wishes[number].first)
    turned = sorted(range(len(wishes)), key=lambda number: (not wishes[number].first, -number))
    best: tuple[int, float, tuple[Placed, ...]] = (len(wishes) + 1, 0.0, ())
    for form in range(max((len(wish.widths) for wish in wishes), default=0)):
        for apart, order in ((1, listed), (1, turned), (0, listed), (0, turned)):
            plates, worst = _placed(wishes, order, form, apart, on, rows)
            missing = len(wishes) - len(plates)
            if not missing and worst <= _FAR:
                return plates
            cost = worst + (0.0 if apart else _TIGHT_COSTS) + form * _FORM_COSTS
            best = min(best, (missing, cost, plates), key=lambda one: one[:2])
        if not best[0] and form == max(0, len(wishes[0].widths) - 2):
            break
    return best[2]


def _placed(
    wishes: Sequence[Wish], order: Sequence[int], form: int, apart: int, on: Ground, rows: int
) -> tuple[tuple[Placed, ...], float]:
    """The plates that fit, and the cost of the worst of them."""
    boxes = list(on.barred)
    plates, worst = [], 0.0
    for number in order:
        size = min(form, len(wishes[number].widths) - 1)
        cost, box = _nearest(wishes[number], number, wishes[number].widths[size], rows, apart, on, boxes)
        if box is not None:
            boxes.append(box)
            plates.append(Placed(number, size, box))
            worst = max(worst, cost)
    return tuple(sorted(plates, key=lambda one: one.wish)), worst


def _nearest(
    wish: Wish, number: int, width: int, rows: int, apart: int, on: Ground, boxes: Sequence[Box]
) -> tuple[float, Box | None]:
    """The free box that costs least in distance and in what it covers, or None, and its cost."""
    best: float = inf
    nearest: Box | None = None
    if width > on.width or rows > on.height:
        return best, nearest
    left, top = wish.x - width / 2, wish.y - rows / 2
    near = round(min(max(left, 0), on.width - width))
    for y in sorted(range(on.height - rows + 1), key=lambda y: abs(y - top)):
        away = _ROW_COSTS * abs(y - top)
        if away >= best:
            break
        near_by = [box for box in boxes if box.y - apart < y + rows and y < box.y + box.height + apart]
        starts = set(range(near - _REACH, near + _REACH + 1))
        starts |= {box.x - width - 1 for box in near_by} | {box.x + box.width + 1 for box in near_by}
        for x in sorted(start for start in starts if 0 <= start <= on.width - width):
            distance = away + abs(x - left)
            if distance >= best or any(x <= box.x + box.width and box.x <= x + width for box in near_by):
                continue
            cost = distance + on.cost(number, Box(x, y, width, rows))
            if cost < best:
                best, nearest = cost, Box(x, y, width, rows)
    return best, nearest
