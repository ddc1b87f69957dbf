"""Options as they are called at a table: "a", "b", "c". What they would do is told to nobody."""

from collections.abc import Iterable
from typing import Final

_LETTERS: Final = "abcdefghij"


def lettered(options: Iterable[str]) -> tuple[str, ...]:
    """ "a  Accept the offer.", and so on."""
    return tuple(f"{letter}  {' '.join(text.split())}" for letter, text in zip(_LETTERS, options, strict=False))
