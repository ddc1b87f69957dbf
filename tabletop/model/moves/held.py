"""Holds a new move to what its fields declare: ranges of numbers, lengths of texts and lists.

A record is not held to it: what was once let through opens as it was.
"""

from collections.abc import Mapping
from typing import Any

from tabletop.errors import MoveError, short
from tabletop.model.limits import ITEMS, NAME, Range
from tabletop.model.moves.base import Move
from tabletop.model.moves.slots import Slot, slots


def hold(move: Move) -> None:
    """Raises MoveError naming the first field that holds too much or too little."""
    name("seat", move.seat)
    for slot in slots(type(move)).values():
        _value(f"{move.do}.{slot.key}", getattr(move, slot.name), slot)


def name(place: str, said: str) -> None:
    """Of who or what stands beside a move. Raises MoveError."""
    _length(place, said, 0, NAME)


def _value(place: str, value: Any, slot: Slot) -> None:
    match value:
        case str():
            _length(place, value, slot.least, slot.most)
        case bool() | None:
            return
        case int() | float():
            _within(place, value, slot.range)
        case Mapping():
            _count(place, len(value))
            for key, said in value.items():
                _length(place, key, 0, NAME)
                _length(f"{place}.{key}", said, 0, slot.most)
        case _:
            if len(value) < slot.least:
                raise MoveError("is empty", place=place, hint="name at least one")
            _count(place, len(value))
            for n, item in enumerate(value):
                if isinstance(item, Mapping):
                    _table(f"{place}[{n}]", item, slot)
                else:
                    _length(f"{place}[{n}]", item, 0, slot.most)


def _table(place: str, table: Mapping[str, Any], slot: Slot) -> None:
    _count(place, len(table))
    for key, part in table.items():
        _length(place, key, 0, NAME)
        if isinstance(part, str):
            _length(f"{place}.{key}", part, 0, slot.most)
        elif not isinstance(part, bool):
            _within(f"{place}.{key}", part, slot.parts.get(key))


def _within(place: str, number: float, range: Range | None) -> None:
    if range is None:
        raise MoveError("is no number that belongs there", place=place)
    if not range.low <= number <= range.high:
        raise MoveError(f"must be {range}, not {short(str(number))}", place=place)


def _length(place: str, said: str, least: int, most: int) -> None:
    if len(said.strip()) < least:
        raise MoveError("is empty", place=place, hint="write something")
    if len(said) > most:
        raise MoveError(f"is {len(said):,} characters long; {most:,} is the most", place=place)


def _count(place: str, items: int) -> None:
    if items > ITEMS:
        raise MoveError(f"holds {items:,} items; {ITEMS} is the most", place=place)
