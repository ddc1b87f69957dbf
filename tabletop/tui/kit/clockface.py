"""The countdown as it is told: how much is left, and how loudly. Knows no exercise."""

from tabletop.table.countdown import Countdown
from tabletop.tui.look import palette


def clock_words(clock: Countdown) -> tuple[str, str]:
    """The clock's text and style: an exclamation mark and orange when it ends soon, a plate at the last and after."""
    if clock.seconds is None:
        return "", ""
    sign = "-" if clock.seconds <= -1 else ""
    minutes, seconds = divmod(int(abs(clock.seconds)), 60)
    text = f"{sign}{minutes:02}:{seconds:02}"
    if not clock.running:
        return text, palette.DIM
    if clock.last:
        return f" !{text} ", f"bold {palette.BACKGROUND} on {palette.LOW}"
    if clock.soon:
        return f"!{text}", f"bold {palette.LOW}"
    return text, f"bold {palette.BRIGHT}"
