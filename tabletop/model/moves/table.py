"""Moves as plain tables: the names that files, programs and the wire use. Knows no file and no rule.

A note's `seat` in a table is what it is about (control makes every note); "control" there means nobody.
Defaults are left out. `entered_by` and `id` belong to the envelope, not to the move.
"""

from collections.abc import Mapping
from typing import Any

from tabletop.errors import MoveError, did_you_mean, short
from tabletop.model.moves.base import REGISTRY, Move
from tabletop.model.moves.control import Note
from tabletop.model.moves.held import hold, name
from tabletop.model.moves.slots import Slot, slots
from tabletop.model.moves.values import called, text

#: Keys that stand beside a move's own and say who sent it.
ENVELOPE = ("entered_by", "id")


def to_table(move: Move) -> dict[str, Any]:
    """`do`, `seat` and every field that differs from its default, in the model's order; lists for tuples."""
    table: dict[str, Any] = {} if isinstance(move, Note) else {"seat": move.seat}
    table["do"] = move.do
    for slot in slots(type(move)).values():
        value = getattr(move, slot.name)
        if slot.required or value != slot.default:
            table[slot.key] = _plain(value, slot.number)
    return table


def from_table(table: Mapping[str, Any]) -> Move:
    """The move a table describes. Raises MoveError naming field and mend."""
    kind = _kind(table)
    known = slots(kind)
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key == "do" or (key == "seat" and kind is not Note):
            continue
        slot = known.get(key)
        if slot is None:
            raise _unknown(kind, key, known)
        values[slot.name] = slot.read(f"{kind.do}.{key}", value)
    for slot in known.values():
        if slot.required and slot.name not in values:
            raise MoveError(f"'{slot.key}' is missing", place=kind.do, hint=f"'{kind.do}' needs {_needs(known)}")
    if kind is Note:
        if values.get("about") == "control":
            del values["about"]
        return Note(**values | {"seat": "control"})
    if "seat" not in table:
        raise MoveError("'seat' is missing", place=kind.do, hint='name the seat that moves, or "control"')
    return kind(seat=text(f"{kind.do}.seat", table["seat"]), **values)


def read_envelope(table: Mapping[str, Any]) -> tuple[Move, str, str]:
    """A new move, who entered it and the sender's id, held to their limits. Raises MoveError, also for no table."""
    _kind(table)
    beside = {key: text(key, table[key]) for key in ENVELOPE if key in table}
    move = from_table({key: value for key, value in table.items() if key not in ENVELOPE})
    hold(move)
    for key, said in beside.items():
        name(key, said)
    return move, beside.get("entered_by", ""), beside.get("id", "")


def _kind(table: Mapping[str, Any]) -> type[Move]:
    if not isinstance(table, Mapping):
        raise MoveError(f"a move is a table, not {called(table)}", hint='write { seat = "...", do = "...", ... }')
    do = table.get("do")
    if not isinstance(do, str):
        raise MoveError("'do' is missing" if do is None else f"'do' is {called(do)}", hint='say do = "withdraw"')
    kind = REGISTRY.get(do)
    if kind is None:
        raise MoveError(f"there is no move '{short(do)}'", place="do", hint=did_you_mean(do, list(REGISTRY)))
    return kind


def _unknown(kind: type[Move], key: object, known: dict[str, Slot]) -> MoveError:
    names = [*known, *ENVELOPE]
    hint = did_you_mean(key, names) if isinstance(key, str) else ""
    return MoveError(f"'{kind.do}' has no field '{short(str(key))}'", place=kind.do, hint=hint)


def _needs(known: dict[str, Slot]) -> str:
    return ", ".join(f"'{slot.key}'" for slot in known.values() if slot.required)


def _plain(value: Any, number: bool) -> Any:
    if isinstance(value, tuple):
        return [_plain(item, False) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item, False) for key, item in value.items()}
    if number and isinstance(value, int):
        return float(value)
    return value
