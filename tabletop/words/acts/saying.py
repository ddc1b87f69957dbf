"""How a kind of move is said and typed, declared once for each. The registry of all; the sentences stand by family."""

from collections.abc import Callable
from typing import Any, TypeVar

from attrs import frozen

from tabletop.model.moves import Move
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.verb import LAST, Make, Verb, VerbSlot, maker_of, teach

M = TypeVar("M", bound=Move)


@frozen(kw_only=True)
class Saying:
    """`predicate`: what a move does, the second half of a sentence: "withdraws the Third Watch, leaving in turn 3".
    `verb`: of the order line. `waits`: what an order waits for whose effect lies in others' hands, "" where its effect
    can be told. `news`: it is told among what has happened, as what the screen shows anyway is not. `headline`: its
    place where only the boldest orders of a turn are told, from 1; 0 for the others.
    """

    predicate: Callable[[Namer, Any], str]
    verb: Verb | None = None
    waits: str = ""
    news: bool = True
    headline: int = 0


#: How every kind is said.
SAYINGS: dict[type[Move], Saying] = {}


def say(
    kind: type[M],
    predicate: Callable[[Namer, M], str],
    *,
    word: str = "",
    keys: tuple[str, ...] = (),
    slots: tuple[VerbSlot, ...] = (),
    make: Make | None = None,
    tried: int = LAST,
    waits: str = "",
    news: bool = True,
    headline: int = 0,
) -> Saying:
    """Declares how a kind is said, and typed where it has a `word`; see `Verb`."""
    verb = Verb(kind, word, keys, slots, make or maker_of(kind, slots), tried) if word else None
    if verb is not None:
        teach(verb)
    saying = SAYINGS[kind] = Saying(predicate=predicate, verb=verb, waits=waits, news=news, headline=headline)
    return saying


def predicate(namer: Namer, move: Move) -> str:
    """What a move says, without who made it."""
    return SAYINGS[type(move)].predicate(namer, move)
