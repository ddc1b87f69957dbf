"""What is left of a phase, and when that is little. Knows no record, so that the first screen need load none."""

from attrs import frozen

_SOON, _NOW = 300.0, 60.0
"""Seconds left from which the clock warns, first and last time, at the most."""
_SOON_SHARE, _NOW_SHARE = 1 / 3, 1 / 10
"""The same as shares of a phase, for short ones: no clock warns from its first second."""


@frozen
class Countdown:
    """`seconds` left in the phase (negative: over), None when there is no countdown; `late`: minutes late on the day.

    `planned`: seconds that the phase was given, 0 when that isn't known.
    """

    seconds: float | None = None
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

    def _within(self, limit: float, share: float) -> bool:
        least = min(limit, self.planned * share) if self.planned > 0 else limit
        return self.running and self.seconds is not None and self.seconds < least
