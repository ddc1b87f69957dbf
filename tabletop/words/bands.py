"""Words for the bands of support and alarm."""

from tabletop.model.coefficients import Coefficients

_SUPPORT = ((0.0, "lost"), (8.0, "thin"), (15.0, "steady"), (25.0, "firm"))  # points above the floor
_ALARM = ((0.25, "calm"), (0.7, "uneasy"), (1.3, "alarmed"))


def support_word(k: Coefficients, support: float) -> str:
    """lost (a provisional budget), thin, steady, firm or strong."""
    over = support - k.support_floor
    return next((word for most, word in _SUPPORT if over < most), "strong")


def alarm_word(alarm: float) -> str:
    """calm, uneasy, alarmed or in fear."""
    return next((word for most, word in _ALARM if alarm < most), "in fear")
