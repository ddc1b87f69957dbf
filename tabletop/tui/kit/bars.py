"""Bars and sparklines one row high, as text. They know no scores, only numbers."""

from collections.abc import Sequence
from itertools import groupby

from textual.content import Content

from tabletop.tui.look import palette

_FULL = "▇"
_TIPS = " ▁▂▃▄▅▆▇"
_TRACK = "▁"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_TICK = "│"


def bar(
    value: float,
    width: int,
    colour: str = palette.MIDDLE,
    track_colour: str = palette.TRACK,
    maximum: float = 100,
    *,
    marker: float | None = None,
    marker_colour: str = palette.BRIGHT,
) -> Content:
    """A bar exactly `width` cells long over a line as its track; `marker` is a tick, on the bar's scale.

    Full cells leave an eighth free above, so that bars in adjacent rows stay apart; the last cell is filled from below
    in eighths of a cell. A value above nothing shows at least one eighth; values outside 0 to `maximum` are held at
    the ends.
    """
    if width <= 0:
        return Content("")
    share = min(1.0, max(0.0, value / maximum)) if maximum > 0 else 0.0
    eighths = max(1, round(share * width * 8)) if share > 0 else 0
    cells = [(_FULL, colour) if at < eighths // 8 else (_TRACK, track_colour) for at in range(width)]
    if eighths % 8:
        cells[eighths // 8] = (_TIPS[eighths % 8], colour)
    if marker is not None and maximum > 0:
        at = min(width - 1, max(0, int(min(1.0, max(0.0, marker / maximum)) * width)))
        cells[at] = (_TICK, marker_colour)
    return _joined(cells)


def sparkline(
    values: Sequence[float],
    width: int,
    colour: str = palette.LABEL,
    *,
    low: float | None = 0,
    high: float | None = 100,
    last_colour: str | None = None,
) -> Content:
    """The last `width` values as heights of one row, right-aligned in exactly `width` cells.

    None for `low` or `high` takes the least or the greatest value shown.
    """
    shown = list(values)[-width:] if width > 0 else []
    floor = min(shown, default=0.0) if low is None else low
    ceiling = max(shown, default=0.0) if high is None else high
    cells = [(" ", colour)] * (max(0, width) - len(shown))
    cells += [(_height(value, floor, ceiling), colour) for value in shown]
    if shown and last_colour is not None:
        cells[-1] = (cells[-1][0], last_colour)
    return _joined(cells)


def _height(value: float, floor: float, ceiling: float) -> str:
    if ceiling <= floor:
        return _HEIGHTS[3]
    share = (value - floor) / (ceiling - floor)
    return _HEIGHTS[min(7, max(0, int(share * 8)))]


def _joined(cells: Sequence[tuple[str, str]]) -> Content:
    runs = groupby(cells, key=lambda cell: cell[1])
    return Content.assemble(*(("".join(glyph for glyph, _ in run), style) for style, run in runs))
