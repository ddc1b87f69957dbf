"""Whether nobody sits at an exercise for control: a player alone has begun it, or taken a seat over from a demo."""

from typing import Final

from tabletop.journal.session import Session
from tabletop.model.moves import PlaySeat, Start
from tabletop.table.owners import only_team

PLAYER: Final = "player"
"""By whom a player alone begins."""


def seat_alone(session: Session) -> str:
    """The seat that a player alone has begun it for, "" for any other exercise."""
    entries = (session.entries[n - 1] for n in session.line)
    began = any(e.entered_by == PLAYER and isinstance(e.move, Start | PlaySeat) for e in entries)
    return only_team(session.world) if began else ""
