"""A grid of characters with colours, on which charts draw lines in braille dots. Knows no chart."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from math import ceil
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tabletop.plain import plain

_BITS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))

_MOSTLY_INK: Final = "▄▅▆▇█▀"
"""Characters whose ink becomes the ground of a dot set upon them."""


class Canvas:
    """`height` rows of `width` cells on one ground colour, blank at first; anything put outside is dropped."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width = width
        self.height = height
        self._glyphs = [[" "] * width for _ in range(height)]
        self._inks: list[list[str | None]] = [[None] * width for _ in range(height)]
        self._grounds: list[list[str | None]] = [[ground] * width for _ in range(height)]
        self._bold = [[False] * width for _ in range(height)]

    def put(self, x: int, y: int, glyph: str, ink: str, ground: str | None = None, *, bold: bool = False) -> None:
        """One character; without a ground it keeps the one that is there."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self._glyphs[y][x] = glyph
            self._inks[y][x] = ink
            self._bold[y][x] = bold
            if ground is not None:
                self._grounds[y][x] = ground

    def ground(self, x: int, y: int, ground: str) -> None:
        """The background of one cell."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self._grounds[y][x] = ground

    def write(self, x: int, y: int, text: str, ink: str, *, bold: bool = False) -> None:
        """Text from a cell to the right; of a letter that takes two cells the second stays empty."""
        for glyph in plain(text):
            wide = cell_len(glyph)
            if wide and x + wide <= self.width:
                self.put(x, y, glyph, ink, bold=bold)
                for more in range(1, wide):
                    self.put(x + more, y, "", ink)
            x += wide

    def line(
        self,
        start: tuple[float, float],
        stop: tuple[float, float],
        ink: str,
        left: int = 0,
        *,
        thick: bool = False,
        dash: str = "1",
    ) -> None:
        """A line between two points in dots (2 across and 4 down to a cell), `left` cells in; 1 or 2 dots thick.

        `dash`: over and over, a "1" for each dot across in which it is drawn.
        """
        (x0, y0), (x1, y1) = start, stop
        steps = max(1, ceil(max(abs(x1 - x0), abs(y1 - y0))))
        for step in range(steps + 1):
            share = step / steps
            x, y = round(x0 + (x1 - x0) * share) + 2 * left, round(y0 + (y1 - y0) * share)
            if dash[x % len(dash)] == "1":
                self._dot(x, y, ink)
                if thick:
                    self._dot(x, y + 1, ink)

    def path(
        self,
        points: Sequence[tuple[float, float]],
        ink: str,
        left: int = 0,
        *,
        thick: bool = False,
        dash: str = "1",
    ) -> None:
        """Lines from point to point, in dots."""
        for start, stop in pairwise(points):
            self.line(start, stop, ink, left, thick=thick, dash=dash)

    def spot(self, x: int, y: float, ink: str) -> None:
        """A point amid a column of cells, two dots across and four down, its middle at `y` in dots."""
        for down in range(-1, 3):
            self._dot(2 * x, round(y) + down, ink)
            self._dot(2 * x + 1, round(y) + down, ink)

    def strips(self) -> list[Strip]:
        """The rows as strips."""
        return [self._strip(y) for y in range(self.height)]

    def _dot(self, x: int, y: int, ink: str) -> None:
        column, row = x // 2, y // 4
        if not (0 <= column < self.width and 0 <= row < self.height):
            return
        before = self._glyphs[row][column]
        if before in _MOSTLY_INK:
            self._grounds[row][column] = self._inks[row][column]
        mask = ord(before) - 0x2800 if "\u2800" <= before <= "\u28ff" else 0
        self._glyphs[row][column] = chr(0x2800 + (mask | _BITS[y % 4][x % 2]))
        self._inks[row][column] = ink

    def _strip(self, y: int) -> Strip:
        cells = zip(self._glyphs[y], self._inks[y], self._grounds[y], self._bold[y], strict=True)
        runs = groupby(cells, key=lambda cell: cell[1:])
        segments = [
            Segment("".join(cell[0] for cell in run), Style(color=ink, bgcolor=ground, bold=bold))
            for (ink, ground, bold), run in runs
        ]
        return Strip(segments, self.width)
