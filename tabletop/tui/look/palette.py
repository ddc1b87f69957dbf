"""The colours of every screen, and what a margin or a change looks like. Knows no scenario and no widget.

The names are those of a `Scheme`, of which one is in use: the dark one, until another is. Take a colour where something
is painted, never as a module is read or as an argument's default: it would stay when another theme is chosen.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tabletop.tui.look.scheme import COLOURS, Scheme
from tabletop.tui.look.schemes import DARK
from tabletop.words.bands import BANDS, margin_band

BACKGROUND = DARK.background
SURFACE = DARK.surface
PLATE = DARK.plate
TRACK = DARK.track
RESTING = DARK.resting
EMPTY = DARK.empty
CURSOR = DARK.cursor
CURSOR_QUIET = DARK.cursor_quiet
RULE = DARK.rule
THUMB = DARK.thumb
LAND = DARK.land
BRIGHT = DARK.bright
TEXT = DARK.text
LABEL = DARK.label
DIM = DARK.dim
ACCENT = DARK.accent
LOW = DARK.low
MIDDLE = DARK.middle
HIGH = DARK.high
HIGH_TEXT = DARK.high_text
CRISIS = DARK.crisis
CRISIS_TEXT = DARK.crisis_text
CRISIS_INK = DARK.crisis_ink
VIOLET = DARK.violet
SERIES = DARK.series
HATCHED = DARK.hatched
"""Whether low, middle and high are told by hatch, because colours can't."""

STILL: Final = 0.05

_in_use = DARK


def in_use() -> Scheme:
    """The scheme that the names stand for now."""
    return _in_use


def use(scheme: Scheme) -> None:
    """From here on the names stand for the colours of this scheme."""
    global _in_use
    _in_use = scheme
    globals().update({name.upper(): getattr(scheme, name) for name in (*COLOURS, "series", "hatched")})


def margin_colour(margin: float) -> str:
    """Hex colour of a margin (deterrence minus pressure, points): one a band, so that a legend can tell them."""
    return band_colour(margin_band(margin))


def margin_ink(margin: float) -> str:
    """The same for letters, which must stand out from their ground."""
    return _between() if margin_band(margin) == BANDS[1] else margin_colour(margin)


def band_colour(band: str) -> str:
    """Hex colour of a band of `BANDS`; level is told from what holds where colours are not few."""
    return {BANDS[0]: LOW, BANDS[1]: _level(), BANDS[2]: MIDDLE}.get(band, HIGH)


def _level() -> str:
    """On a light ground, where low and middle are both dark, lighter than either."""
    return _between() if _in_use.dark else blend(_between(), BACKGROUND, 0.3)


def _between() -> str:
    return blend(LOW, MIDDLE, 0.5)


def hatch(colour: str, plain: str) -> str:
    """What fills a bar or a land of a margin's colour: `plain`, unless low and middle must be told without colours."""
    if not HATCHED:
        return plain
    return "░" if colour == LOW else "▒" if colour == MIDDLE else plain


def change_mark(delta: float, decimals: int = 1, better: str = "high") -> tuple[str, str, str]:
    """Arrow, signed text and hex colour of a change; ("·", "", grey) when it is less than 0.05 points.

    The colour says whether the change is good: `better` is the way that is, "high", "low" or "" for neither.
    """
    if abs(delta) < STILL:
        return "·", "", DIM
    good = (delta > 0) == (better == "high")
    return "▲" if delta > 0 else "▼", f"{delta:+.{decimals}f}", (HIGH_TEXT if good else LOW) if better else TEXT


def blend(colour: str, other: str, share: float) -> str:
    """`share` (0 to 1) of the way from one hex colour to another; one of the two where colours are few."""
    if _in_use.few or HATCHED:
        return colour if share < 0.5 else other
    return _mixed(colour, other, share)


def darkened(colour: str, share: float = 0.62, background: str = "") -> str:
    """The colour sunk into the background: what fills the body of a land or of a band."""
    if _in_use.few:
        return _in_use.bodies.get(colour, colour)
    return _mixed(colour, background or BACKGROUND, share)


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of "#rrggbb"."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=512)
def _mixed(colour: str, other: str, share: float) -> str:
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(rgb(colour), rgb(other), strict=True))
