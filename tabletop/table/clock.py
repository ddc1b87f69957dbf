"""The countdown of a phase: started by hand, extended by hand, warning by colour. It never acts.

It is a fold of the record: every clock move, pause and change of phase at the time when it was made. So a clock that
ran when the program was killed still runs when the save is opened again.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from math import inf
from typing import TYPE_CHECKING

from attrs import frozen

from tabletop.model.moves import Clock, End, Pause, Redo, Resume, Undo
from tabletop.model.world import State
from tabletop.table.countdown import Countdown

if TYPE_CHECKING:
    from tabletop.journal.record.entry import Entry
    from tabletop.journal.session import Session
    from tabletop.model.scenario import Scenario

Now = Callable[[], float]
_Place = tuple[int, str]
"""Turn and phase."""


@frozen
class _Phase:
    """A phase's countdown as it stood when it was left: seconds left and planned, whether it ran, minutes late then."""

    seconds: float
    planned: float
    ran: bool
    late: float


class PhaseClock:
    """`now` gives seconds that only go forward. `minutes`: planned length by phase where it isn't the scenario's."""

    def __init__(self, now: Now, minutes: Mapping[str, float] | None = None) -> None:
        self._now = now
        self._agreed_minutes = dict(minutes or {})
        self._begin()

    def _begin(self) -> None:
        self.minutes = dict(self._agreed_minutes)
        self._at: _Place | None = None
        self._seconds = self._planned = self._late = 0.0
        self._since: float | None = None
        self._ran: bool | None = None  # while nothing runs: whether the clock ran before
        self._past_phases: dict[_Place, _Phase] = {}
        self._count, self._head = 0, ""
        self._last, self._back = -inf, False

    def follow(self, session: "Session") -> None:
        """Takes over what the record has gained. What is found on record counts from when it was made; what is made
        here, from now: a wall clock that is put right while one plays moves no countdown."""
        entries, world = session.entries, session.world
        if self._count > len(entries) or (self._count and entries[self._count - 1].head != self._head):
            self._begin()
        here, fresh = not session.read_only and self._at is not None, entries[self._count :]
        now, wall = self._now(), moment(session.now()) if fresh and not here else 0.0
        for entry in fresh:
            self._enter(entry, world.scenario, now if here else now - max(0.0, wall - moment(entry.time)))
        self._count, self._head = len(entries), entries[-1].head if entries else ""
        self._arrive((world.turn, world.phase.value), world.scenario)
        if world.state in (State.PAUSED, State.ENDED):
            self._hold(now)
        else:
            self._release(self._last)

    def read(self) -> Countdown:
        """What the headline shows."""
        if self._at is None or (not self._seconds and self._since is None):
            return Countdown(None, self._late / 60)
        return Countdown(self.seconds, self._late / 60, running=self._since is not None, planned=self._planned)

    @property
    def seconds(self) -> float:
        """Seconds left, negative when over."""
        return self._seconds_at(self._now())

    def stand(self, session: "Session") -> None:
        """Stops, as it stood at the last sign of life before this session was opened."""
        if self._since is not None:
            self._seconds, self._since = self._seconds_at(max(self._now() - away(session), self._since)), None

    def _seconds_at(self, at: float) -> float:
        return self._seconds - (at - self._since if self._since is not None else 0.0)

    # ------------------------------------------------------------------ what the record says

    def _enter(self, entry: "Entry", scenario: "Scenario", at: float) -> None:
        self._arrive((entry.turn, entry.phase), scenario)
        at = max(at, self._last)
        match entry.move:
            case Clock() as move:
                self._act(move, entry.phase, at)
            case Pause() | End():
                self._hold(at)
            case Resume() | Undo() | Redo():
                self._release(at)
        self._last, self._back = at, isinstance(entry.move, Undo | Redo)

    def _act(self, move: Clock, phase: str, at: float) -> None:
        """What a start or a stop says was left is what the room saw."""
        match move.act:
            case "start":
                self._seconds, self._since = move.seconds or self._seconds_at(at), at
            case "stop":
                self._seconds, self._since = move.seconds or self._seconds_at(at), None
            case "extend":
                self._seconds, self._planned = self._seconds + move.seconds, self._planned + move.seconds
            case "set":
                self.minutes[phase] = move.seconds / 60
                self._seconds, self._planned = move.seconds, move.seconds
                self._since = at if self._since is not None else None

    def _arrive(self, place: _Place, scenario: "Scenario") -> None:
        """Another phase since the last entry: its planned minutes, or, when a change was taken back, what was left."""
        if place == self._at:
            return
        if self._at is not None:
            seconds, ran = self._seconds_at(self._last), self._since is not None or bool(self._ran)
            self._past_phases[self._at] = _Phase(seconds, self._planned, ran, self._late)
            self._late = max(0.0, self._late - seconds) if self._since is not None else self._late
        was = self._past_phases.get(place) if self._back else None
        planned = self.minutes.get(place[1], scenario.minutes.get(place[1], 0.0)) * 60
        was = was or _Phase(planned, planned, ran=False, late=self._late)
        self._seconds, self._planned, self._late = was.seconds, was.planned, was.late
        self._since = self._last if was.ran and self._ran is None else None
        self._ran = None if self._ran is None else was.ran
        self._at = place

    def _hold(self, at: float) -> None:
        if self._ran is None:
            self._ran = self._since is not None
            self._seconds, self._since = self._seconds_at(at), None

    def _release(self, at: float) -> None:
        if self._ran:
            self._since = at
        self._ran = None


def away(session: "Session") -> float:
    """Seconds since the last sign of life of whoever had the session before it was opened here."""
    return max(0.0, moment(session.now()) - moment(session.last_sign))


def moment(time: str) -> float:
    """Seconds since 1970 of a time on record; 0 for one that can't be read."""
    try:
        stamp = datetime.fromisoformat(time)
    except ValueError:
        return 0.0
    return (stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)).timestamp()
