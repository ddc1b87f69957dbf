"""How far apart two colours are in brightness, and which colours may meet. Letters need 4.5 to 1, signs 3 to 1."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from tabletop.tui.look.scheme import Scheme

LETTERS: Final = 4.5
SIGNS: Final = 3.0

INKS: Final = "bright", "text", "label", "dim", "accent", "low", "middle", "high_text", "crisis_ink", "violet"
"""Of letters, each of which may stand on each of `GROUNDS`."""
GROUNDS: Final = "background", "surface", "plate", "track", "resting", "cursor", "cursor_quiet"
PLATES: Final = ("crisis_text", "crisis"), ("background", "low"), ("background", "accent")
"""Letters on a ground that only they stand on: an alarm, the last seconds of a clock, text that is selected."""
THUMBS: Final = ("thumb", "background"), ("thumb", "surface"), ("high", "background"), ("high", "surface")
"""What is no letter, but has to be seen."""


def pairs(scheme: Scheme) -> Iterable[tuple[str, str, float]]:
    """Ink, ground and the least contrast, for all that may meet in a scheme."""
    for ink in INKS:
        for ground in GROUNDS:
            yield getattr(scheme, ink), getattr(scheme, ground), LETTERS
    for ink, ground in PLATES:
        yield getattr(scheme, ink), getattr(scheme, ground), LETTERS
    for ink, ground in THUMBS:
        yield getattr(scheme, ink), getattr(scheme, ground), SIGNS


def contrast(ink: str, ground: str) -> float:
    """1 to 21, as the accessibility guidelines of the web reckon it."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=1024)
def _luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
