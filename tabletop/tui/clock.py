"""The countdown of a phase: started by hand, extended by hand, warning by colour. It never acts."""

from collections.abc import Callable, Mapping, Sequence

from tabletop.model.moves import Clock as ClockMove
from tabletop.model.world import Phase, State, World
from tabletop.table.port import Line
from tabletop.tui.widgets.headline import Clock

Now = Callable[[], float]


class PhaseClock:
    """`now` gives seconds that only go forward. `minutes`: planned length by phase where it isn't the scenario's."""

    def __init__(self, now: Now, minutes: Mapping[str, float] | None = None) -> None:
        self._now = now
        self.minutes = dict(minutes or {})
        self._at: tuple[int, Phase] | None = None
        self._left = 0.0
        self._since: float | None = None
        self._seen, self._begun = 0, False
        self._late = 0.0

    def follow(self, world: World, lines: Sequence[Line]) -> None:
        """Takes over a world's phase and the clock moves on record since the last call."""
        fresh = [line for line in lines if line.n > self._seen]
        first, self._begun = not self._begun, True
        self._seen = max([self._seen, *(line.n for line in fresh)])
        here = (world.turn, world.phase)
        for line in fresh:
            move = line.move
            if isinstance(move, ClockMove) and move.act == "set":
                self.minutes[line.phase] = move.seconds / 60
        if here != self._at:
            self._turn_over(world)
            self._at = here
        for line in fresh:
            if isinstance(line.move, ClockMove) and (line.turn, line.phase) == here and not first:
                self._act(line.move)
        if world.state is not State.RUNNING and world.state is not State.READY:
            self._stop()

    def read(self) -> Clock:
        """What the headline shows."""
        if self._at is None or (not self._left and self._since is None):
            return Clock(None, self._late / 60)
        return Clock(self.left, self._late / 60, running=self._since is not None)

    @property
    def left(self) -> float:
        """Seconds left, negative when over."""
        return self._left - (self._now() - self._since if self._since is not None else 0.0)

    def _turn_over(self, world: World) -> None:
        if self._since is not None:
            self._late = max(0.0, self._late - self.left)
        planned = self.minutes.get(world.phase.value, world.scenario.minutes.get(world.phase.value, 0.0))
        self._left, self._since = planned * 60, None

    def _act(self, move: ClockMove) -> None:
        match move.act:
            case "start" if self._since is None:
                self._since = self._now()
            case "stop":
                self._stop()
            case "extend":
                self._left += move.seconds
            case "set":
                self._left, self._since = move.seconds, (self._now() if self._since is not None else None)

    def _stop(self) -> None:
        if self._since is not None:
            self._left, self._since = self.left, None
