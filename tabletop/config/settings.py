"""What a user has set in the configuration file, as far as no screen is needed to understand it. Opens no file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
from attrs import Factory, frozen

from tabletop.errors import ConfigError, did_you_mean
from tabletop.reading.lines import Trail, line_of, lines_of
from tabletop.reading.shape import Part, Shape, shape_of
from tabletop.reading.values import PLAIN, Read, kind_of, table_of


@frozen
class Settings:
    """`theme` is a name, `public_theme` that of the room's screen, `saves` and `scenarios` are folders, "" where none
    is set; `keys` by what they are for.

    `place` is the file, `text` what stands in it.
    """

    theme: str = ""
    public_theme: str = ""
    motion: bool = True
    saves: str = ""
    scenarios: str = ""
    keys: Mapping[str, tuple[str, ...]] = Factory(dict)
    place: str = ""
    text: str = ""

    def fault(self, trail: Trail, problem: str, hint: str = "") -> ConfigError:
        """What is wrong with what stands there, with the line."""
        return Complaint(self.place, self.text).at(trail, problem, hint)


@frozen
class Complaint:
    """Says the first thing that is wrong, as an error."""

    place: str
    text: str
    most: float = 1e15

    def at(self, trail: Trail, problem: str, hint: str = "") -> ConfigError:
        """An error at the line of a trail."""
        line = line_of(self.text, lines_of(self.text), trail)
        return ConfigError(problem, place=f"{self.place}:{line}", hint=hint)

    def wrong(self, value: Any, trail: Trail, wanted: str, hint: str = "") -> Any:
        what = kind_of(value) or ("true or false" if isinstance(value, bool) else "something else")
        raise self.at(trail, f"'{trail[-1]}' is {what}, should be {wanted}", hint)

    def beyond(self, value: float, trail: Trail, wanted: str) -> Any:
        raise self.at(trail, f"'{trail[-1]}' is no number that one can count with")

    def unknown_key(self, kind: Any, trail: Trail, known: list[str], given: bool) -> str:
        raise self.at(trail, f"nothing is called '{trail[-1]}' here", did_you_mean(str(trail[-1]), known))

    def again(self, trail: Trail) -> str:
        raise self.at(trail, f"'{trail[-1]}' is said twice", "keep one of them")

    def missing(self, kind: Any, trail: Trail, key: str, needed: list[str]) -> None:
        raise self.at(trail, f"'{key}' is missing")


def _text(value: Any, trail: Trail, faults: Complaint) -> Any:
    if not isinstance(value, str):
        return faults.wrong(value, trail, "text", 'write it between "')
    if not value.strip():
        raise faults.at(trail, f"'{trail[-1]}' is empty", "leave the line out")
    return value


def _folder(value: Any, trail: Trail, faults: Complaint) -> Any:
    path = Path(_text(value, trail, faults)).expanduser()
    if not path.is_absolute():
        raise faults.at(trail, f"'{trail[-1]}' is no whole path", "begin with / or ~")
    return str(path)


def _keys(value: Any, trail: Trail, faults: Complaint) -> Any:
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        return tuple(_text(each, trail, faults) for each in value)
    if not isinstance(value, str):
        return faults.wrong(value, trail, "a key, or a list of keys", 'say "w", or ["w", "ctrl+x"]')
    return (_text(value, trail, faults),)


_READ: Final[Mapping[str, Read]] = {
    "theme": _text, "public_theme": _text, "motion": PLAIN[bool], "saves": _folder, "scenarios": _folder,
    "keys": table_of(_keys),
}  # fmt: skip


def _shape() -> Shape:
    fields: Sequence[attrs.Attribute[Any]] = attrs.fields(Settings)
    said = [each for each in fields if each.name in _READ]
    parts = [Part(each.name.replace("_", "-"), each.name, each, _READ[each.name]) for each in said]
    return shape_of(Settings, parts)


def settings_of(table: Mapping[str, Any], place: str, text: str) -> Settings:
    """What a table says that was read of that text. Raises ConfigError."""
    said: Settings = _shape().read(table, (), Complaint(place, text), place=place, text=text)
    return said
