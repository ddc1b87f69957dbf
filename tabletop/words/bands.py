"""Words for what players are shown only as a band: support, alarm, and the rise that voters would carry."""

from tabletop.model.coefficients import Coefficients

_SUPPORT = ((0.0, "lost"), (8.0, "thin"), (15.0, "steady"), (25.0, "firm"))  # points above the floor
_ALARM = ((0.25, "calm"), (0.7, "uneasy"), (1.3, "alarmed"))
_WANT = ((0.02, "no rise"), (0.06, "a small rise"), (0.12, "a rise"))


def support_word(k: Coefficients, support: float) -> str:
    """lost (a provisional budget), thin, steady, firm or strong."""
    over = support - k.support_floor
    return next((word for most, word in _SUPPORT if over < most), "strong")


def alarm_word(alarm: float) -> str:
    """calm, uneasy, alarmed or in fear."""
    return next((word for most, word in _ALARM if alarm < most), "in fear")


def want_words(k: Coefficients, alarm: float) -> str:
    """The rise above the path that voters would carry this turn, as words."""
    want = k.want_per_alarm * alarm
    return next((word for most, word in _WANT if want < most), "a large rise")
