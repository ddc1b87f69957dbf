"""Notes from somebody who has no right to write: left beside a save that another has open, who takes them over.

One JSON object a line in `NAME.notes.jsonl`, under a lock of its own. A line's id tells a note that was taken twice.
"""

import json
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from attrs import frozen

from tabletop.errors import MoveError, PlaceError
from tabletop.files.disk import add, put, read, reason
from tabletop.files.sidecar import sidecar
from tabletop.model.moves import Note
from tabletop.model.moves.table import read_envelope, to_table

WAIT = 2.0
"""Seconds for the inbox's lock, where nobody waits for a screen."""
_LONGEST = 4_000_000  # bytes of an inbox that is read at all


@frozen
class InboxLine:
    """A note that waits to be taken over; `note` None: a line that is none, `text` says it."""

    text: str
    note: Note | None
    entered_by: str = ""
    id: str = ""


def inbox_path(save: Path) -> Path:
    """`NAME.notes.jsonl` in the save's folder."""
    return save.with_name(f"{save.name}.notes.jsonl")


def leave_note(save: Path, note: Note, turn: int, entered_by: str = "recorder") -> str:
    """Leaves a note of a turn for whoever has the save open; its id. On disk when it returns. Raises PlaceError."""
    from filelock import FileLock, Timeout

    path, id = inbox_path(save), f"note-{os.urandom(6).hex()}"
    table = {"at": turn} | to_table(note) | {"entered_by": entered_by, "id": id}
    line = json.dumps(table, ensure_ascii=False)
    try:
        with FileLock(_lock_of(save), timeout=WAIT):
            add(path, f"{line}\n".encode())
    except (OSError, Timeout) as why:
        raise PlaceError(f"the note can't be left there: {reason(why)}", place=str(path)) from None
    return id


def take(save: Path, enter: Callable[[InboxLine], bool], wait: float = WAIT) -> int | None:
    """Gives every note left to `enter` and clears those it took; how many, None when they could not be looked at.

    Nothing is lost when it can't clear.
    """
    from filelock import FileLock, Timeout

    path = inbox_path(save)
    try:
        with FileLock(_lock_of(save), timeout=wait):
            lines = read(path).decode(errors="replace").split("\n")
            notes = [_read(line) for line in lines if line.strip()]
            rest = [line.text for line in notes if not enter(line)]
            with suppress(OSError):
                if rest:
                    put(path, ("\n".join(rest) + "\n").encode())
                else:
                    path.unlink()
            with suppress(OSError):
                Path(_lock_of(save)).unlink()
            return len(notes) - len(rest)
    except (OSError, Timeout):
        return None


def stamp(save: Path) -> tuple[int, int]:
    """Changes when something is left; (0, 0) when nothing is there that could be an inbox."""
    try:
        now = os.lstat(inbox_path(save))
    except OSError:
        return (0, 0)
    if not stat.S_ISREG(now.st_mode) or now.st_size > _LONGEST:
        return (0, 0)
    return now.st_size, now.st_mtime_ns


def _lock_of(save: Path) -> str:
    return str(sidecar(save, "notes-lock"))


def _read(line: str) -> InboxLine:
    try:
        table: Any = json.loads(line)
        move, entered_by, id = read_envelope(table)
    except (ValueError, MoveError, AttributeError, TypeError, RecursionError):
        return InboxLine(line, None)
    return InboxLine(line, move if isinstance(move, Note) else None, entered_by, id)
