"""Holds a new move to what its fields declare: ranges of numbers, lengths of texts and lists.

A record is not held to it: what was once let through opens as it was.
"""

from collections.abc import Mapping, Sized
from functools import cache
from typing import Any

from tabletop.errors import MoveError, short
from tabletop.model.limits import ITEMS, NAME, Range
from tabletop.model.moves.base import Move
from tabletop.model.moves.values import slots


def hold(move: Move) -> None:
    """Raises MoveError naming the first field that holds too much or too little."""
    name("seat", move.seat)
    kind: Any = type(move)
    for place, attribute, limits in _limits(kind):
        _value(place, getattr(move, attribute), limits)


@cache
def _limits(kind: type[Move]) -> list[tuple[str, str, dict[Any, Any]]]:
    """Of each field of a kind its place in a table, its name and what the model says of it."""
    return [(f"{kind.do}.{key}", part.name, dict(part.field.metadata)) for key, part in slots(kind).parts.items()]


def name(place: str, word: str) -> None:
    """Of who or what stands beside a move. Raises MoveError."""
    _length(place, word, NAME)


def _value(place: str, value: Any, limits: Mapping[Any, Any]) -> None:
    """`limits`: what the model says of the field."""
    least, most = limits.get("least", 0), limits.get("most", NAME)
    match value:
        case str():
            if len(value.strip()) < least:
                raise MoveError("is empty", place=place, hint="write something")
            _length(place, value, most)
        case int() | float():
            _within(place, value, limits.get("range"))
        case Mapping():
            _table(place, value, most, limits.get("parts", {}))
        case tuple() | list():
            if len(value) < least:
                raise MoveError("is empty", place=place, hint="name at least one")
            _count(place, value)
            each = {**limits, "least": 0}
            for n, item in enumerate(value):
                _value(f"{place}[{n}]", item, each)


def _table(place: str, table: Mapping[str, Any], most: int, parts: Mapping[str, Range]) -> None:
    _count(place, table)
    for key, part in table.items():
        _length(place, key, NAME)
        _value(f"{place}.{key}", part, {"most": most, "range": parts.get(key)})


def _within(place: str, number: float, range: Range | None) -> None:
    if isinstance(number, bool):
        return
    if range is None:
        raise MoveError("is no number that belongs there", place=place)
    if not range.holds(number):
        raise MoveError(f"must be {range}, not {short(str(number))}", place=place)


def _length(place: str, word: str, most: int) -> None:
    if len(word) > most:
        raise MoveError(f"is {len(word):,} characters long; {most:,} is the most", place=place)


def _count(place: str, items: Sized) -> None:
    if len(items) > ITEMS:
        raise MoveError(f"holds {len(items):,} items; {ITEMS} is the most", place=place)
