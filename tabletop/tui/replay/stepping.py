"""Moving along a record: step, turn, ends, play and speed. Knows places, not what is drawn there."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import Final

from textual.timer import Timer

from tabletop.table.port import Record, Table
from tabletop.tui.kit.screen import TableScreen

SPEEDS: Final = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Moves a second."""


class Stepping(TableScreen):
    """`at` is the line after which the board is shown; `_stops` where a step may stand, `_turns` where turns open."""

    at: int

    def __init__(self, table: Table, record: Record) -> None:
        super().__init__(table)
        self.record = record
        self.speed = 1
        self._timer: Timer | None = None
        self._turns: Mapping[int, int] = {}
        self._stops: list[int] = []

    @property
    def moment(self) -> int:
        """The entry of the record after which the board is shown."""
        return self.record.moment(self.at)

    @property
    def playing(self) -> bool:
        return self._timer is not None

    def go(self, n: int) -> None:
        """Shows the board after line n."""
        self.at = min(max(0, n), self.record.last)
        self.refresh_view()

    def action_step(self, by: int) -> None:
        """To the next or the last move that this place may read."""
        at = bisect_left(self._stops, self.at) if by < 0 else bisect_right(self._stops, self.at)
        at += -1 if by < 0 else 0
        if 0 <= at < len(self._stops):
            self.go(self._stops[at])
        elif self.playing:
            self.action_play()

    def action_turn(self, by: int) -> None:
        starts = sorted(self._turns.values())
        at = bisect_left(starts, self.at) - 1 if by < 0 else bisect_right(starts, self.at)
        self.go(starts[at] if 0 <= at < len(starts) else (0 if by < 0 else self.record.last))

    def action_to_end(self, last: int) -> None:
        self.go(self.record.last if last else 0)

    def action_play(self) -> None:
        """Plays on from here, from the start if it stands at the end; or pauses."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        else:
            if self.at >= self.record.last:
                self.at = 0
            self._timer = self.set_interval(1 / SPEEDS[self.speed], lambda: self.action_step(1))
        self.refresh_view()

    def action_speed(self, by: int) -> None:
        self.speed = min(max(0, self.speed + by), len(SPEEDS) - 1)
        if self._timer is not None:
            self._timer.stop()
            self._timer = self.set_interval(1 / SPEEDS[self.speed], lambda: self.action_step(1))
        self.frame_lines()
