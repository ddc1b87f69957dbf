"""Words for bands: of a margin over pressure, of support, of alarm. The one place that names them."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # colours are named by bands, and the first screen has colours
    from tabletop.model.coefficients import Coefficients

LEVEL: Final = 0.0
"""Points over pressure below which a theatre is short."""
AMPLE: Final = 15.0
"""Points over pressure above which a margin is ample."""
_HOLDS: Final = 5.0
_LEAST: Final = 0.05
"""What is less is told as nothing."""
BANDS: Final = "short", "level", "holds", "ample"
"""Of a margin, from the worst."""

_SUPPORT = ((0.0, "lost"), (8.0, "thin"), (15.0, "steady"), (25.0, "firm"))  # points above the floor
_ALARM = ((0.25, "calm"), (0.7, "uneasy"), (1.3, "alarmed"))


def support_word(k: "Coefficients", support: float) -> str:
    """lost (a provisional budget), thin, steady, firm or strong."""
    over = support - k.support_floor
    return next((word for most, word in _SUPPORT if over < most), "strong")


def alarm_word(alarm: float) -> str:
    """calm, uneasy, alarmed or in fear."""
    return next((word for most, word in _ALARM if alarm < most), "in fear")


def margin_band(margin: float) -> str:
    """short (of what presses, by whatever can be told), level, holds or ample."""
    if is_short(margin):
        return BANDS[0]
    return BANDS[1] if margin < _HOLDS else BANDS[2] if margin <= AMPLE else BANDS[3]


def bands_said() -> str:
    """From which margins on a theatre is called what, in a sentence."""
    short, level, holds, ample = BANDS
    return (
        f"{short.capitalize()} is below {LEVEL:.0f}, {level} up to {_HOLDS:.0f}, {holds} to {AMPLE:.0f}, {ample} above."
    )


def is_short(margin: float) -> bool:
    """Whether deterrence lies below pressure, by a tenth of a point and more: the one alarm of every screen."""
    return margin <= LEVEL - _LEAST


def margin_figure(margin: float) -> str:
    """ "+12", "-3"; "-0.4" of what a whole number would tell as nothing; "0"."""
    if abs(margin) < _LEAST:
        return "0"
    return f"{margin:+.1f}" if abs(margin) < 1 else f"{margin:+.0f}"
