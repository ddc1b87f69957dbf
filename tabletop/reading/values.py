"""How values that somebody wrote are read: numbers, lists, tables. What is wrong goes to whoever keeps their faults.

A reader takes the value, where it stands and those faults. Knows neither moves nor scenarios, nor any sentence.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from tabletop.reading.lines import Trail

#: What a reader answers when it can't and the faults have it: no value of any field.
BAD: Any = object()
Read = Callable[[Any, Trail, Any], Any]


class Faults(Protocol):
    """What is wrong with values, in words of its own. One that doesn't raise answers BAD and takes the rest."""

    @property
    def most(self) -> float:
        """The largest number that can be counted with, on either side of 0."""

    def wrong(self, value: Any, trail: Trail, wanted: str, hint: str = "") -> Any:
        """A value of another kind than `wanted`."""

    def beyond(self, value: float, trail: Trail, wanted: str) -> Any:
        """A number that nobody can count with."""

    def unknown_key(self, kind: Any, trail: Trail, known: list[str], given: bool) -> str:
        """A key that is none of the `known` ones, or `given` by the table's place. The mend, as it was said."""

    def again(self, trail: Trail) -> str:
        """A key for what another key has said. The mend."""

    def missing(self, kind: Any, trail: Trail, key: str, needed: list[str]) -> None:
        """One of the `needed` keys of a table that lacks it."""


def number(value: Any, trail: Trail, faults: Faults) -> Any:
    if type(value) is float or type(value) is int:
        return float(value) if abs(value) <= faults.most else faults.beyond(value, trail, "a number")
    return faults.wrong(value, trail, "a number")


def whole(value: Any, trail: Trail, faults: Faults) -> Any:
    if type(value) is int:
        return value if abs(value) <= faults.most else faults.beyond(value, trail, "a whole number")
    return faults.wrong(value, trail, "a whole number")


def truth(value: Any, trail: Trail, faults: Faults) -> Any:
    return value if isinstance(value, bool) else faults.wrong(value, trail, "true or false")


#: By the type that a class names for a field. How texts are read differs.
PLAIN: Mapping[Any, Read] = {int: whole, float: number, bool: truth}


def maybe(one: Read) -> Read:
    return lambda value, trail, faults: None if value is None else one(value, trail, faults)


def many(one: Read, wanted: str = "a list", hint: str = "", *, then: Read | None = None) -> Read:
    """A list of values. `then` looks at the list as it was written, where all of it could be read."""

    def read(value: Any, trail: Trail, faults: Faults) -> Any:
        if not isinstance(value, list | tuple):
            return faults.wrong(value, trail, wanted, hint)
        values = tuple([one(each, (*trail, n), faults) for n, each in enumerate(value)])
        if any(each is BAD for each in values):
            return BAD
        if then:
            then(value, trail, faults)
        return values

    return read


def table_of(one: Read, hint: str = "", *, key: Read | None = None, pairs: bool = False) -> Read:
    """A table of values by name, kept as a dictionary or as pairs. `key`: how a name is read."""

    def read(value: Any, trail: Trail, faults: Faults) -> Any:
        if not isinstance(value, Mapping):
            return faults.wrong(value, trail, "a table", hint)
        values = {}
        for name, each in value.items():
            values[key(name, trail, faults) if key else name] = one(each, (*trail, name), faults)
        if any(each is BAD for each in values.values()):
            return BAD
        return tuple(values.items()) if pairs else values

    return read


def kind_of(value: Any) -> str:
    """What a value is; "" where that has other names in other mouths."""
    match value:
        case bool() | None:
            return ""
        case str():
            return "text"
        case int() | float():
            return "a number"
        case list() | tuple():
            return "a list"
    return "a table" if isinstance(value, Mapping) else ""
