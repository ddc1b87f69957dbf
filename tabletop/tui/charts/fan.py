"""A fan chart: what was, and the range of what may be. Draws quantiles, and doesn't reckon them."""

from typing import Final

from attrs import frozen
from textual.strip import Strip

from tabletop.tui.charts.axis import axis, rows_apart
from tabletop.tui.charts.canvas import Canvas
from tabletop.tui.charts.linechart import at
from tabletop.tui.charts.plot import Plot
from tabletop.tui.kit.picture import Picture
from tabletop.tui.look import palette

_NOW: Final = "now"
_AGAINST: Final = "pressure"
_ROOMY: Final = 40
"""Columns of a chart from which the pressure has its name at its end."""
_RISING: Final = " ▁▂▃▄▅▆▇█"


@frozen
class FanSeries:
    """A score by turn: `past` up to now, then three quantiles of equal length; a label for every turn of both.

    `against`: the pressure on it in the same turns, its middle one ahead, where there is any.
    """

    past: tuple[float, ...]
    p10: tuple[float, ...]
    p50: tuple[float, ...]
    p90: tuple[float, ...]
    labels: tuple[str, ...]
    against: tuple[float, ...] = ()


class FanChart(Picture):
    """Past as a line, future median in the accent upon its 10 to 90 % band, a line at now."""

    _series: FanSeries | None = None

    def set_series(self, series: FanSeries | None) -> None:
        """Show this in the place of what is shown."""
        self._series = series
        self.redraw()

    def picture(self, width: int, height: int, ground: str) -> list[Strip]:
        return draw_fan(self._series, width, height, ground)


def draw_fan(series: FanSeries | None, width: int, height: int, ground: str) -> list[Strip]:
    """The chart in so many cells; blank where it would be too small to read."""
    canvas = Canvas(width, height, ground)
    if series is None or not series.past or width < 20 or height < 6:
        return canvas.strips()
    rows = height - 3
    side = axis((*series.past, *series.p10, *series.p90, *series.against), rows)
    left = max(len(side.text(tick)) for tick in side.ticks()) + 1
    right = 5 + len(_AGAINST) if series.against and width >= _ROOMY else 8 if series.p50 else 5
    plot = Plot(left, 1, width - left - right, len(series.past) + len(series.p50), side)
    present = len(series.past) - 1
    plot.draw_side(canvas)
    _draw_band(canvas, plot, series, ground)
    _draw_now(canvas, plot, present)
    ahead = [plot.dot(present + step, value) for step, value in enumerate((series.past[-1], *series.p50))]
    behind = [plot.dot(place, value) for place, value in enumerate(series.past)]
    canvas.path([plot.dot(place, value) for place, value in enumerate(series.against)], palette.LOW, plot.left)
    canvas.path(ahead, palette.ACCENT, plot.left, thick=True)
    canvas.path(behind, palette.BRIGHT, plot.left, thick=True)
    plot.draw_foot(canvas, series.labels)
    _draw_ends(canvas, plot, series)
    return canvas.strips()


def _draw_band(canvas: Canvas, plot: Plot, series: FanSeries, ground: str) -> None:
    """The band as background, its edges in eighths of a cell."""
    band = palette.darkened(palette.ACCENT, 0.72, ground)
    lows, highs = (series.past[-1], *series.p10), (series.past[-1], *series.p90)
    start = len(series.past) - 1
    for column in range(plot.cell(start) + 1, plot.left + plot.width):
        place = min(max(0.0, plot.place(column) - start), len(lows) - 1.0)
        top, bottom = (plot.y(at(values, place)) / 4 for values in (highs, lows))
        for row in range(int(top), int(bottom) + 1):
            above, below = max(0.0, top - row), max(0.0, row + 1 - bottom)
            if above + below < 0.12:
                canvas.put(column, row, " ", band, band)
            elif above and below:
                canvas.ground(column, row, band if above + below < 0.6 else ground)
            elif above:
                canvas.put(column, row, _RISING[round((1 - above) * 8)], band)
            else:
                canvas.put(column, row, _RISING[round(below * 8)], ground, band)


def _draw_now(canvas: Canvas, plot: Plot, present: int) -> None:
    column = plot.cell(present)
    for row in range(plot.top, plot.top + plot.height):
        canvas.put(column, row, "┊", palette.LABEL)
    canvas.write(max(0, min(column - len(_NOW) // 2, canvas.width - len(_NOW))), 0, _NOW, palette.LABEL)


def _draw_ends(canvas: Canvas, plot: Plot, series: FanSeries) -> None:
    """The last figures at the right: the range in grey, the median bold, and the pressure by its name."""
    right = plot.left + plot.width + 1
    last = [lines[-1] for lines in (series.p90, series.p50, series.p10) if lines]
    ends = [*zip(last, ("90%", "50%", "10%"), (palette.DIM, palette.ACCENT, palette.DIM), strict=False)]
    ends = ends or [(series.past[-1], "", palette.BRIGHT)]
    if series.against and canvas.width >= _ROOMY:
        ends.append((series.against[-1], _AGAINST, palette.LOW))
        ends.sort(key=lambda end: -end[0])
    rows = rows_apart([plot.row(value) - plot.top for value, _, _ in ends], plot.height)
    for (value, told, ink), row in zip(ends, rows, strict=True):
        canvas.write(right, plot.top + row, f"{value:3.0f}", ink, bold=ink in (palette.ACCENT, palette.BRIGHT))
        canvas.write(right + 4, plot.top + row, told, palette.LOW if told == _AGAINST else palette.DIM)
