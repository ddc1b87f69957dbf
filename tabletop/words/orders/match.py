"""Which of some ids a typed word means: whole, by its or a part's beginning, by a name, or by its letters."""

from collections.abc import Mapping, Sequence

from attrs import frozen

_MOST = 6


@frozen
class Fit:
    """`id`: the one meant, "" when none or several fit. `fitting`: all that fit, best first."""

    id: str
    fitting: tuple[str, ...]


def match(word: str, choices: Mapping[str, str]) -> Fit:
    """`choices`: name by id. An empty word fits everything and means nothing."""
    word = word.lower()
    if not word:
        return Fit("", tuple(choices))
    if word in choices:
        rest = tuple(c for c in choices if c != word and _rank(word, c, choices[c]) is not None)
        return Fit(word, (word, *rest))
    ranks = [(rank, c) for c in choices if (rank := _rank(word, c, choices[c])) is not None]
    ranks.sort(key=lambda item: item[0])
    fitting = tuple(c for _, c in ranks)
    best = [c for rank, c in ranks if rank == ranks[0][0]]
    return Fit(best[0] if len(best) == 1 else "", fitting)


def _rank(word: str, choice: str, name: str) -> int | None:
    """0 the best; None when the word does not fit."""
    id = choice.lower()
    if id.startswith(word):
        return 0
    parts = id.replace("/", "-").split("-")
    if any(part.startswith(word) for part in parts):
        return 1
    letters = id.replace("-", "").replace("/", "")
    if letters.startswith(word.replace("-", "")):
        return 1
    names = name.lower().replace(":", " ").replace("(", " ").split()
    if name.lower().startswith(word) or any(part.startswith(word) for part in names):
        return 2
    if word in id:
        return 3
    return 4 if len(word) > 1 and _letters(word, letters) else None


def _letters(word: str, id: str) -> bool:
    """Whether the letters of a word stand in an id in this order."""
    at = -1
    for letter in word.replace("-", ""):
        at = id.find(letter, at + 1)
        if at < 0:
            return False
    return True


def several(word: str, fitting: Sequence[str]) -> str:
    """What to tell when a word could mean more than one thing."""
    more = f" and {len(fitting) - _MOST} more" if len(fitting) > _MOST else ""
    return f"'{word}' could be {', '.join(fitting[:_MOST])}{more}"
