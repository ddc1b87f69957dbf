"""A file of moves at the table: bots make their orders as they would among people; all of it counts or nothing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tabletop.errors import MoveError, did_you_mean
from tabletop.journal.batch import Applied, apply_moves
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Move, PlaySeat
from tabletop.model.seats import POLICIES
from tabletop.model.world import Phase, State, World
from tabletop.table.bots import before_close


def apply_at_table(session: Session, tables: Sequence[Mapping[str, Any]]) -> Applied:
    """Enters moves one after another, bots' orders where control leaves the orders phase; all of them or none."""
    return apply_moves(session, tables, bots_before)


def bots_before(world: World, move: Move) -> Iterator[Move]:
    """What bots do before a move is made. Raises MoveError for a bot that nobody knows."""
    if isinstance(move, PlaySeat):
        _known(move.player)
    elif isinstance(move, Advance) and world.phase is Phase.ORDERS and world.state in (State.READY, State.RUNNING):
        for seat in world.seats.values():
            _known(seat.player)
        yield from before_close(world)


def _known(player: str) -> None:
    policy = player.removeprefix("bot:")
    if policy != player and policy not in POLICIES:
        raise MoveError(f"there is no bot policy '{policy}'", hint=did_you_mean(policy, tuple(POLICIES)))
