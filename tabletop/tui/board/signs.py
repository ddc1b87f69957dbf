"""The signs before a theatre's name, and the legends of signs and colours."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from tabletop.table.figures import ScoreTrend
from tabletop.tui.look import palette
from tabletop.tui.look.signs import ALARM, ASKS, LEAVING, PRESSURE, SHORT
from tabletop.words.bands import BANDS, is_short

SIGNS: Final = 5
"""Columns that the signs before a name take."""


def signs(figure: ScoreTrend) -> Content:
    """What stands before the name of a theatre."""
    short = figure.pressure is not None and is_short(figure.margin)
    asks, loses = ASKS if figure.asks else " ", LEAVING if figure.loses else " "
    return Content.assemble(alarm(short), (asks, palette.CRISIS_INK), (loses, palette.LOW), " ")


def alarm(short: bool) -> tuple[str, str]:
    """The alarm in two columns, or its place."""
    return (ALARM, f"bold {palette.LOW}") if short else ("  ", "")


def legend(width: int) -> Content:
    """What the signs mean, in the longest form that fits; nothing where none does."""
    for gap, tick, short, asks, loses in _FORMS:
        parts = [
            Content.assemble((PRESSURE, palette.BRIGHT), (f" {tick}", palette.LABEL)),
            Content.assemble((ALARM, f"bold {palette.LOW}"), (SHORT, palette.LOW), (f" {short}", palette.LABEL)),
            Content.assemble((ASKS, palette.CRISIS_INK), (f" {asks}", palette.LABEL)),
            Content.assemble((LEAVING, palette.LOW), (f" {loses}", palette.LABEL)),
        ]
        for kept in (parts, parts[:3]):
            line = Content(gap).join(kept)
            if line.cell_length <= width and (kept is parts or gap == " "):
                return line
    return Content("")


_FORMS: Final[Sequence[tuple[str, str, str, str, str]]] = (
    ("  ", "pressure", "short of it", "inject open", "leaving"),
    ("  ", "pressure", "short", "inject", "leaving"),
    (" ", "pressure", "short", "inject", "leaving"),
)


def band_legend(width: int) -> Content:
    """Which colour of a land is which band of margin, all of them; nothing where there is no room."""
    words: dict[tuple[str, str], str] = {}
    for band in BANDS:  # where colours are few or none, two bands may look alike
        ink = palette.band_colour(band)
        look = palette.hatch(ink, "■"), ink
        words[look] = f"{words[look]}, {band}" if look in words else band
    parts = [Content.assemble(look, (f" {word}", palette.LABEL)) for look, word in words.items()]
    for gap in ("  ", " "):
        line = Content(gap).join(parts)
        if line.cell_length <= width:
            return line
    return Content("")
