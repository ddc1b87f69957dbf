"""Turns TOML tables into the model's values, noting every key that is unknown, missing or of a wrong type.

A shape is made from an attrs class's own annotations. What a field may hold beyond its type: see `scenario_limits`.
"""

import typing
from functools import cache
from typing import Any

import attrs
from attrs import frozen

from tabletop.errors import did_you_mean
from tabletop.model.effects import Condition, Effect
from tabletop.model.forces import ForceSpec, ProgrammeSpec
from tabletop.model.injects import InjectSpec
from tabletop.model.scenario import LeverSpec, RedSpec, Scenario
from tabletop.model.seats import Fold, MeasureSpec
from tabletop.model.theatres import TheatreSpec
from tabletop.scenario.draft import Draft, named
from tabletop.scenario.kinds import Limit
from tabletop.scenario.limits import LIMITS, Chance
from tabletop.scenario.lines import Trail
from tabletop.scenario.values import (
    BAD,
    Convert,
    a_condition,
    an_effect,
    by,
    check_id,
    kind_of,
    many,
    number,
    table_of,
    text,
    truth,
    whole,
    wrong,
)


@frozen
class Part:
    """One field of a shape: how its value is read, and what it may hold."""

    name: str
    convert: Convert
    limit: Limit | None


@frozen
class Shape:
    """The keys that a table of one class may have; `needed` are the fields without a default."""

    kind: type
    parts: dict[str, Part]
    needed: tuple[str, ...]

    def read(self, table: Any, trail: Trail, draft: Draft, **given: Any) -> Any:
        """The value that a table says, or BAD. `given` are fields that the table doesn't say itself."""
        fields = self.readable(table, trail, draft, **given)
        return self.kind(**fields) if all(name in fields for name in self.needed) else BAD

    def readable(self, table: Any, trail: Trail, draft: Draft, **given: Any) -> dict[str, Any]:
        """The fields of a table as far as they can be read."""
        if not isinstance(table, dict):
            draft.say(trail, f"{named(trail)} is {kind_of(table)}, should be a table")
            return {}
        fields = dict(given)
        said = set(given)
        misspelt = set()
        for key, value in table.items():
            part = self.parts.get(key)
            at = (*trail, key)
            if part is None or key in given:
                hint = self._hint(key, given)
                misspelt.add(hint)
                draft.unknown(at, f"unknown key '{key}'", hint, word=key)
                continue
            if part.name in said:
                draft.say(at, f"'{key}' says again what another key has said", "keep one of them")
                continue
            said.add(part.name)
            made = part.convert(value, at, draft)
            if made is BAD:
                continue
            fields[part.name] = made
            if part.limit:
                part.limit(made, at, draft)
        for name in self.needed:
            if name not in said and f"did you mean '{self._key(name)}'?" not in misspelt:
                draft.say(trail, f"'{self._key(name)}' is missing")
        return fields

    def _hint(self, key: str, given: dict[str, Any]) -> str:
        if key in given:
            return f"its {key} is the name of its table"
        return did_you_mean(key, tuple(known for known in self.parts if known not in given))

    def _key(self, name: str) -> str:
        """What authors write for a field: its last key, an alias where there is one."""
        return [key for key, part in self.parts.items() if part.name == name][-1]


@cache
def shape(kind: type, leave: tuple[str, ...] = ()) -> Shape:
    """The shape of an attrs class, without the fields that a loader fills itself."""
    hints = typing.get_type_hints(kind)
    limits = LIMITS.get(kind, {})
    parts = {}
    needed = []
    for each in attrs.fields(kind):
        if each.name in leave:
            continue
        convert = SPECIAL.get((kind, each.name)) or converter(hints[each.name])
        parts[each.name] = Part(each.name, convert, limits.get(each.name))
        if each.default is attrs.NOTHING:
            needed.append(each.name)
    for key, name, convert in ALIASES.get(kind, ()):
        parts[key] = Part(name, convert, limits.get(name))
    return Shape(kind, parts, tuple(needed))


def converter(hint: Any) -> Convert:
    """How a value of that annotation is read."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and arguments[-1] is Ellipsis:
        inside = arguments[0]
        if typing.get_origin(inside) is tuple:
            return table_of(converter(typing.get_args(inside)[1]), pairs=True)
        return many(converter(inside))
    if origin is dict and attrs.has(arguments[1]):
        return by_id(arguments[1])
    if origin is dict:
        return table_of(converter(arguments[1]))
    if attrs.has(hint):
        return lambda value, trail, draft: shape(hint).read(value, trail, draft)
    raise TypeError(f"no way to read {hint!r} from TOML")


def by_id(kind: type) -> Convert:
    """Tables of a class by id. One that can't be read is left out; what was wrong with it has been said."""

    def convert(value: Any, trail: Trail, draft: Draft) -> Any:
        if not isinstance(value, dict):
            return wrong(value, trail, draft, "tables by id")
        made = {}
        for key, table in value.items():
            at = (*trail, key)
            check_id(key, at, draft)
            read = shape(kind).read(table, at, draft, id=key)
            if read is not BAD:
                made[key] = read
        return made

    return convert


def _window(value: Any, trail: Trail, draft: Draft) -> Any:
    turns = many(whole)(value, trail, draft)
    if turns is not BAD and len(turns) != 2:
        draft.say(trail, f"'window' has {len(turns)} turns", "write [first, last]")
        return BAD
    return turns


def _chances(value: Any, trail: Trail, draft: Draft) -> Any:
    made = many(lambda each, at, noted: shape(Chance).read(each, at, noted))(value, trail, draft)
    return BAD if made is BAD else tuple((each.when, each.add) for each in made)


def _folds(value: Any, trail: Trail, draft: Draft) -> Any:
    """Folds by the number of seats that are left."""
    if not isinstance(value, dict):
        return wrong(value, trail, draft, "tables by number of seats", "write [folds.6]")
    made = {}
    for key, table in value.items():
        seats = int(key) if key.isascii() and key.isdigit() and len(key) < 4 else 0
        if not seats:
            draft.say((*trail, key), f"'{key}' is no number of seats", "write [folds.6]", word=key)
        read = shape(Fold).read(table, (*trail, key), draft, seats=seats)
        if read is not BAD:
            made[seats] = read
    return made


def _levers(value: Any, trail: Trail, draft: Draft) -> Any:
    """Levers as a list, or as tables by id."""
    if isinstance(value, dict):
        return tuple(by_id(LeverSpec)(value, trail, draft).values())
    return converter(tuple[LeverSpec, ...])(value, trail, draft)


def _one_path(value: Any, trail: Trail, draft: Draft) -> Any:
    path = text(value, trail, draft)
    return BAD if path is BAD else (path,)


_PLAIN: dict[Any, Convert] = {
    str: text,
    int: whole,
    float: number,
    bool: truth,
    Effect: an_effect,
    Condition: a_condition,
    Condition | None: a_condition,
}
SPECIAL: dict[tuple[type, str], Convert] = {
    (TheatreSpec, "requirement"): by("area"),
    (TheatreSpec, "weights"): by("area"),
    (ForceSpec, "capability"): by("area"),
    (ForceSpec, "presence"): by("theatre"),
    (ProgrammeSpec, "capability"): by("area"),
    (ProgrammeSpec, "presence"): by("theatre"),
    (Scenario, "folds"): _folds,
    (RedSpec, "levers"): _levers,
    (InjectSpec, "window"): _window,
    (InjectSpec, "chance_if"): _chances,
}
ALIASES: dict[type, tuple[tuple[str, str, Convert], ...]] = {MeasureSpec: (("path", "paths", _one_path),)}
