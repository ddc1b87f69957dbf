"""The countdown as it is told: how much is left, and how loudly. Knows no exercise."""

from attrs import frozen

from tabletop.tui import palette

_SOON, _NOW = 300.0, 60.0
"""Seconds left from which the clock warns, first and last time, at the most."""
_SOON_SHARE, _NOW_SHARE = 1 / 3, 1 / 10
"""The same as shares of a phase, for short ones: no clock warns from its first second."""


@frozen
class Clock:
    """Seconds left in the phase (negative: over), None when there is no countdown; `late`: minutes late on the day.

    `planned`: seconds that the phase was given, 0 when that isn't known.
    """

    left: float | None = None
    late: float = 0.0
    running: bool = True
    planned: float = 0.0

    @property
    def soon(self) -> bool:
        """Whether the end is near, or over."""
        return self._within(_SOON, _SOON_SHARE)

    @property
    def last(self) -> bool:
        """Whether the last moments run, or it is over."""
        return self._within(_NOW, _NOW_SHARE)

    def _within(self, seconds: float, share: float) -> bool:
        least = min(seconds, self.planned * share) if self.planned > 0 else seconds
        return self.running and self.left is not None and self.left < least


def clock_words(clock: Clock) -> tuple[str, str]:
    """The clock's text and style: an exclamation mark and orange when it ends soon, a plate at the last and after."""
    if clock.left is None:
        return "", ""
    sign = "-" if clock.left <= -1 else ""
    minutes, seconds = divmod(int(abs(clock.left)), 60)
    text = f"{sign}{minutes:02}:{seconds:02}"
    if not clock.running:
        return text, palette.DIM
    if clock.last:
        return f" !{text} ", f"bold {palette.BACKGROUND} on {palette.LOW}"
    if clock.soon:
        return f"!{text}", f"bold {palette.LOW}"
    return text, f"bold {palette.BRIGHT}"
