"""How a table of each class of the model is read: as the class declares, and as stands here where that isn't all.

What a field may hold beyond its type: see `scenario.limits`.
"""

import typing
from functools import cache, partial
from typing import Any

import attrs

from tabletop.model.effects import Condition, Effect
from tabletop.model.forces import ForceSpec, ProgrammeSpec
from tabletop.model.injects import InjectSpec
from tabletop.model.regions import LATER, PlanSpec
from tabletop.model.scenario import LeverSpec, RedSpec, Scenario
from tabletop.model.seats import Fold, MeasureSpec
from tabletop.model.theatres import TheatreSpec
from tabletop.reading.lines import Trail
from tabletop.reading.shape import Part, Shape, reader, shape_of
from tabletop.reading.values import BAD, PLAIN, Read, many, whole
from tabletop.scenario.kinds import Limit
from tabletop.scenario.limits import LIMITS, Chance
from tabletop.scenario.mends import toml_kind
from tabletop.scenario.proof import Proof, key_name
from tabletop.scenario.values import a_condition, a_text, an_effect, by, check_id, check_ids


@cache
def shape(kind: type, leave: tuple[str, ...] = ()) -> Shape:
    """The shape of an attrs class, without the fields that a loader fills itself."""
    limits = LIMITS.get(kind, {})
    fields = {name: field for name, field in attrs.fields_dict(kind).items() if name not in leave}
    reads = [(name, name, SPECIAL.get((kind, name)) or reader(field.type, _of_class)) for name, field in fields.items()]
    reads += ALIASES.get(kind, ())
    return shape_of(kind, [Part(key, name, fields[name], _within(read, limits.get(name))) for key, name, read in reads])


def _within(read: Read, limit: Limit | None) -> Read:
    """Also says what a value that can be read may not be."""

    def convert(value: Any, trail: Trail, proof: Proof) -> Any:
        values = read(value, trail, proof)
        if limit and values is not BAD:
            limit(values, trail, proof)
        return values

    return convert


def read_table(kind: type, value: Any, trail: Trail, proof: Proof, **given: Any) -> Any:
    """A value of a class from its table, or BAD. `given` are fields that the table doesn't say itself."""
    if isinstance(value, dict):
        return shape(kind).read(value, trail, proof, **given)
    proof.say(trail, f"{key_name(trail)} is {toml_kind(value)}, should be a table")
    return BAD


def _of_class(hint: Any) -> Read | None:
    """How values of classes, and of many tables of one, are read."""
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if attrs.has(hint):
        return partial(read_table, hint)
    if origin is dict and attrs.has(inside[1]):
        return by_id(inside[1])
    return _tables(inside[0]) if origin is tuple and attrs.has(inside[0]) else None


def _tables(kind: type) -> Read:
    """A list of tables of a class, of which no two have one id."""
    return many(_PLAIN.get(kind) or partial(read_table, kind), then=check_ids)


def by_id(kind: type) -> Read:
    """Tables of a class by id. One that can't be read is left out; what was wrong with it has been said."""
    return _by_key(kind, "id", check_id, "tables by id")


def _by_key(kind: type, field: str, key_of: Read, wanted: str, hint: str = "") -> Read:
    """Tables of a class, the key of each being one of its fields."""

    def convert(value: Any, trail: Trail, proof: Proof) -> Any:
        if not isinstance(value, dict):
            return proof.wrong(value, trail, wanted, hint)
        entries = {}
        for word, table in value.items():
            at = (*trail, word)
            key = key_of(word, at, proof)
            entry = read_table(kind, table, at, proof, **{field: key})
            if entry is not BAD:
                entries[key] = entry
        return entries

    return convert


def _window(value: Any, trail: Trail, proof: Proof) -> Any:
    turns = many(whole)(value, trail, proof)
    if turns is not BAD and len(turns) != 2:
        proof.say(trail, f"'window' has {len(turns)} turns", "write [first, last]")
        return BAD
    return turns


def _chances(value: Any, trail: Trail, proof: Proof) -> Any:
    values = _tables(Chance)(value, trail, proof)
    return BAD if values is BAD else tuple((each.when, each.add) for each in values)


def _seats(word: str, trail: Trail, proof: Proof) -> int:
    """How many are left in a fold."""
    seats = int(word) if word.isascii() and word.isdigit() and len(word) < 4 else 0
    if not seats:
        proof.say(trail, f"'{word}' is no number of seats", "write [folds.6]", word=word)
    return seats


def _levers(value: Any, trail: Trail, proof: Proof) -> Any:
    """Levers as a list, or as tables by id."""
    if isinstance(value, dict):
        return tuple(by_id(LeverSpec)(value, trail, proof).values())
    return _tables(LeverSpec)(value, trail, proof)


def _one_path(value: Any, trail: Trail, proof: Proof) -> Any:
    path = a_text(value, trail, proof)
    return BAD if path is BAD else (path,)


_PLAIN: dict[Any, Read] = {**PLAIN, str: a_text, Effect: an_effect, Condition: a_condition}
SPECIAL: dict[tuple[type, str], Read] = {
    (TheatreSpec, "requirement"): by("area"),
    (TheatreSpec, "weights"): by("area"),
    (TheatreSpec, "low"): by("area"),
    (TheatreSpec, "high"): by("area"),
    (PlanSpec, "reach"): by("theatre", LATER),
    (PlanSpec, "home"): by("theatre"),
    (PlanSpec, "lent"): by("theatre"),
    (ForceSpec, "capability"): by("area"),
    (ForceSpec, "presence"): by("theatre"),
    (ProgrammeSpec, "capability"): by("area"),
    (ProgrammeSpec, "presence"): by("theatre"),
    (Scenario, "folds"): _by_key(Fold, "seats", _seats, "tables by number of seats", "write [folds.6]"),
    (RedSpec, "levers"): _levers,
    (InjectSpec, "window"): _window,
    (InjectSpec, "chance_if"): _chances,
}
ALIASES: dict[type, tuple[tuple[str, str, Read], ...]] = {MeasureSpec: (("path", "paths", _one_path),)}
