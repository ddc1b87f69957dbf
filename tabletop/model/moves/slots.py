"""The fields of a kind of move as a table has them: key, reader, limits. Read once from what the model declares."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import attrs

from tabletop.model.limits import NAME, TEXT, Range
from tabletop.model.moves.base import Move
from tabletop.model.moves.control import Note
from tabletop.model.moves.values import READERS, Reader, effects, lines


class Slot(NamedTuple):
    """One field: its key in a table, its name in the model, how its value is read.

    `range`: of a number. `parts`: of the numbers in its tables, by key. `least`, `most`: characters of each text in
    it; `least` of a list: items.
    """

    key: str
    name: str
    required: bool
    default: Any
    free: bool
    number: bool
    read: Reader
    range: Range | None
    parts: Mapping[str, Range]
    least: int
    most: int


def slots(kind: type[Move]) -> dict[str, Slot]:
    """The fields of a kind of move by their key in a table."""
    if kind.do in _KNOWN:
        return _KNOWN[kind.do]
    found = {}
    fields: Any = attrs.fields
    for a in fields(kind):
        if a.name == "seat":
            continue
        key = "seat" if (kind is Note and a.name == "about") else a.name.rstrip("_")
        told = a.metadata
        free = bool(told.get("free"))
        read = lines if free and a.type == tuple[str, ...] else effects if key == "effects" else READERS[a.type]
        found[key] = Slot(
            key=key,
            name=a.name,
            required=a.default is attrs.NOTHING,
            default=a.default,
            free=free,
            number=a.type in (float, float | None, float | str | None),
            read=read,
            range=told.get("range"),
            parts=told.get("parts", {}),
            least=told.get("least", 0),
            most=told.get("most", TEXT if free else NAME),
        )
    _KNOWN[kind.do] = found
    return found


_KNOWN: dict[str, dict[str, Slot]] = {}
