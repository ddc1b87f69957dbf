"""Reads single TOML values: texts, numbers, lists, effects, conditions. Says what is wrong and answers BAD.

A converter takes the value, its trail and the draft that notes problems.
"""

from collections.abc import Callable
from typing import Any

from tabletop.errors import TabletopError
from tabletop.model.effects import Condition, Effect
from tabletop.model.grammar import condition, effect
from tabletop.scenario.draft import Draft, is_kebab, named
from tabletop.scenario.limits import LIMITS
from tabletop.scenario.lines import Trail
from tabletop.scenario.paths import check_condition, check_effect

#: What a converter answers when it has said why it can't: no value of any field.
BAD: Any = object()
Convert = Callable[[Any, Trail, Draft], Any]
_MOST = 1e15  # nothing in an exercise is larger; also keeps nan and infinity out
#: Letters that a text may have: on one line of a screen, and read aloud or on paper.
_LINE, _PAGES = 200, 20_000
_LINES = frozenset(
    ("name", "title", "short", "unit", "kind", "location", "level", "marking", "sender", "channel", "storyline", "own")
)
_LETTERS = 60  # of an id
#: What looks like the minus of the keyboard, and is none.
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))


def text(value: Any, trail: Trail, draft: Draft) -> Any:
    """Text of no more letters than a screen or a page can show; a save's was played with."""
    if isinstance(value, str):
        most = _LINE if trail[-1] in _LINES else _PAGES
        if len(value) > most and not draft.embedded:
            draft.say(trail, f"{named(trail)} has {len(value):,} letters", f"{most:,} at the most")
            return BAD
        return value
    return wrong(value, trail, draft, "text", f'write "{value}"' if isinstance(value, (int, float)) else "")


def number(value: Any, trail: Trail, draft: Draft) -> Any:
    if type(value) is float or type(value) is int:
        if abs(value) <= _MOST:
            return float(value)
        draft.say(trail, f"{named(trail)} is not a number that one can count with")
        return BAD
    return wrong(value, trail, draft, "a number", _as_number(value))


def whole(value: Any, trail: Trail, draft: Draft) -> Any:
    if type(value) is int and abs(value) <= _MOST:
        return value
    hint = f"write {value:.0f}" if isinstance(value, float) and value.is_integer() else _as_number(value)
    return wrong(value, trail, draft, "a whole number", hint)


def truth(value: Any, trail: Trail, draft: Draft) -> Any:
    return value if isinstance(value, bool) else wrong(value, trail, draft, "true or false")


def an_effect(value: Any, trail: Trail, draft: Draft) -> Any:
    """An effect from its line or its table."""
    if isinstance(value, dict):
        kinds = {"on": text, "add": number, "set": text, "turns": whole}
        if any(kinds[key](said, (*trail, key), draft) is BAD for key, said in value.items() if key in kinds):
            return BAD
    elif not isinstance(value, str):
        return wrong(value, trail, draft, "an effect", "write 'cohesion -2'")
    try:
        told = effect(value)
    except TabletopError as error:
        hint = _undashed(value) or error.hint
        draft.say(trail, error.problem, hint, word=value if isinstance(value, str) else "")
        return BAD
    for key, limit in LIMITS[Effect].items():
        limit(getattr(told, key), trail if isinstance(value, str) else (*trail, key), draft)
    check_effect(told, trail, draft)
    return told


def a_condition(value: Any, trail: Trail, draft: Draft) -> Any:
    """A condition from its line."""
    if not isinstance(value, str):
        return wrong(value, trail, draft, "a condition", "write 'trust >= 45'")
    try:
        told = condition(value)
    except TabletopError as error:
        draft.say(trail, error.problem, error.hint, word=value)
        return BAD
    if isinstance(told.value, float):
        if not abs(told.value) <= _MOST:
            draft.say(trail, f"condition '{value}' compares with no number", word=value)
            return BAD
        LIMITS[Condition]["value"](told.value, trail, draft)
    elif meant := _undashed(value):
        draft.say(trail, f"condition '{value}' compares with no number", meant, word=value)
        return BAD
    check_condition(told, trail, draft)
    return told


