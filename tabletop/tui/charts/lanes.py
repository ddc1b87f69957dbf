"""Ways that leave one another, a lane each: where it leaves, where it ends, what is marked on it. Draws times."""

from collections.abc import Sequence
from typing import Final, Protocol

from textual.content import Content

from tabletop.tui.look import palette

HERE: Final = "●"
MARK: Final = "▼"
_ENDS: Final = "┫", "┤", "×"
_RAILS: Final = "━", "─", "╌"
_LIVE, _LEFT, _UNDONE = range(3)


class Laid(Protocol):
    """What is drawn as a lane."""

    @property
    def parent(self) -> int:
        """Its parent's place among the lanes, -1 for none."""

    @property
    def start(self) -> float:
        """In turns, 1.0 the opening of the first."""

    @property
    def end(self) -> float:
        """In turns, not before the start."""

    @property
    def marks(self) -> Sequence[tuple[float, str]]:
        """When something is marked, with its words."""

    @property
    def live(self) -> bool:
        """Whether it stands."""

    @property
    def undone(self) -> int:
        """What took it back, 0 for nothing."""


def when_column(when: float, turns: int, width: int) -> int:
    """The column of a time in so many, from the opening of the first turn to the end of the last."""
    return round((when - 1) / max(1, turns) * (width - 1))


def turns_over(turns: int, width: int) -> str:
    """The names of turns over their beginnings; every second, every third where they would touch."""
    every = next((n for n in (1, 2, 3, 4, 5, 10) if n * (width - 1) >= 4 * turns), turns)
    row = ""
    for turn in range(1, turns + 1, every):
        at, name = when_column(turn, turns, width), f"T{turn}"
        row = f"{row:<{at}}{name}" if at + len(name) <= width else row
    return f"{row:<{width}}"


def draw_lanes(lanes: Sequence[Laid], turns: int, width: int, here: tuple[int, float] | None = None) -> list[Content]:
    """A row a lane in exactly `width` columns; parents stand before their children, of these the last to leave first.

    `here`: on which lane one stands, and when.
    """
    cells = [[(" ", palette.DIM)] * width for _ in lanes]
    for n, lane in enumerate(lanes):
        start, end = _span(lane, turns, width)
        ink, kind = _ink(lane), _kind(lane)
        cells[n][start : end + 1] = [(_RAILS[kind], ink)] * (end + 1 - start)
        cells[n][end] = _ENDS[kind], ink
        for when, _ in lane.marks:
            cells[n][min(end, max(start + (lane.parent >= 0), when_column(when, turns, width)))] = MARK, palette.ACCENT
        if lane.parent >= 0:
            _hang(cells, lanes, n, start)
    if here is not None:
        at, when = here
        start, end = _span(lanes[at], turns, width)
        cells[at][min(end, max(start, when_column(when, turns, width)))] = HERE, f"bold {palette.BRIGHT}"
    return [Content.assemble(*row) for row in cells]


def _hang(cells: list[list[tuple[str, str]]], lanes: Sequence[Laid], n: int, column: int) -> None:
    """The way down from the parent's lane to where this one begins."""
    parent, ink = lanes[n].parent, _ink(lanes[n])
    above = cells[parent][column]
    if above[0] in "━─╌":
        cells[parent][column] = "┯" if lanes[parent].live else "┬", above[1]
    elif above[0] in "┫┤×╰":
        cells[parent][column] = {"┫": "┓", "╰": "├"}.get(above[0], "┐"), above[1]
    for row in range(parent + 1, n):
        cells[row][column] = ("├", cells[row][column][1]) if cells[row][column][0] in "╰├" else ("│", ink)
    cells[n][column] = "╰", ink


def _span(lane: Laid, turns: int, width: int) -> tuple[int, int]:
    """Its first and last column: a lane is drawn even where it ends as it begins."""
    start = min(when_column(lane.start, turns, width), width - 2)
    return start, min(width - 1, max(start + 1, when_column(lane.end, turns, width)))


def _kind(lane: Laid) -> int:
    return _LIVE if lane.live else _UNDONE if lane.undone else _LEFT


def _ink(lane: Laid) -> str:
    return (palette.ACCENT, palette.TEXT, palette.LABEL)[_kind(lane)]
