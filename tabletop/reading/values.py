"""How values that somebody wrote are read: numbers, lists, tables. What is wrong is said by a voice, in its own words.

A reader takes the value, where it stands and the voice. Knows neither moves nor scenarios.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from tabletop.reading.lines import Trail

#: What a reader answers when a voice has said why it can't: no value of any field.
BAD: Any = object()
Read = Callable[[Any, Trail, Any], Any]


class Voice(Protocol):
    """Says what is wrong with a value. One that doesn't raise answers BAD and hears the rest."""

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


def number(value: Any, trail: Trail, voice: Voice) -> Any:
    if type(value) is float or type(value) is int:
        return float(value) if abs(value) <= voice.most else voice.beyond(value, trail, "a number")
    return voice.wrong(value, trail, "a number")


def whole(value: Any, trail: Trail, voice: Voice) -> Any:
    if type(value) is int:
        return value if abs(value) <= voice.most else voice.beyond(value, trail, "a whole number")
    return voice.wrong(value, trail, "a whole number")


def truth(value: Any, trail: Trail, voice: Voice) -> Any:
    return value if isinstance(value, bool) else voice.wrong(value, trail, "true or false")


#: By the type that a class names for a field. How texts are read differs.
PLAIN: Mapping[Any, Read] = {int: whole, float: number, bool: truth}


def maybe(one: Read) -> Read:
    return lambda value, trail, voice: None if value is None else one(value, trail, voice)


def many(one: Read, wanted: str = "a list", hint: str = "", *, then: Read | None = None) -> Read:
    """A list of values. `then` looks at the list as it was written, where all of it could be read."""

    def read(value: Any, trail: Trail, voice: Voice) -> Any:
        if not isinstance(value, list | tuple):
            return voice.wrong(value, trail, wanted, hint)
        made = tuple([one(each, (*trail, n), voice) for n, each in enumerate(value)])
        if any(each is BAD for each in made):
            return BAD
        if then:
            then(value, trail, voice)
        return made

    return read


def table_of(one: Read, hint: str = "", *, key: Read | None = None, pairs: bool = False) -> Read:
    """A table of values by name, kept as a dictionary or as pairs. `key`: how a name is read."""

    def read(value: Any, trail: Trail, voice: Voice) -> Any:
        if not isinstance(value, Mapping):
            return voice.wrong(value, trail, "a table", hint)
        made = {}
        for name, each in value.items():
            made[key(name, trail, voice) if key else name] = one(each, (*trail, name), voice)
        if any(each is BAD for each in made.values()):
            return BAD
        return tuple(made.items()) if pairs else made

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
