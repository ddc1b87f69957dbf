"""Many moves at once, all or nothing: a file of orders, a sheet typed in."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from tabletop.errors import MoveError
from tabletop.journal.record.entry import Entry
from tabletop.journal.record.play import Submission
from tabletop.journal.session import Session
from tabletop.model.moves import Move, Redact
from tabletop.model.moves.table import read_envelope
from tabletop.model.refusal import Refusal
from tabletop.model.world import World

#: Moves that others make just before a move in a world, as entries of their own. May raise MoveError.
Before = Callable[[World, Move], Iterable[Move]]


@frozen
class Refused:
    """`index` counts the given moves from 0. `key`: the field that is at fault, where it is one."""

    index: int
    code: str
    message: str
    key: str = ""


@frozen
class Applied:
    """`applied` counts the given moves, 0 when any was refused; `digest` and `head` are the session's afterwards."""

    applied: int
    refused: tuple[Refused, ...]
    digest: str
    head: str


def apply_moves(session: Session, tables: Sequence[Mapping[str, Any]], before: Before | None = None) -> Applied:
    """Checks the moves one after another as a player's would be, and enters all of them or none.

    Moves of `before` are entered as made by "bot"; one that is refused is left out.
    """
    play = session.play
    start, fork_at = len(play.entries), play.fork_at
    originals: list[Entry] = []
    refused: list[Refused] = []
    for index, table in enumerate(tables):
        try:
            move, entered_by, id = read_envelope(table)
            for other in before(session.world, move) if before else ():
                session.hold(Submission(other, "bot"))
        except MoveError as wrong:
            refused.append(Refused(index, "move/malformed", str(wrong), _key(wrong)))
            continue
        if isinstance(move, Redact) and 1 <= move.entry <= start:
            originals.append(play.entries[move.entry - 1])
        entry = session.hold(Submission(move, entered_by, id))
        if isinstance(entry, Refusal):
            refused.append(Refused(index, entry.code, entry.message))
    if refused:
        session.drop_to(start, originals[::-1])
        play.fork_at = fork_at
    elif len(play.entries) > start:
        session.commit()
    return Applied(0 if refused else len(tables), tuple(refused), session.digest, session.head)


def _key(wrong: MoveError) -> str:
    """From a place like "rule.effects[0].add"."""
    field = re.match(r"[a-z-]+\.([a-z_]+)", wrong.place)
    return field[1] if field else ""
