"""A promise's deed and condition on the order line: "fund c-essi", "trust >= 60". Pure; knows no widget.

A deed is one of the seat's own orders, by the word of the line and what it is about, or a figure that comes true.
"""

import re
from collections.abc import Sequence

from attrs import field, frozen

from tabletop.errors import TabletopError
from tabletop.model.figures.forms import SPENDING
from tabletop.model.figures.path import path_of
from tabletop.model.grammar import condition
from tabletop.model.world import World
from tabletop.rules.acts.act import ACTS
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.paths import value_at
from tabletop.rules.scores.reader import UnknownPath
from tabletop.words.acts.verb import VERBS, Verb, find_verb
from tabletop.words.names import score_name
from tabletop.words.orders.choices import SlotChoices
from tabletop.words.orders.match import match, several

_SPENDING = "spending "
_OF = re.compile(r" of (the )?", re.IGNORECASE)
_TEST = re.compile(r"\s*(<=|>=|!=|=|<|>)\s*")
_TESTS = {">=": "at least", "<=": "at most", ">": "above", "<": "below", "=": "exactly"}
_NO_TEST = "a test, say 'at least 60'"
_IN_WORDS = re.compile(r"\b(at least|at most|above|below|exactly)\b", re.IGNORECASE)
_SIGN_OF = {words: sign for sign, words in _TESTS.items()}


@frozen
class Clause:
    """`line` as the move keeps it, else what it `needs` or what is wrong. `choices` for the word being typed."""

    line: str = ""
    needs: str = ""
    problem: str = ""
    choices: SlotChoices = field(factory=dict)


def read_deed(world: World, seat: str, words: Sequence[str], typing: bool) -> Clause:
    """An order or a condition. `typing`: whether the last word may go on."""
    words = _in_signs(words)
    choices = {verb.word: _does(verb) for verb in VERBS if _can_be_promised(verb)} | _figures(world)
    if not words:
        return Clause(choices=choices)
    if words[0].lower() == "if" or _TEST.search(" ".join(words)):
        return read_condition(world, words, typing)
    matches = match(words[0], choices)
    fitting = {word: choices[word] for word in matches.fitting} if typing and len(words) == 1 else {}
    verb = _verb(words[0]) or next((verb for verb in VERBS if verb.word == matches.id), None)
    if verb is None:
        clause = read_condition(world, words, typing)
        return Clause(clause.line, clause.needs, clause.problem, fitting or clause.choices)
    if fitting:
        return Clause(verb.do, choices=fitting)
    return _about(world, seat, verb, words[1:], typing)


def read_condition(world: World, words: Sequence[str], typing: bool) -> Clause:
    """A figure, a test and a value; "if" before them reads well."""
    figures, words = _figures(world), _in_signs(words)
    typed = " ".join(words[1:] if words and words[0].lower() == "if" else words)
    path, *more = _TEST.split(typed, maxsplit=1)
    if not path:
        return Clause(needs="a figure", choices=figures)
    if path.lower().startswith(_SPENDING):
        path, figures = _OF.sub(" ", path), _spending(world)
    matches = match(path, figures)
    fitting = {name: figures[name] for name in matches.fitting} if typing and not more else {}
    name = matches.id or (path if _reads(world, path) else "")
    if not name:
        path, *behind = path.split()
        if behind and match(path, figures).id:
            return Clause(problem=f"'{behind[0]}' is no test; write {path} >= 60")
        problem = several(path, matches.fitting) if matches.fitting else f"there is no figure '{path}' here"
        return Clause(problem=problem, choices=fitting)
    if not more:
        return Clause(needs=_NO_TEST, choices=fitting or ({} if typing else _TESTS))
    if not more[1]:
        return Clause(needs="a value")
    line = f"{name} {more[0]} {more[1].replace(',', '.')}"
    try:
        condition(line)
    except TabletopError as wrong:
        return Clause(problem=str(wrong))
    return Clause(line)


def _about(world: World, seat: str, verb: Verb, words: Sequence[str], typing: bool) -> Clause:
    """The thing an order is about: its id or name, or none."""
    slots = verb.slots[:1]
    choices = slots[0].choices(world, seat, {}) if slots and slots[0].choices else {}
    every = slots[0].every(world, seat, {}) if slots and slots[0].every else {}
    if len(words) > 1 and any(match(" ".join(words), of).fitting for of in (choices, every)):
        words = [" ".join(words)]  # a name in several words
    if len(words) > len(slots):
        extra = words[len(slots)]
        return Clause(problem=f"'{extra}' is one word too many; promise an order by its word and what it is about")
    if not words:
        return Clause(verb.do, choices=choices)
    slot = slots[0]
    if words[0].lower() in every and words[0].lower() not in choices:
        choices = every  # another's, called by its whole id
    matches = match(words[0], choices)
    fitting = {id: choices[id] for id in matches.fitting} if typing else {}
    id = matches.id or ("" if matches.fitting else match(words[0], every).id)
    if not id:
        problem = (
            several(words[0], matches.fitting) if matches.fitting else f"there is no {slot.name} '{words[0]}' here"
        )
        return Clause(problem=problem, choices=fitting)
    return Clause(f"{verb.do} {id}", choices=fitting)


def _can_be_promised(verb: Verb) -> bool:
    """Orders, and what is tabled: what stands on the sheet, where the rules look for it."""
    return ACTS[verb.kind].sheet


def _does(verb: Verb) -> str:
    if verb.do != verb.word:
        return verb.do.replace("-", " ")
    return verb.slots[0].name if verb.slots else ""


def _verb(word: str) -> Verb | None:
    """The order whose whole word, name in the contract or key this is."""
    verb = find_verb(word)
    whole = verb is not None and word.lower() in (verb.word, verb.do, *verb.keys)
    return verb if verb is not None and whole and _can_be_promised(verb) else None


def _in_signs(words: Sequence[str]) -> Sequence[str]:
    """The same words with tests as signs: "at least 60" is ">= 60"."""
    return _IN_WORDS.sub(lambda found: _SIGN_OF[found[0].lower()], " ".join(words)).split()


def _spending(world: World) -> dict[str, str]:
    """What members spend, by name: "Spending Germany"."""
    return {path_of(SPENDING, each): f"Spending {spec.name}" for each, spec in world.scenario.members.items()}


def _figures(world: World) -> dict[str, str]:
    return {name: score_name(world.scenario, name, world.seats) for name in scores(world)}


def _reads(world: World, path: str) -> bool:
    """Whether a path names something, though no score."""
    try:
        value_at(world, path)
    except UnknownPath:
        return False
    return True
