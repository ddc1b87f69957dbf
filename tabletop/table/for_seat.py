"""A seat's place at the table, with control's hand on the pen: what is entered there is marked so."""

from tabletop.model.moves import Move
from tabletop.model.refusal import Refusal
from tabletop.table.local import LocalTable


class ForSeat(LocalTable):
    """As a seat's own place, but every move is entered by control unless said otherwise; the same at other seats."""

    by_control = True

    def at(self, who: str) -> LocalTable:
        return ForSeat(self.session, who, self.room) if who in self.session.world.seats else super().at(who)

    def make_now(self, move: Move, entered_by: str = "", id: str = "") -> Refusal | None:
        return super().make_now(move, entered_by or "control", id)
