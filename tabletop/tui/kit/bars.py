"""Bars and sparklines one row high, as text. They know no scores, only numbers."""

from collections.abc import Sequence
from itertools import groupby

from textual.content import Content

from tabletop.tui.look import palette
from tabletop.tui.look.signs import PRESSURE, SHORT

_FULL = "▇"
_TIPS = " ▁▂▃▄▅▆▇"
_TRACK = "▁"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_TICK = "│"


def bar(value: float, width: int, colour: str = "", *, marker: float | None = None) -> Content:
    """A bar exactly `width` cells long over a line as its track, of 0 to 100; `marker` is a tick on the same scale.

    Full cells leave an eighth free above, so that bars in adjacent rows stay apart; the last cell is filled from below
    in eighths of a cell. A value above nothing shows at least one eighth; values outside 0 to 100 are held at the
    ends.
    """
    if width <= 0:
        return Content("")
    colour = colour or palette.MIDDLE
    share = min(1.0, max(0.0, value / 100))
    eighths = max(1, round(share * width * 8)) if share > 0 else 0
    full = palette.hatch(colour, _FULL)
    cells = [(full, colour) if at < eighths // 8 else (_TRACK, palette.EMPTY) for at in range(width)]
    if eighths % 8:
        cells[eighths // 8] = (_TIPS[eighths % 8], colour)
    if marker is not None:
        cells[min(width - 1, max(0, int(marker / 100 * width)))] = (_TICK, palette.BRIGHT)
    return _runs(cells)


def margin_bar(value: float, pressure: float, width: int, colour: str) -> Content:
    """A bar of 0 to 100 exactly `width` cells long with the tick of pressure on it; what is short of it is hatched.

    The tick stands on the bar's own colour, so that the bar isn't torn; a margin is never drawn on the other side of
    it than it is.
    """
    if width <= 0:
        return Content("")
    tick = min(width - 1, max(0, round(pressure / 100 * width - 0.5)))
    eighths = round(min(1.0, max(0.0, value / 100)) * width * 8)
    eighths = min(eighths, 8 * tick) if value < pressure else max(eighths, 8 * (tick + 1))
    cells = [(_FULL, colour) if at < eighths // 8 else (_TRACK, palette.EMPTY) for at in range(width)]
    if eighths % 8 and eighths // 8 < width:
        cells[eighths // 8] = (_TIPS[eighths % 8], colour)
    for at in range(-(-eighths // 8), tick):
        cells[at] = (SHORT, colour)
    on = f" on {colour}" if eighths > 8 * tick else ""
    cells[tick] = (PRESSURE, f"{palette.BACKGROUND if on else palette.BRIGHT}{on}")
    return _runs(cells)


def parts_bar(parts: Sequence[tuple[float, str, str]], width: int, mark: float | None = None) -> Content:
    """Parts of a hundred side by side in exactly `width` cells, each with its glyph and colour; `mark`: where a line
    crosses, of a hundred."""
    cells: list[tuple[str, str]] = []
    total = 0.0
    for part, glyph, colour in parts:
        total += part
        cells += [(glyph, colour)] * (round(total / 100 * width) - len(cells))
    cells += [(" ", "")] * (width - len(cells))
    if mark is not None and width > 0:
        at = min(width - 1, int(mark / 100 * width))
        cells[at] = (_TICK, palette.BRIGHT)
    return _runs(cells[:width])


def sparkline(values: Sequence[float], width: int, low: float, high: float) -> Content:
    """The last `width` values as heights of one row between `low` and `high`, right-aligned in exactly `width` cells,
    the last one brighter."""
    points = list(values)[-width:] if width > 0 else []
    cells = [(" ", palette.DIM)] * (max(0, width) - len(points))
    cells += [(_height(value, low, high), palette.DIM) for value in points]
    if points:
        cells[-1] = (cells[-1][0], palette.TEXT)
    return _runs(cells)


def _height(value: float, floor: float, ceiling: float) -> str:
    if ceiling <= floor:
        return _HEIGHTS[3]
    share = (value - floor) / (ceiling - floor)
    return _HEIGHTS[min(7, max(0, int(share * 8)))]


def _runs(cells: Sequence[tuple[str, str]]) -> Content:
    runs = groupby(cells, key=lambda cell: cell[1])
    return Content.assemble(*(("".join(glyph for glyph, _ in run), style) for style, run in runs))
