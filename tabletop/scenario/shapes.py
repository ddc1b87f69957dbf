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
from tabletop.scenario.draft import Draft, named
from tabletop.scenario.kinds import Limit
from tabletop.scenario.limits import LIMITS, Chance
from tabletop.scenario.mends import kind_of
from tabletop.scenario.values import a_condition, an_effect, by, check_id, check_ids, text


@cache
def shape(kind: type, leave: tuple[str, ...] = ()) -> Shape:
    """The shape of an attrs class, without the fields that a loader fills itself."""
    limits = LIMITS.get(kind, {})
    fields = {name: field for name, field in attrs.fields_dict(kind).items() if name not in leave}
    reads = [(name, name, SPECIAL.get((kind, name)) or reader(field.type, _known)) for name, field in fields.items()]
    reads += ALIASES.get(kind, ())
    return shape_of(kind, [Part(key, name, fields[name], _held(read, limits.get(name))) for key, name, read in reads])


def _held(read: Read, limit: Limit | None) -> Read:
    """Also says what a value that can be read may not be."""

    def convert(value: Any, trail: Trail, draft: Draft) -> Any:
        values = read(value, trail, draft)
        if limit and values is not BAD:
            limit(values, trail, draft)
        return values

    return convert


def read_table(kind: type, value: Any, trail: Trail, draft: Draft, **given: Any) -> Any:
    """A value of a class from its table, or BAD. `given` are fields that the table doesn't say itself."""
    if isinstance(value, dict):
        return shape(kind).read(value, trail, draft, **given)
    draft.say(trail, f"{named(trail)} is {kind_of(value)}, should be a table")
    return BAD


def _known(hint: Any) -> Read | None:
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

    def convert(value: Any, trail: Trail, draft: Draft) -> Any:
        if not isinstance(value, dict):
            return draft.wrong(value, trail, wanted, hint)
        entries = {}
        for word, table in value.items():
            at = (*trail, word)
            key = key_of(word, at, draft)
            entry = read_table(kind, table, at, draft, **{field: key})
            if entry is not BAD:
                entries[key] = entry
        return entries

    return convert


def _window(value: Any, trail: Trail, draft: Draft) -> Any:
    turns = many(whole)(value, trail, draft)
    if turns is not BAD and len(turns) != 2:
        draft.say(trail, f"'window' has {len(turns)} turns", "write [first, last]")
        return BAD
    return turns


def _chances(value: Any, trail: Trail, draft: Draft) -> Any:
    values = _tables(Chance)(value, trail, draft)
    return BAD if values is BAD else tuple((each.when, each.add) for each in values)


def _seats(word: str, trail: Trail, draft: Draft) -> int:
    """How many are left in a fold."""
    seats = int(word) if word.isascii() and word.isdigit() and len(word) < 4 else 0
    if not seats:
        draft.say(trail, f"'{word}' is no number of seats", "write [folds.6]", word=word)
    return seats


def _levers(value: Any, trail: Trail, draft: Draft) -> Any:
    """Levers as a list, or as tables by id."""
    if isinstance(value, dict):
        return tuple(by_id(LeverSpec)(value, trail, draft).values())
    return _tables(LeverSpec)(value, trail, draft)


def _one_path(value: Any, trail: Trail, draft: Draft) -> Any:
    path = text(value, trail, draft)
    return BAD if path is BAD else (path,)


_PLAIN: dict[Any, Read] = {**PLAIN, str: text, Effect: an_effect, Condition: a_condition}
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
