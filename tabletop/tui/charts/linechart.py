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

_STROKES: Final = (("━━", "1"), ("──", "1"), ("╌╌", "111100"), ("┄┄", "1100"), ("··", "100"), ("─·", "11111010"))
"""How each line looks, by its place: a sample beside its name, and which of its dots are drawn."""
_SHORTEST: Final = 12
"""Columns of the plot that names never take."""


@frozen
class LineSeries:
    """A named series by turn, from the first turn on: a value or more."""

    name: str
    values: tuple[float, ...]


class LineChart(Picture):
    """Series overlaid; told apart by stroke and name as well as by colour. The first is drawn above the others."""

    _series: Sequence[LineSeries] = ()
    _labels: Sequence[str] = ()
    _level: float | None = None
    _filled = False

    def set_series(
        self, series: Sequence[LineSeries], labels: Sequence[str], level: float | None = None, *, filled: bool = False
    ) -> None:
        """Show these in the place of the ones shown; `labels` name the turns, `level` is a value that counts; `filled`
        where the space between the lines is what is looked at."""
        self._series, self._labels, self._level, self._filled = series, labels, level, filled
        self.redraw()

    def picture(self, width: int, height: int, ground: str) -> list[Strip]:
        return draw_lines(self._series, self._labels, width, height, ground, self._level, filled=self._filled)


def draw_lines(
    series: Sequence[LineSeries],
    labels: Sequence[str],
    width: int,
    height: int,
    ground: str,
    level: float | None = None,
    *,
    filled: bool = False,
) -> list[Strip]:
    """The chart in so many cells, with a line at a level; blank where it would be too small to read."""
    canvas = Canvas(width, height, ground)
    if not series or width < 28 or height < 5:
        return canvas.strips()
    rows = height - 2
    levels = () if level is None else (level,)
    side = axis((*levels, *(value for one in series for value in one.values)), rows)
    left = max(len(side.text(tick)) for tick in side.ticks()) + 1
    ends = [f"{_stroke(number)[0]} {one.values[-1]:.0f} {one.name}" for number, one in enumerate(series)]
    right = min(max(map(len, ends)) + 1, width - left - _SHORTEST)
    points = max(len(one.values) for one in series)
    plot = Plot(left, 0, width - left - right - 1, points, side)
    plot.draw_side(canvas)
    if filled:
        fill_between(canvas, plot, series)
    for value in levels:
        canvas.write(plot.left, plot.row(value), "─" * plot.width, palette.LABEL)
    draw_each(canvas, plot, series)
    plot.draw_foot(canvas, labels)
    places = rows_apart([plot.row(one.values[-1]) for one in series], rows)
    for number, (text, row) in enumerate(zip(ends, places, strict=True)):
        short = shorten(text, right, placeholder=" …")
        canvas.write(plot.left + plot.width + 1, row, short, ink_of(number), bold=number == 0)
    return canvas.strips()


def draw_each(canvas: Canvas, plot: Plot, series: Sequence[LineSeries]) -> None:
    """The lines, the first over the others and thicker."""
    for number, one in reversed([*enumerate(series)]):
        dots = [plot.dot(place, value) for place, value in enumerate(one.values)]
        dash = _stroke(number)[1]
        canvas.path(dots, ink_of(number), plot.left, thick=number == 0, dash=dash)


def fill_between(canvas: Canvas, plot: Plot, series: Sequence[LineSeries]) -> None:
    """What lies between the lowest and the highest line, as far as two of them go."""
    for column in range(plot.left, plot.left + plot.width):
        place = max(0.0, plot.place(column))
        values = [at(one.values, place) for one in series if one.values and place <= len(one.values) - 1]
        if len(values) > 1:
            top, bottom = (round((plot.y(value) + 1) / 4) for value in (max(values), min(values)))
            for row in range(top, bottom):  # cells of which the greater part lies between
                canvas.ground(column, row, palette.TRACK)


def at(values: Sequence[float], place: float) -> float:
    """The value at a place between two turns."""
    first = min(int(place), len(values) - 1)
    after = min(first + 1, len(values) - 1)
    return values[first] + (values[after] - values[first]) * (place - first)


def _stroke(number: int) -> tuple[str, str]:
    return _STROKES[number % len(_STROKES)]


def ink_of(number: int) -> str:
    """The colour of a series by its place."""
    return palette.SERIES[number % len(palette.SERIES)]