def many(one: Convert) -> Convert:
    """A list of values."""

    def convert(value: Any, trail: Trail, draft: Draft) -> Any:
        if not isinstance(value, list):
            hint = f"write [{_toml(value)}]" if isinstance(value, (str, int, float)) else ""
            return wrong(value, trail, draft, "a list", hint)
        made = tuple([one(each, (*trail, n), draft) for n, each in enumerate(value)])
        if any(each is BAD for each in made):
            return BAD
        _check_ids(value, trail, draft)
        return made

    return convert


def table_of(one: Convert, *, pairs: bool = False) -> Convert:
    """A table of values by name, kept as a dictionary or as pairs."""

    def convert(value: Any, trail: Trail, draft: Draft) -> Any:
        if not isinstance(value, dict):
            return wrong(value, trail, draft, "a table", "write { name = value }")
        made = {key: one(each, (*trail, key), draft) for key, each in value.items()}
        if any(each is BAD for each in made.values()):
            return BAD
        return tuple(made.items()) if pairs else made

    return convert


def by(kind: str) -> Convert:
    """Numbers by area or theatre, in the scenario's order; what isn't named is 0."""

    def convert(value: Any, trail: Trail, draft: Draft) -> Any:
        if not isinstance(value, dict):
            return wrong(value, trail, draft, "a table", f"write {{ {kind} = number }}")
        made = {key: number(each, (*trail, key), draft) for key, each in value.items()}
        for key in value:
            draft.refer(kind, key, (*trail, key))
        known = draft.known.get(kind)
        if known is None or any(each is BAD for each in made.values()):
            return BAD
        return tuple([made.get(key, 0.0) for key in known])

    return convert


def check_id(word: str, trail: Trail, draft: Draft) -> None:
    """Says so when a word can't be an id."""
    if len(word) > _LETTERS and not draft.embedded:
        draft.say(trail, f"'{word}' can't be an id", f"{_LETTERS} letters at the most", word=word)
    elif not is_kebab(word):
        draft.say(trail, f"'{word}' can't be an id", "write lower-case letters, digits and single hyphens", word=word)


def kind_of(value: Any) -> str:
    """What a TOML value is, in an author's words."""
    if isinstance(value, bool):
        return "true or false"
    names = {str: "text", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return names.get(type(value), "a date or time")


def _check_ids(value: list[Any], trail: Trail, draft: Draft) -> None:
    """Says so when two tables of a list have one id."""
    seen: set[str] = set()
    for n, each in enumerate(value):
        name = each.get("id") if isinstance(each, dict) else None
        if not isinstance(name, str):
            continue
        if name in seen:
            draft.say((*trail, n, "id"), f"'{name}' stands twice among the {trail[-1]}", word=name)
        check_id(name, (*trail, n, "id"), draft)
        seen.add(name)


def wrong(value: Any, trail: Trail, draft: Draft, wanted: str, hint: str = "") -> Any:
    word = value if isinstance(value, str) else ""
    draft.say(trail, f"{named(trail)} is {kind_of(value)}, should be {wanted}", hint, word=word)
    return BAD


def _undashed(value: Any) -> str:
    """A hint for a line that a word processor has put a dash into."""
    if not isinstance(value, str) or value.translate(_DASHES) == value:
        return ""
    dash = next(letter for letter in value if ord(letter) in _DASHES)
    return f"'{dash}' is a dash; write the minus of the keyboard: {value.translate(_DASHES)}"


def _as_number(value: Any) -> str:
    """A hint for text that was meant as a number; also with a decimal comma."""
    if not isinstance(value, str):
        return ""
    try:
        return f"write {float(value.replace(',', '.').translate(_DASHES)):g}"
    except ValueError:
        return ""


def _toml(value: str | int | float) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()
