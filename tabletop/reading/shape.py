"""The fields of a class as a table has them: key and reader. Made once from what the class declares."""

import typing
from collections.abc import Callable, Container, Iterable, Mapping
from types import UnionType
from typing import Any, NamedTuple

import attrs
from attrs import frozen

from tabletop.reading.lines import Trail
from tabletop.reading.values import BAD, Faults, Read, many, maybe, table_of


class Part(NamedTuple):
    """One field: its key in a table, its name in the class, how its value is read."""

    key: str
    name: str
    field: "attrs.Attribute[Any]"
    read: Read


@frozen
class Shape:
    """The keys that a table of one class may have; `needed`: by field without a default, what is written for it.

    `beside`: keys that such a table has for somebody else.
    """

    kind: Any
    parts: Mapping[str, Part]
    needed: Mapping[str, str]
    beside: Container[str] = ()

    def read(self, table: Mapping[str, Any], trail: Trail, faults: Faults, **given: Any) -> Any:
        """The value that a table says, or BAD. `given` are fields that the table doesn't say itself."""
        fields = self.fields(table, trail, faults, **given)
        return self.kind(**fields) if self.needed.keys() <= fields.keys() else BAD

    def fields(self, table: Mapping[str, Any], trail: Trail, faults: Faults, **given: Any) -> dict[str, Any]:
        """The fields of a table as far as they can be read."""
        parts, values, whole = self.parts, given.copy(), True
        mends: list[str] = []
        for key, value in table.items():
            part = parts.get(key)
            if part is None or part.name in values:
                if key not in self.beside:
                    mends.append(self._odd(key, trail, faults, given))
                continue
            values[part.name] = value = part.read(value, (*trail, key), faults)
            whole = whole and value is not BAD
        for name, key in self.needed.items():
            if name not in values and f"did you mean '{key}'?" not in mends:
                faults.missing(self.kind, trail, key, list(self.needed.values()))
        return values if whole else {name: value for name, value in values.items() if value is not BAD}

    def _odd(self, key: str, trail: Trail, faults: Faults, given: Mapping[str, Any]) -> str:
        """Says what is wrong with a key that is unknown, given or one field's second. The mend, as it was said."""
        if key in self.parts and key not in given:
            return faults.again((*trail, key))
        known = [each for each in self.parts if each not in given]
        return faults.unknown_key(self.kind, (*trail, key), known, key in given)


def shape_of(kind: Any, parts: Iterable[Part], beside: Container[str] = ()) -> Shape:
    """The shape of a class that is read by those parts."""
    by_key = {part.key: part for part in parts}
    needed = {part.name: part.key for part in by_key.values() if part.field.default is attrs.NOTHING}
    return Shape(kind, by_key, needed, beside)


def reader(hint: Any, plain: Callable[[Any], Read | None]) -> Read:
    """How a value of that annotation is read; `plain` is asked first. Raises TypeError."""
    if known := plain(hint):
        return known
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin is UnionType:
        return maybe(reader(inside[0], plain))
    if origin is tuple and typing.get_origin(inside[0]) is tuple:
        return table_of(reader(typing.get_args(inside[0])[1], plain), pairs=True)
    if origin is tuple:
        return many(reader(inside[0], plain))
    if origin is dict:
        return table_of(reader(inside[1], plain))
    raise TypeError(f"no way to read {hint!r}")
