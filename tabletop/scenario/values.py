"""What only scenarios hold: texts for a screen or page, effects, conditions, ids, numbers by area. Reads no file."""

from typing import Any

from tabletop.errors import TabletopError
from tabletop.model.effects import Condition, Effect
from tabletop.model.grammar import condition, effect
from tabletop.reading.lines import Trail
from tabletop.reading.values import BAD, Read, number, table_of, whole
from tabletop.scenario.limits import LIMITS
from tabletop.scenario.mends import undashed
from tabletop.scenario.paths import check_condition, check_effect
from tabletop.scenario.proof import Proof, is_kebab, key_name

#: Letters that a text may have: on one line of a screen, and read aloud or on paper.
_LINE, _PAGES = 200, 20_000
_LINES = frozenset(
    ("name", "title", "short", "unit", "kind", "location", "level", "marking", "sender", "channel", "storyline", "own")
)
_LETTERS = 60  # of an id


def a_text(value: Any, trail: Trail, proof: Proof) -> Any:
    """Text of no more letters than a screen or a page can show; a save's was played with."""
    if isinstance(value, str):
        most = _LINE if trail[-1] in _LINES else _PAGES
        if len(value) > most and not proof.embedded:
            proof.say(trail, f"{key_name(trail)} has {len(value):,} letters", f"{most:,} at the most")
            return BAD
        return value
    return proof.wrong(value, trail, "text")


def an_effect(value: Any, trail: Trail, proof: Proof) -> Any:
    """An effect from its line or its table."""
    if isinstance(value, dict):
        kinds = {"on": a_text, "add": number, "set": a_text, "turns": whole}
        if any(kinds[key](each, (*trail, key), proof) is BAD for key, each in value.items() if key in kinds):
            return BAD
    elif not isinstance(value, str):
        return proof.wrong(value, trail, "an effect", "write 'cohesion -2'")
    try:
        change = effect(value)
    except TabletopError as error:
        hint = undashed(value) or error.hint
        proof.say(trail, error.problem, hint, word=value if isinstance(value, str) else "")
        return BAD
    for key, limit in LIMITS[Effect].items():
        limit(getattr(change, key), trail if isinstance(value, str) else (*trail, key), proof)
    check_effect(change, trail, proof)
    return change


def a_condition(value: Any, trail: Trail, proof: Proof) -> Any:
    """A condition from its line."""
    if not isinstance(value, str):
        return proof.wrong(value, trail, "a condition", "write 'trust >= 45'")
    try:
        test = condition(value)
    except TabletopError as error:
        proof.say(trail, error.problem, error.hint, word=value)
        return BAD
    if isinstance(test.value, float):
        if not abs(test.value) <= proof.most:
            proof.say(trail, f"condition '{value}' compares with no number", word=value)
            return BAD
        LIMITS[Condition]["value"](test.value, trail, proof)
    elif meant := undashed(value):
        proof.say(trail, f"condition '{value}' compares with no number", meant, word=value)
        return BAD
    check_condition(test, trail, proof)
    return test


def by(kind: str, otherwise: float = 0.0) -> Read:
    """Numbers by area or theatre, in the scenario's order; what isn't named is 0, or `otherwise`."""
    read = table_of(number, f"write {{ {kind} = number }}")

    def convert(value: Any, trail: Trail, proof: Proof) -> Any:
        numbers = read(value, trail, proof)
        for key in value if isinstance(value, dict) else ():
            proof.refer(kind, key, (*trail, key))
        ids = proof.ids.get(kind)
        return BAD if ids is None or numbers is BAD else tuple([numbers.get(key, otherwise) for key in ids])

    return convert


def check_id(word: str, trail: Trail, proof: Proof) -> str:
    """The word; says so when it can't be an id."""
    if len(word) > _LETTERS and not proof.embedded:
        proof.say(trail, f"'{word}' can't be an id", f"{_LETTERS} letters at the most", word=word)
    elif not is_kebab(word):
        proof.say(trail, f"'{word}' can't be an id", "write lower-case letters, digits and single hyphens", word=word)
    return word


def check_ids(value: list[Any], trail: Trail, proof: Proof) -> None:
    """Says so when two tables of a list have one id."""
    names: set[str] = set()
    for n, each in enumerate(value):
        name = each.get("id") if isinstance(each, dict) else None
        if not isinstance(name, str):
            continue
        if name in names:
            proof.say((*trail, n, "id"), f"'{name}' stands twice among the {trail[-1]}", word=name)
        check_id(name, (*trail, n, "id"), proof)
        names.add(name)
