"""Whether a scenario's effects, conditions and measures name paths of the glossary, with ids that are there.

Reads no world: `rules.scores.paths` does. What a path gives is a number, or words: a fixed set or the ids of a kind.
"""

from collections.abc import Collection
from typing import Any

from tabletop.errors import did_you_mean
from tabletop.model.effects import Condition, Effect
from tabletop.model.figures.figure import NUMBER
from tabletop.model.figures.glossary import FIGURES
from tabletop.model.figures.path import ALL, path_of
from tabletop.reading.lines import Trail
from tabletop.scenario.proof import Proof, either

#: What conditions and measures may read. A kind on the right: its ids are the words.
READ = {figure.form: figure.gives for figure in FIGURES.values() if figure.read}
#: What effects may change, by points or to a word.
CHANGE = {
    form: figure.sets or figure.gives
    for figure in FIGURES.values()
    if figure.changed == "effect"
    for form in ((figure.form, path_of(figure.form, ALL)) if figure.everywhere else (figure.form,))
}

#: Ids by kind that would be taken for something else: heads of paths, who may look and move, items that are ruled on.
RESERVED: dict[str, frozenset[str]] = {
    "track": frozenset(form.split("/")[0] for form in (*READ, *CHANGE) if not form[0].isupper()),
    "seat": frozenset(("all", "bot", "control", "free", "inject", "public", "room", "team", "text")),
    "theatre": frozenset(("all",)),
}


def check_condition(condition: Condition, trail: Trail, proof: Proof) -> None:
    """Says so when a condition names what isn't there, or compares a word as if it were a number."""
    gives = check_path(condition.path, trail, proof)
    if gives is None:
        return
    if gives == NUMBER:
        if isinstance(condition.value, str):
            proof.say(trail, f"'{condition.path}' is a number, '{condition.value}' is not", word=condition.value)
        return
    if isinstance(condition.value, float) or condition.test not in ("=", "!="):
        proof.say(trail, f"'{condition.path}' gives a word", "compare it with = or != and a word", word=condition.path)
        return
    _check_word(condition.value, condition.path, gives, trail, proof)


def check_effect(effect: Effect, trail: Trail, proof: Proof) -> None:
    """Says so when an effect reaches for what isn't there, or adds points to a word."""
    gives = check_path(effect.on, trail, proof, change=True)
    if gives is None:
        return
    if gives == NUMBER and effect.set:
        hint = f"write '{effect.on} +1'"
        proof.say(trail, f"'{effect.on}' is a number and can't be set to '{effect.set}'", hint, word=effect.on)
    elif gives != NUMBER and not effect.set:
        proof.say(
            trail, f"'{effect.on}' is a word, points can't be added", f"write '{effect.on} = WORD'", word=effect.on
        )
    elif gives != NUMBER:
        if proof.embedded:  # a save may hold a word that can be read and not set
            gives = check_path(effect.on, trail, proof, quiet=True) or gives
        _check_word(effect.set, effect.on, gives, trail, proof)


def check_path(
    path: str, trail: Trail, proof: Proof, *, change: bool = False, quiet: bool = False
) -> str | tuple[str, ...] | None:
    """What a path gives: NUMBER, its words or the kind of its words. None, and says so, when there is no such path."""
    key = ("change" if change else "read", path)
    if key not in proof.paths:
        proof.paths[key] = _looked_up(path, CHANGE if change else READ, proof)
    gives, problem, hint = proof.paths[key]
    if problem and quiet:
        return None
    if problem:
        proof.say(trail, problem, hint, word=path)
        return None
    return gives  # type: ignore[no-any-return]


def check_outcome(path: str, word: str, trail: Trail, proof: Proof) -> None:
    """Says so when the words that a path gives don't hold `word`."""
    gives = check_path(path, trail, proof, quiet=True)
    if gives == NUMBER:
        proof.say(trail, f"'{path}' is a number and gives no words", "write floor and target", word=word)
    elif gives is not None:
        _check_word(word, path, gives, trail, proof)


def _looked_up(path: str, forms: dict[str, Any], proof: Proof) -> tuple[str | tuple[str, ...] | None, str, str]:
    """What a path gives, what is wrong with it, and what would be right."""
    parts = path.split("/")
    alike = [form for form in forms if _fits(form.split("/")[0], parts[0], proof)]
    if not alike:
        return _no_head(path, parts[0], forms, proof)
    as_long = [form for form in alike if form.count("/") == len(parts) - 1]
    for form in as_long:
        if all(_fits(kind, part, proof) for kind, part in zip(form.split("/"), parts, strict=True)):
            gives = forms[form]
            return (f"outcome {parts[1]}" if gives == "outcome" else gives), "", ""
    for form in as_long:
        wrong = [(k, p) for k, p in zip(form.split("/"), parts, strict=True) if not _fits(k, p, proof)]
        if len(wrong) == 1 and wrong[0][0].isupper():
            kind, word = wrong[0]
            return (
                None,
                f"unknown {kind.lower()} '{word}' in '{path}'",
                did_you_mean(word, tuple(_ids(kind, proof) or ())),
            )
    return None, f"unknown path '{path}'", f"write {either(alike)}"


def _no_head(path: str, head: str, forms: dict[str, Any], proof: Proof) -> tuple[None, str, str]:
    if forms is CHANGE and any(_fits(form.split("/")[0], head, proof) for form in READ):
        hint = "effects add to tracks, pressure/THEATRE, support/SEAT and the like"
        return None, f"'{path}' follows from the rest and can't be changed", hint
    heads = {form.split("/")[0] for form in forms if not form[0].isupper()}
    words = heads | set(proof.ids.get("track") or ()) | set(proof.ids.get("score") or ())
    return None, f"unknown path '{path}'", did_you_mean(head, tuple(words))


def _fits(kind: str, part: str, proof: Proof) -> bool:
    if not kind.isupper():
        return kind == part
    ids = _ids(kind, proof)
    return ids is None or part in ids


def _ids(kind: str, proof: Proof) -> Collection[str] | None:
    if kind != "ABOUT":
        return proof.ids.get(kind.lower())
    kinds = [proof.ids.get(each) for each in ("post", "force", "theatre", "seat")]
    return None if None in kinds else [word for ids in kinds for word in ids or ()]


def _check_word(word: str, path: str, gives: str | tuple[str, ...], trail: Trail, proof: Proof) -> None:
    words: Collection[str] | None
    if isinstance(gives, tuple):
        words = gives
    elif gives.startswith("outcome "):
        outcomes = proof.ids.get("outcome")
        words = None if outcomes is None else outcomes.get(gives.removeprefix("outcome "), ())
    else:
        words = proof.ids.get(gives)
    if words is not None and word not in words:
        proof.say(trail, f"'{path}' is never '{word}'", did_you_mean(word, tuple(map(str, words))), word=word)
