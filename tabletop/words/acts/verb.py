"""The words of the order line: each with the words it takes and the move it makes. Which there are, each act's saying
declares; how a line is read, the grammar in `tabletop.words.orders` knows."""

from bisect import insort
from collections.abc import Callable
from typing import Any

from attrs import frozen

from tabletop.errors import did_you_mean
from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.words.orders.choices import Chooser, SlotValues

Make = Callable[[World, str, SlotValues], Move]
LAST = 1000


@frozen
class VerbSlot:
    """A word a verb takes. `kind`: choice, number, turn, flag, many (choices to the end), phrase (a choice of several
    words, to the end), text (the rest, or up to ";" where more follows), deed or condition (up to ";").

    `choices` are those the seat may well mean; `every` all that exist, so that a wrong one gets its proper refusal.
    `field`: of the move, where it isn't called as the word is.
    """

    name: str
    kind: str
    needed: bool = True
    choices: Chooser | None = None
    every: Chooser | None = None
    field: str = ""


def choice(
    name: str, choices: Chooser, *, every: Chooser | None = None, needed: bool = True, field: str = ""
) -> VerbSlot:
    """A slot for one of some ids."""
    return VerbSlot(name, "choice", needed, choices, every, field)


@frozen
class Verb:
    """`word` as taught, `keys` that mean it too, `make` the move of what was values.

    `tried`: when a beginning of it is tried, the lowest first: "re" is ready before refuse.
    """

    kind: type[Move]
    word: str
    keys: tuple[str, ...]
    slots: tuple[VerbSlot, ...]
    make: Make
    tried: int = LAST

    @property
    def do(self) -> str:
        """The name of its move in files: "set-spending" for spend."""
        return self.kind.do


class WrongWord(ValueError):
    """What was given makes no move; says why."""


#: Every verb, in the order in which a beginning is tried.
VERBS: list[Verb] = []


def teach(verb: Verb) -> None:
    """Adds a verb to those that are known."""
    insort(VERBS, verb, key=lambda each: each.tried)


def maker_of(kind: type[Move], slots: tuple[VerbSlot, ...]) -> Make:
    """Makes a move of a kind whose fields are what its slots were values."""
    of_kind: Any = kind

    def make(world: World, seat: str, values: SlotValues) -> Move:
        fields = {slot.field or slot.name: values[slot.name] for slot in slots if slot.name in values}
        move: Move = of_kind(seat=seat, **{name: _value(value) for name, value in fields.items()})
        return move

    return make


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def find_verb(word: str) -> Verb | None:
    """The verb a word means: its key, its name in the contract, or the first that begins so."""
    word = word.lower()
    for verb in VERBS:
        if word in (verb.word, verb.do, *verb.keys):
            return verb
    return next((verb for verb in VERBS if verb.word.startswith(word)), None)


def no_verb(word: str) -> str:
    """What to tell when a word is no verb."""
    hint = did_you_mean(word, [verb.word for verb in VERBS])
    return f"there is no order '{word}'" + (f"; {hint}" if hint else "")
