"""Several series over the same turns, each with its name at its end. Compares; doesn't judge."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import Final

from attrs import frozen
from textual.strip import Strip

from tabletop.tui.charts.axis import axis, spread
from tabletop.tui.charts.canvas import Canvas
from tabletop.tui.charts.plot import Plot
from tabletop.tui.kit.picture import Picture
from tabletop.tui.look import palette

_MARKS: Final = "●■▲◆○□"
_SHORTEST: Final = 12
"""Columns of the plot that names never take."""


@frozen
class LineSeries:
    """A named series by turn, from the first turn on; None for its colour takes the palette's in order."""

    name: str
    values: tuple[float, ...]
    colour: str | None = None


class LineChart(Picture):
    """Series overlaid; told apart by mark and name as well as by colour. The first is drawn above the others."""

    def __init__(
        self,
        series: Sequence[LineSeries] = (),
        labels: Sequence[str] = (),
        *,
        bounds: tuple[float, float] | None = (0.0, 100.0),
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`labels` name the turns; `bounds` hold the y axis."""
        super().__init__(name=name, id=id, classes=classes)
        self._series = tuple(series)
        self._labels = tuple(labels)
        self._bounds = bounds

    def set_series(self, series: Sequence[LineSeries], labels: Sequence[str]) -> None:
        """Show these in the place of the ones shown."""
        self._series, self._labels = tuple(series), tuple(labels)
        self.redraw()

    def picture(self, width: int, height: int, ground: str) -> list[Strip]:
        return draw_lines(self._series, self._labels, width, height, ground, self._bounds)


def draw_lines(
    series: Sequence[LineSeries],
    labels: Sequence[str],
    width: int,
    height: int,
    ground: str,
    bounds: tuple[float, float] | None = (0.0, 100.0),
) -> list[Strip]:
    """The chart in so many cells; blank where it would be too small to read."""
    canvas = Canvas(width, height, ground)
    drawn = [(number, one) for number, one in enumerate(series) if one.values]
    if not drawn or width < 28 or height < 5:
        return canvas.strips()
    rows = height - 2
    side = axis((value for _, one in drawn for value in one.values), rows, bounds)
    left = max(len(side.text(tick)) for tick in side.ticks()) + 1
    ends = [f"{_MARKS[number % len(_MARKS)]} {one.values[-1]:.0f} {one.name}" for number, one in drawn]
    right = min(max(map(len, ends)) + 1, width - left - _SHORTEST)
    ends = [shorten(text, right, placeholder=" …") for text in ends]
    points = max(len(one.values) for _, one in drawn)
    plot = Plot(left, 0, width - left - right - 1, rows, points, side)
    plot.draw_side(canvas)
    for number, one in reversed(drawn):
        _draw_series(canvas, plot, one, _ink(number, one), _MARKS[number % len(_MARKS)], number == 0)
    plot.draw_foot(canvas, labels)
    places = spread([plot.row(one.values[-1]) for _, one in drawn], rows)
    for (number, one), text, row in zip(drawn, ends, places, strict=True):
        canvas.write(plot.left + plot.width + 1, row, text, _ink(number, one), bold=number == 0)
    return canvas.strips()


def _draw_series(canvas: Canvas, plot: Plot, series: LineSeries, ink: str, mark: str, thick: bool) -> None:
    dots = [plot.dot(place, value) for place, value in enumerate(series.values)]
    canvas.path(dots, ink, plot.left, thick=thick)
    if plot.width >= 4 * plot.points:
        for x, y in dots[:-1]:
            canvas.put(plot.left + round(x) // 2, round(y) // 4, mark, ink)


def _ink(number: int, series: LineSeries) -> str:
    return series.colour or palette.SERIES[number % len(palette.SERIES)]
