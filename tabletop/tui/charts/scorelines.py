"""Scores along a record, on the columns of the scrubber below: a turn's mark stands under its point.

Knows no scenario.
"""

from collections.abc import Sequence
from typing import Final

from attrs import frozen
from rich.cells import cell_len
from textual.strip import Strip

from tabletop.tui.charts.axis import Axis, rows_apart, snug
from tabletop.tui.charts.canvas import Canvas
from tabletop.tui.charts.plot import Plot
from tabletop.tui.charts.track import column
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.picture import Picture
from tabletop.tui.look import palette

BESIDE: Final = 22
"""Columns at the right for the names of the lines, where there are others beside the one that is looked at."""
_HIGH: Final = 3
"""Rows below which nothing is drawn."""
Ends = Sequence[tuple[int, float]]
"""Entries with a value each, from the first."""


@frozen
class Level:
    """A value that has a line of its own, with its name at the end."""

    value: float
    name: str


@frozen
class Along:
    """One score, `short` at its line's end: `points` where turns end, `now` after entry `here` of `last`; `stands`:
    whether that is on the line that the points are of. `others`: further lines by their names, below this one."""

    name: str
    short: str
    points: Ends
    here: int
    now: float
    last: int
    stands: bool = True
    level: Level | None = None
    others: Sequence[tuple[str, Ends]] = ()
    signed: bool = False

    @property
    def done(self) -> Ends:
        """As far as one has come."""
        return [point for point in self.points if point[0] <= self.here] if self.stands else ()

    @property
    def ahead(self) -> Ends:
        """What lies ahead; all of it from a place beside the line."""
        return [point for point in self.points if point[0] > self.here or not self.stands]


class ScoreLines(Picture):
    """The same columns as the scrubber's; names stand at the right of both."""

    _along: Along | None = None

    def show(self, along: Along | None) -> None:
        """This in the place of what is shown."""
        if along != self._along:
            self._along = along
            self.redraw()

    def picture(self, width: int, height: int, ground: str) -> list[Strip]:
        return draw_along(self._along, width, height, ground)


def draw_along(along: Along | None, width: int, height: int, ground: str) -> list[Strip]:
    """A caption, and the lines below; what lies ahead of the place shown is grey."""
    canvas = Canvas(width, height, ground)
    wide = width - BESIDE if along and along.others else width
    if along is None or not along.points or height < _HIGH or wide < 8:
        return canvas.strips()
    plot = Plot(0, 1, wide, along.last + 1, _side(along, height - 1))
    here = column(along.here, along.last, wide)
    for row in range(1, height):
        canvas.put(here, row, "┊", palette.LABEL)
    _draw_level(canvas, plot, along)
    for _, points in along.others:
        _draw_line(canvas, plot, points, palette.DIM, own=False)
    now = [(along.here, along.now)]
    _draw_line(canvas, plot, [*(now if along.stands else ()), *along.ahead], palette.LABEL)
    _draw_line(canvas, plot, [*along.done, *(now if along.stands else ())], palette.ACCENT)
    canvas.spot(here, plot.y(along.now), palette.BRIGHT)
    _draw_names(canvas, plot, along)
    _draw_caption(canvas, along, wide)
    return canvas.strips()


def _side(along: Along, rows: int) -> Axis:
    level = () if along.level is None else (along.level.value,)
    every = (along.points, *(points for _, points in along.others))
    return snug((along.now, *level, *(value for points in every for _, value in points)), rows)


def _draw_level(canvas: Canvas, plot: Plot, along: Along) -> None:
    """Its name at its end, where names have no columns of their own."""
    level = along.level
    if level is not None:
        row = plot.row(level.value)
        canvas.write(0, row, "┈" * plot.width, palette.LABEL)
        if not along.others:
            canvas.write(plot.width - len(level.name) - 1, row, f" {level.name}", palette.LABEL)


def _draw_line(canvas: Canvas, plot: Plot, points: Ends, ink: str, *, own: bool = True) -> None:
    """Of the score itself thick, with a spot where each turn ends."""
    last = plot.points - 1
    canvas.path([(2 * column(n, last, plot.width), plot.y(value)) for n, value in points], ink, thick=own)
    for n, value in points if own else ():
        canvas.spot(column(n, last, plot.width), plot.y(value), ink)


def _draw_names(canvas: Canvas, plot: Plot, along: Along) -> None:
    """Names and last values of all lines, each in a row of its own, at the height of its end."""
    if not along.others:
        return
    lines = [(along.short, along.points[-1][1], palette.ACCENT)]
    lines += [(name, points[-1][1], palette.LABEL) for name, points in along.others if points]
    lines += [(along.level.name, along.level.value, palette.DIM)] if along.level else []
    lines.sort(key=lambda line: -line[1])
    rows = rows_apart([plot.row(value) - plot.top for _, value, _ in lines], plot.height)
    for (name, value, ink), row in zip(lines, rows, strict=True):
        text = fitted(f"{_number(along, value):>5} {name}", BESIDE - 2)
        canvas.write(plot.width + 2, plot.top + row, text, ink, bold=ink == palette.ACCENT)


def _draw_caption(canvas: Canvas, along: Along, width: int) -> None:
    """The score and what it is here; how it began and ended where there is room."""
    now, first, end = (_number(along, value) for value in (along.now, along.points[0][1], along.points[-1][1]))
    canvas.write(0, 0, along.name, palette.LABEL)
    canvas.write(cell_len(along.name) + 2, 0, now, palette.ACCENT, bold=True)
    span = f"{first} at the start, {end} at the end"
    if cell_len(along.name) + len(now) + len(span) + 5 < width:
        canvas.write(width - len(span), 0, span, palette.LABEL)


def _number(along: Along, value: float) -> str:
    text = f"{value:+.1f}" if along.signed else f"{value:.1f}"
    return "0.0" if text in ("-0.0", "+0.0") else text
