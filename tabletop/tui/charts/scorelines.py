"""Scores along a record: a line for each, on the places of the scrubber below it. Draws numbers, knows no scenario."""

from collections.abc import Sequence
from typing import Final

from attrs import frozen
from rich.cells import cell_len
from textual.strip import Strip

from tabletop.tui.charts.axis import axis
from tabletop.tui.charts.canvas import Canvas
from tabletop.tui.kit.picture import Picture
from tabletop.tui.look import palette

_HIGH: Final = 3
"""Rows below which nothing is drawn."""


@frozen
class Along:
    """`points`: (entry, value) from the first; `last` is the record's last entry, `here` the one that is shown.

    `level`: a value that has a line of its own, say where pressure is met.
    """

    name: str
    points: Sequence[tuple[int, float]]
    here: int
    last: int
    level: float | None = None


class ScoreLines(Picture):
    """The same columns as the scrubber's."""

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
    if along is None or not along.points or height < _HIGH or width < 8:
        return canvas.strips()
    level = [] if along.level is None else [along.level]
    side = axis([*level, *(value for _, value in along.points)], height - 1)

    def dot(point: tuple[int, float]) -> tuple[float, float]:
        entry, value = point
        return entry / max(1, along.last) * (2 * width - 2), 4 + (1 - side.share(value)) * (4 * (height - 1) - 1)

    if along.level is not None:
        row = int(dot((0, along.level))[1]) // 4
        canvas.write(0, row, "┈" * width, palette.LABEL)
    here = round(along.here / max(1, along.last) * (width - 1))
    for row in range(1, height):
        canvas.put(here, row, "┊", palette.LABEL)
    canvas.path([dot(point) for point in along.points], palette.LABEL)
    done = _until(along.points, along.here)
    canvas.path([dot(point) for point in done], palette.ACCENT, thick=True)
    first, now, end = along.points[0][1], done[-1][1] if done else along.points[0][1], along.points[-1][1]
    canvas.write(0, 0, along.name, palette.LABEL)
    canvas.write(cell_len(along.name) + 2, 0, f"{now:.1f}", palette.ACCENT, bold=True)
    span = f"{first:.1f} at the start, {end:.1f} at the end"
    if cell_len(along.name) + 9 + len(span) < width:
        canvas.write(width - len(span), 0, span, palette.LABEL)
    return canvas.strips()


def _until(points: Sequence[tuple[int, float]], here: int) -> list[tuple[int, float]]:
    """As far as one has come, to a point between two."""
    done = [point for point in points if point[0] <= here]
    ahead = next((point for point in points if point[0] > here), None)
    if done and ahead:
        (x0, y0), (x1, y1) = done[-1], ahead
        done.append((here, y0 + (y1 - y0) * (here - x0) / (x1 - x0)))
    return done
