"""Whether what a seat expected of a score came about. The one place that says how much movement is none."""

from typing import Final

STILL: Final = 0.5
"""Points up to which a score counts as unchanged, in either direction and as it is told: in tenths."""


def movement(was: float, now: float) -> float:
    """The change of a score as it is told everywhere: between its ends rounded to a tenth, so that before, change and
    after add up wherever they stand side by side."""
    return round(round(now, 1) - round(was, 1), 1)


def direction(was: float, now: float) -> str:
    """up, down or same."""
    points = movement(was, now)
    return "same" if abs(points) <= STILL else "up" if points > 0 else "down"


def foreseen(expected: str, was: float, now: float) -> bool | None:
    """Whether a score went the way that was named. None where it did, but by so little that it counts as unchanged."""
    came, points = direction(was, now), movement(was, now)
    if came == "same" and points and expected == ("up" if points > 0 else "down"):
        return None
    return came == expected
