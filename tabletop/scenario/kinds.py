"""Kinds of limits that a field of a scenario may have: a range, words, ids. Judges single values, names no field."""

from collections.abc import Callable, Mapping
from math import inf
from typing import Any

from attrs import evolve, frozen

from tabletop.errors import did_you_mean
from tabletop.model.limits import Range
from tabletop.model.seats import POLICIES
from tabletop.reading.lines import Trail
from tabletop.scenario.paths import check_path
from tabletop.scenario.proof import Proof, is_kebab, key_words

Limit = Callable[[Any, Trail, Proof], None]


@frozen
class Within:
    """A number, or each of several, lies in a range; a save's scenario is held to the range of `then`.

    `unit` is for the author's page.
    """

    range: Range
    then: Range
    unit: str = ""

    def of(self, unit: str) -> "Within":
        """The same range of a unit."""
        return evolve(self, unit=unit)

    def __call__(self, value: Any, trail: Trail, proof: Proof) -> None:
        ends = self.then if proof.embedded else self.range
        for number in value if isinstance(value, tuple) else (value,):
            if not ends.holds(number):
                hint = f"should be {self.range.low:g} to {self.range.high:g}"
                proof.say(trail, f"{key_words(trail)} is {number:g}", hint, word=f"{number:g}")


def within(low: float, high: float) -> Within:
    """From `low` to `high`, in a save too."""
    return Within(Range(low, high), Range(low, high))


def since(low: float, high: float, *, low_then: float = -inf) -> Within:
    """From `low` to `high`; a save from before it was asked for is held to the lower end of then."""
    return Within(Range(low, high), Range(low_then, inf))


@frozen
class Each:
    """A table whose values, in pairs with their names, lie in a range."""

    within: Within

    def __call__(self, value: Any, trail: Trail, proof: Proof) -> None:
        for name, number in value:
            self.within(number, (*trail, name), proof)


@frozen
class Exactly:
    """A table of these names, perhaps of `more`; `limits` for its values."""

    names: tuple[str, ...]
    limits: Mapping[str, Within]
    more: tuple[str, ...] = ()

    def __call__(self, value: Any, trail: Trail, proof: Proof) -> None:
        names = self.names + self.more
        for name, each in value.items():
            if name not in names:
                proof.say((*trail, name), f"unknown key '{name}'", did_you_mean(name, names), word=name)
            else:
                self.limits[name](each, (*trail, name), proof)
        for name in self.names:
            if name not in value:
                proof.say(trail, f"'{name}' is missing")


@frozen
class Words:
    """One of a few words."""

    words: tuple[str, ...]

    def __call__(self, value: Any, trail: Trail, proof: Proof) -> None:
        if value not in self.words:
            hint = did_you_mean(value, tuple(word for word in self.words if word))
            proof.say(trail, f"'{trail[-1]}' can't be '{value}'", hint, word=value)


@frozen
class Ids:
    """An id of that kind, or several; `empty`: or empty text for none."""

    kind: str
    empty: bool = False

    def __call__(self, value: Any, trail: Trail, proof: Proof) -> None:
        for word in (value,) if isinstance(value, str) else value:
            if word:
                proof.refer(self.kind, word, trail)
            elif not self.empty and not proof.embedded:
                proof.say(trail, f"{key_words(trail)} is empty", f"name a {self.kind}")


@frozen
class IdPairs:
    """IdPairs of ids; `second` a kind, or else the name of a bot's policy where `policy` is set, or any text."""

    first: str
    second: str = ""
    policy: bool = False

    def __call__(self, value: Any, trail: Trail, proof: Proof) -> None:
        for left, right in value:
            proof.refer(self.first, left, trail)
            if self.second:
                proof.refer(self.second, right, trail)
            if self.policy and right not in POLICIES:
                proof.say(trail, f"unknown policy '{right}'", did_you_mean(right, POLICIES), word=right)


def new_id(value: Any, trail: Trail, proof: Proof) -> None:
    """A word that the scenario makes up, and paths name."""
    if not is_kebab(value) and not proof.embedded:
        proof.say(trail, f"'{value}' can't be an id", "write lower-case letters, digits and single hyphens", word=value)


def country(value: Any, trail: Trail, proof: Proof) -> None:
    """A member, or the two-letter code of a country outside the alliance."""
    outside = len(value) == 2 and value.isalpha() and value.isascii() and value.islower()
    if value and not outside:
        proof.refer("member", value, trail)


def readable(value: Any, trail: Trail, proof: Proof) -> None:
    """Paths that can be read."""
    for path in value:
        check_path(path, trail, proof)
