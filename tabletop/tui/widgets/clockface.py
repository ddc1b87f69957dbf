"""The countdown as it is told: how much is left, and how loudly. Knows no exercise."""

from attrs import frozen

from tabletop.tui import palette

_SOON, _NOW = 300.0, 60.0
"""Seconds left from which the clock warns, first and last time."""


@frozen
class Clock:
    """Seconds left in the phase (negative: over), None when there is no countdown; `late`: minutes late on the day."""

    left: float | None = None
    late: float = 0.0
    running: bool = True


def clock_words(clock: Clock) -> tuple[str, str]:
    """The clock's text and style: an exclamation mark and orange from five minutes, a plate in the last and after."""
    if clock.left is None:
        return "", ""
    sign = "-" if clock.left <= -1 else ""
    minutes, seconds = divmod(int(abs(clock.left)), 60)
    text = f"{sign}{minutes:02}:{seconds:02}"
    if not clock.running:
        return text, palette.DIM
    if clock.left < _NOW:
        return f" !{text} ", f"bold {palette.BACKGROUND} on {palette.LOW}"
    if clock.left < _SOON:
        return f"!{text}", f"bold {palette.LOW}"
    return text, f"bold {palette.BRIGHT}"
