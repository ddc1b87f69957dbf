"""Many small charts of the same runs, one a score, each with its name and how far apart the runs are."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from attrs import frozen
from textual import events
from textual.message import Message
from textual.strip import Strip

from tabletop.tui.charts.axis import snug
from tabletop.tui.charts.canvas import Canvas
from tabletop.tui.charts.linechart import LineSeries, draw_each, fill_between
from tabletop.tui.charts.plot import Plot
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.picture import Picture
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title

_LEAST: Final = (20, 5)
"""Columns and rows of one."""
_APART: Final = 6
"""Columns behind a name for how far apart the runs are."""
_GAP: Final = 2
Room = tuple[int, int, int, int]
"""Left, top, columns and rows."""


@frozen
class Small:
    """One of them: `apart` in points, `here` where it is the one that is looked at."""

    id: str
    name: str
    series: Sequence[LineSeries]
    apart: float
    here: bool = False


class Multiples(Picture):
    """As many as fit, the one that is looked at among them; a click asks for one."""

    TITLE = "Furthest apart first"

    class Asked(Message):
        """Somebody wants to see one larger."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    def __init__(self, *, id: str, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._smalls: Sequence[Small] = ()

    def show(self, smalls: Sequence[Small]) -> None:
        """These in the place of the ones shown."""
        self._smalls = smalls
        self._tell()
        self.redraw()

    def on_resize(self) -> None:
        super().on_resize()
        self._tell()

    def _tell(self) -> None:
        """In the title which of how many stand here."""
        first, rooms = self.page
        part = f", {first + 1} to {first + len(rooms)} of {len(self._smalls)}" if len(rooms) < len(self._smalls) else ""
        self.border_title = frame_title(f"{self.TITLE}{part}")

    @property
    def page(self) -> tuple[int, list[Room]]:
        """The first that is shown, and the room of each."""
        rooms = places(
            len(self._smalls), *self.content_size, max((len(small.name) + _APART for small in self._smalls), default=0)
        )
        here = next((n for n, small in enumerate(self._smalls) if small.here), 0)
        first = here // len(rooms) * len(rooms) if rooms else 0
        return first, rooms[: len(self._smalls) - first]

    def picture(self, width: int, height: int, ground: str) -> list[Strip]:
        canvas = Canvas(width, height, ground)
        first, rooms = self.page
        for small, (left, top, wide, high) in zip(self._smalls[first:], rooms, strict=False):
            draw_small(canvas, small, left, top, wide, high)
        return canvas.strips()

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None:
            return
        first, rooms = self.page
        for small, (left, top, wide, high) in zip(self._smalls[first:], rooms, strict=False):
            if left <= at.x < left + wide and top <= at.y < top + high:
                self.post_message(self.Asked(small.id))


def places(count: int, width: int, height: int, named: int = 0) -> list[Room]:
    """Left, top, columns and rows of each, as many as there is room for, row by row; so wide that names of `named`
    columns stand whole."""
    across = max(1, (width + _GAP) // (max(_LEAST[0], named) + _GAP))
    down = max(1, height // _LEAST[1])
    if width < _LEAST[0] or height < _LEAST[1]:
        return []
    wide, high = (width + _GAP) // across - _GAP, height // max(1, min(down, ceil(count / across)))
    rooms = [(n % across * (wide + _GAP), n // across * high, wide, high - 1) for n in range(across * down)]
    return rooms[:count]


def draw_small(canvas: Canvas, small: Small, left: int, top: int, width: int, height: int) -> None:
    """Its name, how far apart, and the lines below on an axis of their own."""
    apart = f"{small.apart:.1f}" if small.apart >= palette.STILL else "·"
    ink = palette.ACCENT if small.here else palette.LABEL
    canvas.write(left, top, fitted(small.name, width - len(apart) - 1), ink, bold=small.here)
    canvas.write(left + width - len(apart), top, apart, palette.BRIGHT if apart != "·" else palette.DIM)
    series = [one for one in small.series if one.values]
    if not series or height < 3:
        return
    side = snug((value for one in series for value in one.values), height - 1)
    plot = Plot(left, top + 1, width, max(len(one.values) for one in series), side)
    fill_between(canvas, plot, series)
    draw_each(canvas, plot, series)
