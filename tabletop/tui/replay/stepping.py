"""Moving along a record: the places where one may stand, and stepping by itself. Knows no screen and no world."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import frozen
from textual.timer import Timer
from textual.widget import Widget

SPEEDS: Final = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Moves a second."""


@frozen
class Stops:
    """`lines` may be read, 0 is the opening; `turns`: the line at which each opens."""

    lines: Sequence[int] = ()
    turns: Mapping[int, int] = {}

    def step(self, at: int, by: int) -> int | None:
        """The next line (`by` 1) or the one before (-1); None at an end."""
        return _beside(self.lines, at, by)

    def turn(self, at: int, by: int) -> int | None:
        """The opening of the next turn or of the one before; None where there is none."""
        return _beside(sorted(self.turns.values()), at, by)


def _beside(stops: Sequence[int], at: int, by: int) -> int | None:
    n = bisect_left(stops, at) - 1 if by < 0 else bisect_right(stops, at)
    return stops[n] if 0 <= n < len(stops) else None


class Playing:
    """Takes a step again and again while it is on."""

    def __init__(self, widget: Widget, step: Callable[[], None]) -> None:
        self._widget, self._step = widget, step
        self._speed = 1
        self._timer: Timer | None = None

    @property
    def on(self) -> bool:
        return self._timer is not None

    @property
    def speed(self) -> float:
        """Moves a second."""
        return SPEEDS[self._speed]

    def start(self) -> None:
        self._timer = self._widget.set_interval(1 / self.speed, self._step)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def faster(self, by: int) -> None:
        """By so many of the speeds that there are; slower below 0."""
        self._speed = min(max(0, self._speed + by), len(SPEEDS) - 1)
        if self.on:
            self.stop()
            self.start()
