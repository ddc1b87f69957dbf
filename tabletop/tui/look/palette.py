"""The colours of every screen, and what a margin or a change looks like. Knows no scenario and no widget.

Low, middle and high are orange, grey and blue: apart for colour-blind readers, and falling in brightness, so that a
terminal without colours still shows the weak theatres brightest.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tabletop.words.bands import AMPLE, LEVEL

BACKGROUND: Final = "#0f1318"
SURFACE: Final = "#161b22"
PLATE: Final = "#0a0d11"
TRACK: Final = "#2c343e"
RULE: Final = "#39424d"
LAND: Final = "#343b44"
"""Land that belongs to no theatre: near-black, but there."""

BRIGHT: Final = "#ffffff"
TEXT: Final = "#d5dbe2"
LABEL: Final = "#9ca6b1"
DIM: Final = "#838e99"
ACCENT: Final = "#4fd1b0"
CURSOR: Final = "#1f5c4f"
"""Behind the row the keys act on."""
CURSOR_QUIET: Final = "#1d4a42"
"""The same where the row stands in a panel of its own."""

LOW: Final = "#ffa94d"
MIDDLE: Final = "#9aa4af"
HIGH: Final = "#4d94e0"
HIGH_TEXT: Final = "#6aaef5"
"""The blue of `HIGH`, lighter, for letters and arrows."""

CRISIS: Final = "#ffd43b"
CRISIS_TEXT: Final = "#17130a"

SERIES: Final = (ACCENT, BRIGHT, LOW, "#6aaef5", "#c9a0ff", LABEL)
"""Line colours, to be used in this order and never without a name at the line's end."""

LOW_BELOW: Final = LEVEL
HIGH_ABOVE: Final = AMPLE
_BLEND: Final = 2.0
_STILL: Final = 0.05


def margin_colour(margin: float) -> str:
    """Hex colour of a margin (deterrence minus pressure, points); blends within 2 points of a threshold."""
    if margin < HIGH_ABOVE - _BLEND:
        return _step(LOW, MIDDLE, margin - LOW_BELOW)
    return _step(MIDDLE, HIGH, margin - HIGH_ABOVE)


def change_mark(delta: float, decimals: int = 1, better: str = "high") -> tuple[str, str, str]:
    """Arrow, signed text and hex colour of a change; ("·", "", grey) when it is less than 0.05 points.

    The colour says whether the change is good: `better` is the way that is, "high", "low" or "" for neither.
    """
    if abs(delta) < _STILL:
        return "·", "", DIM
    good = (delta > 0) == (better == "high")
    return "▲" if delta > 0 else "▼", f"{delta:+.{decimals}f}", (HIGH_TEXT if good else LOW) if better else TEXT


def blend(colour: str, other: str, share: float) -> str:
    """`share` (0 to 1) of the way from one hex colour to another."""
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(rgb(colour), rgb(other), strict=True))


@lru_cache(maxsize=256)
def darkened(colour: str, share: float = 0.62, background: str = BACKGROUND) -> str:
    """The colour sunk into the background: what fills the body of a land or of a band."""
    return blend(colour, background, share)


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of "#rrggbb"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _step(below: str, above: str, distance: float) -> str:
    share = min(1.0, max(0.0, (distance + _BLEND) / (2 * _BLEND)))
    return blend(below, above, round(share * 8) / 8)
