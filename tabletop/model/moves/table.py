"""Moves as plain tables: the names that files, programs and the wire use. Knows no file and no rule.

A note's `seat` in a table is what it is about (control makes every note); "control" there means nobody.
Defaults are left out. `entered_by` and `id` belong to the envelope, not to the move.
"""

from collections.abc import Mapping
from typing import Any

from tabletop.errors import MoveError, did_you_mean, short
from tabletop.model.moves.base import REGISTRY, Move
from tabletop.model.moves.control import Note
from tabletop.model.moves.hold import hold, name
from tabletop.model.moves.values import ENVELOPE, FIRST, kind_words, slots, text

_FLOATS = (float, float | None, float | str | None)


def to_table(move: Move) -> dict[str, Any]:
    """`do`, `seat` and every field that differs from its default, in the model's order; lists for tuples."""
    table: dict[str, Any] = {} if isinstance(move, Note) else {"seat": move.seat}
    table["do"] = move.do
    for key, part in slots(type(move)).parts.items():
        value = getattr(move, part.name)
        if value != part.field.default:
            whole = type(value) is int and part.field.type in _FLOATS
            table[key] = float(value) if whole else _plain(value)
    return table


def from_table(table: Mapping[str, Any]) -> Move:
    """The move a table describes. Raises MoveError naming field and mend."""
    kind = _kind(table)
    values = slots(kind).fields(table, (kind.do,), FIRST)
    if kind is Note:
        if values.get("about") == "control":
            del values["about"]
        return Note(**values | {"seat": "control"})
    if "seat" not in table:
        raise MoveError("'seat' is missing", place=kind.do, hint='name the seat that moves, or "control"')
    return kind(seat=text(table["seat"], (kind.do, "seat")), **values)


def read_envelope(table: Mapping[str, Any]) -> tuple[Move, str, str]:
    """A new move, who entered it and the sender's id, held to their limits. Raises MoveError, also for no table."""
    _kind(table)
    beside = {key: text(table[key], (key,)) for key in ENVELOPE if key in table}
    move = from_table({key: value for key, value in table.items() if key not in ENVELOPE})
    hold(move)
    for key, word in beside.items():
        name(key, word)
    return move, beside.get("entered_by", ""), beside.get("id", "")


def _kind(table: Mapping[str, Any]) -> type[Move]:
    if not isinstance(table, Mapping):
        raise MoveError(f"a move is a table, not {kind_words(table)}", hint='write { seat = "...", do = "...", ... }')
    do = table.get("do")
    if not isinstance(do, str):
        raise MoveError("'do' is missing" if do is None else f"'do' is {kind_words(do)}", hint='say do = "withdraw"')
    kind = REGISTRY.get(do)
    if kind is None:
        raise MoveError(f"there is no move '{short(do)}'", place="do", hint=did_you_mean(do, list(REGISTRY)))
    return kind


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value
