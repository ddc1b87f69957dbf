"""The word by which one thing is named on the order line, short enough to be written by hand. Pure."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tabletop.words.orders.match import match

_WORD: Final = re.compile(r"[^\W_]{3,}")
_PACKS: Final = 32
"""Lists of things that are remembered: the anchor's is every seat's."""


def short_words(choices: Mapping[str, str]) -> dict[str, str]:
    """By id the shortest word that means it and nothing else among `choices` (name by id), the id where none does. What
    is told apart here is told apart among fewer, too."""
    return dict(_short_words(tuple(choices.items())))


@lru_cache(maxsize=_PACKS)
def _short_words(named: tuple[tuple[str, str], ...]) -> dict[str, str]:
    choices = dict(named)
    begins = {id: _beginnings(id, name) for id, name in named}
    return {id: _short(id, choices, begins) for id in choices}


def _short(id: str, choices: Mapping[str, str], begins: Mapping[str, tuple[str, str]]) -> str:
    named: list[str] = _WORD.findall(choices[id])
    words = dict.fromkeys(word.lower() for word in (*named, *id.split("-")))
    for word in sorted((word for word in words if len(word) > 2), key=len):
        if _likely(word, id, begins) and match(word, choices).id == id:
            return word
    return id


def _beginnings(id: str, name: str) -> tuple[str, str]:
    """What a word may begin of an id, and of a name, each after a line's end: quicker to ask than `match`."""
    heads = (id.lower(), *id.lower().split("-"), id.lower().replace("-", ""))
    return "\n".join(("", *heads)), "\n".join(("", *name.lower().split()))


def _likely(word: str, id: str, begins: Mapping[str, tuple[str, str]]) -> bool:
    """Whether a word begins this id and no other, or this name and no other and no id; `match` has the last word."""
    sought = f"\n{word}"
    ids = [each for each, (heads, _) in begins.items() if sought in heads]
    if ids:
        return id in ids
    return [each for each, (_, names) in begins.items() if sought in names][:2] == [id]
