"""The word by which one thing is named on the order line, short enough to be written by hand. Pure."""

import re
from collections.abc import Mapping
from typing import Final

from tabletop.words.orders.match import match

_WORD: Final = re.compile(r"[^\W_]{3,}")


def short_words(choices: Mapping[str, str]) -> dict[str, str]:
    """By id the shortest word that means it and nothing else among `choices` (name by id), the id where none does. What
    is told apart here is told apart among fewer, too."""
    return {id: _short(id, choices) for id in choices}


def _short(id: str, choices: Mapping[str, str]) -> str:
    named: list[str] = _WORD.findall(choices[id])
    words = dict.fromkeys(word.lower() for word in (*named, *id.split("-")))
    for word in sorted((word for word in words if len(word) > 2), key=len):
        if match(word, choices).id == id:
            return word
    return id
