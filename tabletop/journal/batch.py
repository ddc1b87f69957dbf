"""Many moves at once, all or nothing: a file of orders, a sheet typed in."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from tabletop.errors import MoveError
from tabletop.journal.entry import Entry
from tabletop.journal.play import Sent
from tabletop.journal.session import Session
from tabletop.model.moves import Redact
from tabletop.model.moves.table import read_envelope
from tabletop.model.refusal import Refusal


@frozen
class Refused:
    """`index` counts the given moves from 0."""

    index: int
    code: str
    message: str


@frozen
class Applied:
    """`applied` is 0 when anything was refused; `digest` and `head` are the session's afterwards."""

    applied: int
    refused: tuple[Refused, ...]
    digest: str
    head: str


def apply_moves(session: Session, tables: Sequence[Mapping[str, Any]]) -> Applied:
    """Checks the moves one after another as a player's would be, and enters all of them or none."""
    play = session.play
    start, fork_at = len(play.entries), play.fork_at
    before: list[Entry] = []
    refused: list[Refused] = []
    for index, table in enumerate(tables):
        try:
            move, entered_by, id = read_envelope(table)
        except MoveError as wrong:
            refused.append(Refused(index, "move/malformed", str(wrong)))
            continue
        if isinstance(move, Redact) and 1 <= move.entry <= start:
            before.append(play.entries[move.entry - 1])
        made = session.hold(Sent(move, entered_by, id))
        if isinstance(made, Refusal):
            refused.append(Refused(index, made.code, made.message))
    if refused:
        session.drop_to(start, before[::-1])
        play.fork_at = fork_at
    elif len(play.entries) > start:
        session.commit()
    return Applied(len(play.entries) - start, tuple(refused), session.digest, session.head)
