"""The exercise in hand: a save that is open here, its places, its time, what was half typed, who else has it.

What a program of screens holds; it never sees the session.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tabletop.files.disk import Stamp, stamp_of
from tabletop.journal.session import Session
from tabletop.journal.store.drafts import DraftTexts, put_drafts, take_drafts
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Move, Red
from tabletop.model.refusal import Refusal
from tabletop.model.seats import CONTROL
from tabletop.model.world import World
from tabletop.table.clock import PhaseClock, away
from tabletop.table.countdown import Countdown
from tabletop.table.local import LocalTable
from tabletop.table.unmanned import seat_alone

if TYPE_CHECKING:
    from tabletop.table.clock import Now
    from tabletop.table.port import Table
    from tabletop.table.publishing import RoomFeed
    from tabletop.table.runs import Run


class Exercise:
    """Closes the session when it is closed."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.room: RoomFeed | None = None
        self._clock: PhaseClock | None = None
        self._stamp: Stamp | None = None

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False) -> "Exercise":
        """A save that exists; read-only also when another has it. Raises what Session.open raises."""
        return cls(Session.open(path, read_only=read_only))

    def table(self, who: str = CONTROL) -> "Table":
        """A place at it."""
        return LocalTable(self.session, who, self.room)

    def has(self, table: "Table") -> bool:
        """Whether a table is a place at it."""
        return isinstance(table, LocalTable) and table.session is self.session

    def enter(self, move: Move) -> Refusal | None:
        """Makes one of control's moves, at once."""
        return LocalTable(self.session).make_now(move)

    def runs(self) -> "Sequence[Run]":
        """The branches that came to another end, the one that is played now first."""
        from tabletop.table.runs_of import runs_of

        return runs_of(self.session)

    def close(self) -> None:
        self.session.close()

    # ------------------------------------------------------------------ what is known of it

    @property
    def path(self) -> Path:
        return self.session.path

    @property
    def read_only(self) -> bool:
        return self.session.read_only

    @property
    def closed(self) -> str:
        """Why it is only a record here, of an exercise of an earlier edition; "" of any other."""
        return self.session.play.rules.closed

    @property
    def holder(self) -> str:
        """Who goes on with it while it is read-only here, "" for nobody."""
        return str(self.session.held_by or "")

    @property
    def notices(self) -> tuple[str, ...]:
        """What to tell when it opens."""
        return self.session.notices

    @property
    def trouble(self) -> str:
        """Why what was done isn't on disk, "" when all of it is."""
        return self.session.trouble

    @property
    def marking(self) -> str:
        return self.session.header.marking

    @property
    def moves(self) -> int:
        """Entries on record."""
        return len(self.session.entries)

    @property
    def world(self) -> World:
        return self.session.world

    @property
    def model_plays_red(self) -> bool:
        """Whether the adversary was last played by the model without anybody being asked, as after a demo."""
        entries = (self.session.entries[n - 1] for n in reversed(self.session.line))
        last = next((entry for entry in entries if isinstance(entry.move, Red)), None)
        return last is not None and last.entered_by == "bot"

    @property
    def seat_alone(self) -> str:
        """The seat that a player alone has begun it for, "" for any other exercise: nobody sits there for control."""
        return seat_alone(self.session)

    def ordered_by(self, seat: str) -> bool:
        """Whether a seat has made a move of its own since it was taken over."""
        entries = (self.session.entries[n - 1] for n in reversed(self.session.line))
        return any(e.move.seat == seat and e.entered_by != "bot" for e in entries)

    # ------------------------------------------------------------------ time, and the room

    @property
    def timed(self) -> bool:
        return self._clock is not None

    def begin_time(self, now: "Now") -> None:
        """Its time, from its record. Of one that nobody plays it stands still."""
        self._clock = PhaseClock(now, self.session.header.minutes)
        self._clock.follow(self.session)
        if self.read_only and not self.holder:
            self.stand_still()

    def clock(self) -> Countdown:
        """The countdown now; none before `begin_time`."""
        if self._clock is None:
            return Countdown()
        self._clock.follow(self.session)
        return self._clock.read()

    def stand_still(self) -> None:
        """Stops the clock, as it stood at the last sign of life before this was opened."""
        if self._clock is not None:
            self._clock.stand(self.session)

    @property
    def away(self) -> float:
        """Seconds since that sign of life."""
        return away(self.session)

    def begin_room(self) -> None:
        """From now on `tell_room` tells the room's screen where it stands."""
        from tabletop.table.publishing import RoomFeed

        if not self.read_only and self.room is None:
            self.room = RoomFeed(self.session)

    def tell_room(self, clock: Countdown) -> str:
        """Why the room could not be told, "" when it could or nobody tells it."""
        return self.room.follow(clock) if self.room is not None else ""

    # ------------------------------------------------------------------ others at the same save

    def alive(self) -> int:
        """A sign of life; takes over what notes others have left beside the save, and says how many."""
        if self.read_only:
            return 0
        self.session.alive()
        return self.session.take_notes(wait=0.0)

    def written_on(self) -> bool:
        """Of a save that is read-only here: whether another has written since this was asked last."""
        if not self.read_only:
            return False
        stamp = stamp_of(self.path)
        before, self._stamp = self._stamp, stamp
        return before != stamp and (before is not None or self.session.held_by is not None)

    def read_on(self) -> Callable[[], int]:
        """Reads the save, slowly and in any thread. What it gives takes over what was read, where the exercise is at
        home, and says how many entries are new. Both raise TabletopError."""
        return partial(self.session.refresh, load(self.path))

    # ------------------------------------------------------------------ what was half typed

    def take_drafts(self) -> DraftTexts:
        """What was put beside the save, which is taken away with that."""
        return {} if self.read_only else take_drafts(self.path)

    def put_drafts(self, drafts: Mapping[str, Mapping[str, str]]) -> None:
        """Puts it beside the save until that is gone on with."""
        if not self.read_only:
            put_drafts(self.path, drafts)
