"""Characters that no reader sees and a terminal obeys, looked for in every text of a scenario."""

from collections.abc import Iterator
from typing import Any

from tabletop.plain import controls, unseen
from tabletop.reading.lines import Trail
from tabletop.scenario.proof import Proof

_HINT = "take it out"


def check_texts(proof: Proof) -> None:
    """Control characters in a scenario's texts and ids are errors, unseen ones warnings; a save is read with them."""
    if proof.embedded:
        return
    for file, table in proof.tables.items():
        for trail, text in texts_in(table, (file,)):
            if letters := controls(text):
                proof.say(trail, control_words(letters), _HINT)
            if letters := unseen(text):
                proof.warn(trail, unseen_words(letters), _HINT)


def texts_in(value: Any, trail: Trail) -> Iterator[tuple[Trail, str]]:
    """Every text in a value, keys as well, with its trail."""
    if isinstance(value, str):
        yield trail, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield (*trail, key), key
            yield from texts_in(item, (*trail, key))
    elif isinstance(value, list):
        for n, item in enumerate(value):
            yield from texts_in(item, (*trail, n))


def control_words(letters: list[str]) -> str:
    """What is said of control characters."""
    return f"holds {' '.join(letters)}: a control character, which a terminal may obey"


def unseen_words(letters: list[str]) -> str:
    """What is said of characters that nobody sees."""
    return f"holds {' '.join(letters)}: nobody sees it, and it changes what is read"
