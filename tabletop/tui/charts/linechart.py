"""Several series over the same turns, each with its name at its end. Compares; doesn't judge."""

from collections.abc import Sequence
from textwrap import shorten
from typing import Final

from attrs import frozen
from textual.strip import Strip

from tabletop.tui.charts.axis import axis, rows_apart
from tabletop.tui.charts.canvas import Canvas
from tabletop.tui.charts.plot import Plot
from tabletop.tui.kit.picture import Picture
from tabletop.tui.look import palette

_MARKS: Final = "●■▲◆○□"
_SHORTEST: Final = 12
"""Columns of the plot that names never take."""


@frozen
class LineSeries:
    """A named series by turn, from the first turn on: a value or more."""

    name: str
    values: tuple[float, ...]


class LineChart(Picture):
    """Series overlaid; told apart by mark and name as well as by colour. The first is drawn above the others."""

    _series: Sequence[LineSeries] = ()
    _labels: Sequence[str] = ()
    _level: float | None = None

    def set_series(self, series: Sequence[LineSeries], labels: Sequence[str], level: float | None = None) -> None:
        """Show these in the place of the ones shown; `labels` name the turns, `level` is a value that counts."""
        self._series, self._labels, self._level = series, labels, level
        self.redraw()

    def picture(self, width: int, height: int, ground: str) -> list[Strip]:
        return draw_lines(self._series, self._labels, width, height, ground, self._level)


def draw_lines(
    series: Sequence[LineSeries],
    labels: Sequence[str],
    width: int,
    height: int,
    ground: str,
    level: float | None = None,
) -> list[Strip]:
    """The chart in so many cells, with a line at a level; blank where it would be too small to read."""
    canvas = Canvas(width, height, ground)
    if not series or width < 28 or height < 5:
        return canvas.strips()
    rows = height - 2
    levels = () if level is None else (level,)
    side = axis((*levels, *(value for one in series for value in one.values)), rows)
    left = max(len(side.text(tick)) for tick in side.ticks()) + 1
    ends = [f"{_mark(number)} {one.values[-1]:.0f} {one.name}" for number, one in enumerate(series)]
    right = min(max(map(len, ends)) + 1, width - left - _SHORTEST)
    points = max(len(one.values) for one in series)
    plot = Plot(left, 0, width - left - right - 1, rows, points, side)
    plot.draw_side(canvas)
    fill_between(canvas, plot, series)
    for value in levels:
        canvas.write(plot.left, plot.row(value), "─" * plot.width, palette.LABEL)
    for number, one in reversed([*enumerate(series)]):
        dots = [plot.dot(place, value) for place, value in enumerate(one.values)]
        canvas.path(dots, ink_of(number), plot.left, thick=number == 0)
        if plot.width >= 4 * plot.points:
            for x, y in dots[:-1]:
                canvas.put(plot.left + round(x) // 2, round(y) // 4, _mark(number), ink_of(number))
    plot.draw_foot(canvas, labels)
    places = rows_apart([plot.row(one.values[-1]) for one in series], rows)
    for number, (text, row) in enumerate(zip(ends, places, strict=True)):
        short = shorten(text, right, placeholder=" …")
        canvas.write(plot.left + plot.width + 1, row, short, ink_of(number), bold=number == 0)
    return canvas.strips()


def fill_between(canvas: Canvas, plot: Plot, series: Sequence[LineSeries]) -> None:
    """Of two series, what lies between their lines as far as both go."""
    if len(series) != 2:
        return
    first, second = (one.values for one in series)
    last = min(len(first), len(second)) - 1
    for column in range(plot.left, plot.cell(last) + 1 if last > 0 else plot.left):
        place = max(0.0, min(float(last), plot.place(column)))
        n = min(int(place), last - 1)
        rows = [plot.row(one[n] + (one[n + 1] - one[n]) * (place - n)) for one in (first, second)]
        for row in range(min(rows), max(rows) + 1):
            if rows[0] != rows[1]:
                canvas.ground(column, row, palette.TRACK)


def _mark(number: int) -> str:
    return _MARKS[number % len(_MARKS)]


def ink_of(number: int) -> str:
    """The colour of a series by its place."""
    return palette.SERIES[number % len(palette.SERIES)]
