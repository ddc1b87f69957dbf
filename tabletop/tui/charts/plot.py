"""What every chart over turns shares: the plot's place among its labels, its grid, its side and foot. Pure."""

from collections.abc import Sequence

from attrs import frozen

from tabletop.tui.charts.axis import Axis
from tabletop.tui.charts.canvas import Canvas
from tabletop.tui.look import palette


@frozen
class Plot:
    """The area of a chart: cells from (left, top), as high as its axis, and `points` places in time from its left to
    its right edge."""

    left: int
    top: int
    width: int
    points: int
    axis: Axis

    @property
    def height(self) -> int:
        return self.axis.rows

    def column(self, place: float) -> float:
        """Dots from the plot's left edge to a place in time, 0 being the first."""
        return place / max(1, self.points - 1) * (2 * self.width - 1)

    def dot(self, place: float, value: float) -> tuple[float, float]:
        """Position in dots, from the plot's left edge and the canvas's top; a tick lies amid its row."""
        return self.column(place), self.y(value)

    def y(self, value: float) -> float:
        """Dots from the canvas's top down to a value."""
        return 4 * (self.top + self.height - 1 - self.axis.above(value)) + 1

    def row(self, value: float) -> int:
        """The canvas row a value lies in."""
        return round(self.y(value)) // 4

    def cell(self, place: float) -> int:
        """The canvas column a place in time lies in."""
        return self.left + round(self.column(place)) // 2

    def place(self, column: int) -> float:
        """The place in time of the middle of a canvas column."""
        return (2 * (column - self.left) + 0.5) / max(1, 2 * self.width - 1) * (self.points - 1)

    def draw_side(self, canvas: Canvas) -> None:
        """Ticks with a faint dotted line across."""
        for tick in self.axis.ticks():
            row, text = self.row(tick), self.axis.text(tick)
            canvas.write(self.left, row, "┈" * self.width, palette.RULE)
            canvas.write(self.left - 1 - len(text), row, text, palette.DIM)

    def draw_foot(self, canvas: Canvas, labels: Sequence[str]) -> None:
        """The axis below, and evenly as many labels of the places as stand apart."""
        foot = self.top + self.height
        canvas.write(self.left, foot, "─" * self.width, palette.RULE)
        count = min(len(labels), self.points)
        for place in range(0, count, self._stride(labels[:count], canvas.width)):
            canvas.put(self.cell(place), foot, "┴", palette.RULE)
            canvas.write(self._label_at(place, labels[place], canvas.width), foot + 1, labels[place], palette.DIM)

    def _label_at(self, place: int, label: str, width: int) -> int:
        return max(0, min(self.cell(place) - len(label) // 2, width - len(label)))

    def _stride(self, labels: Sequence[str], width: int) -> int:
        """Every how many places a label can stand with two cells between it and the next."""
        for stride in range(1, len(labels)):
            places = range(0, len(labels), stride)
            starts = [self._label_at(place, labels[place], width) for place in places]
            ends = [start + len(labels[place]) + 2 for start, place in zip(starts, places, strict=True)]
            if all(end <= start for end, start in zip(ends, starts[1:], strict=False)):
                return stride
        return max(1, len(labels))
