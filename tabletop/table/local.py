"""The exercise in this process: every place at one laptop, on one session."""

from typing import TYPE_CHECKING, Any

from attrs import evolve

from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Move
from tabletop.model.refusal import Refusal
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase
from tabletop.table.bots import before_close, replies_of_bots
from tabletop.table.eyes import Eyes
from tabletop.table.port import Control, Record

if TYPE_CHECKING:
    from tabletop.table.publishing import RoomFeed


class LocalTable(Eyes):
    """One place at a session in this process. `at` gives another place on the same session.

    `room`: what tells the room's screen, where somebody does. `by_control`: control has the pen at this place, so that
    every move is entered by control unless said otherwise; the same at other seats.
    """

    def __init__(
        self, session: Session, who: str = CONTROL, room: "RoomFeed | None" = None, *, by_control: bool = False
    ) -> None:
        super().__init__(session, who)
        self.room = room
        self.by_control = by_control

    @property
    def control(self) -> Control | None:
        from tabletop.table.local_control import LocalControl

        return LocalControl(self.session, self._for_seat, self.room) if self._who == CONTROL else None

    @property
    def record(self) -> Record:
        from tabletop.table.local_record import LocalRecord

        return LocalRecord(self.session, self._who)

    def at(self, who: str) -> "LocalTable":
        """Another place at the same session."""
        return LocalTable(self.session, who, self.room, by_control=self.by_control and who in self.session.world.seats)

    def _for_seat(self, seat: str) -> "LocalTable":
        return LocalTable(self.session, seat, self.room, by_control=True)

    async def make(self, move: Move, entered_by: str = "", id: str = "") -> Refusal | None:
        return self.make_now(move, entered_by, id)

    def make_now(self, move: Move, entered_by: str = "", id: str = "") -> Refusal | None:
        """Makes a move; bots' orders become entries of their own when control leaves the orders phase, what bots answer
        to a person's word at once.

        A seat's own move names entries as that seat counts them.
        """
        if move.refers and move.seat == self._who != CONTROL:
            kind: Any = move  # the checker does not see that moves are attrs classes
            move = evolve(kind, **{move.refers: self.entry(getattr(move, move.refers))})
        world = self.session.world
        bots = before_close(world) if isinstance(move, Advance) and world.phase is Phase.ORDERS else ()
        by = entered_by or (CONTROL if self.by_control else "")
        entry = self.session.make(move, by, id, before=bots)
        if isinstance(entry, Refusal):
            return entry
        for reply in replies_of_bots(self.session.world, move):
            self.session.make(reply, "bot")
        return None
