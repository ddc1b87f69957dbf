"""All figures by form, and which of them a path or a key means. A new figure is a row, and a reader in the rules."""

from collections.abc import Container
from functools import lru_cache

from tabletop.model.figures.figure import NUMBER, Figure
from tabletop.model.figures.forms import TRACK
from tabletop.model.figures.numbers import NUMBERS
from tabletop.model.figures.things import THINGS

#: In the order in which lists and hints name them.
FIGURES: dict[str, Figure] = {figure.form: figure for figure in (*NUMBERS, *THINGS)}

#: The word that a path says, and the key of the figure, which begins with a slash so that no id can be it.
INNER = {figure.form: f"/{figure.form}" for figure in FIGURES.values() if figure.inner}

#: By the word that a path begins with and the number of its parts, words before kinds. Tracks and the share begin with
#: no word and are not here.
_ALIKE: dict[tuple[str, int], list[Figure]] = {}
for _figure in sorted(FIGURES.values(), key=lambda figure: len(figure.kinds)):
    if _figure.head:
        _ALIKE.setdefault((_figure.head, len(_figure.parts)), []).append(_figure)


@lru_cache(maxsize=4096)
def read_path(path: str) -> tuple[Figure | None, tuple[str, ...]]:
    """The row of a path, None where no form is like it, and the ids that it names, in the form's order."""
    words = path.split("/")
    for figure in _ALIKE.get((words[0], len(words)), ()):
        pairs = list(zip(figure.parts, words, strict=True))
        if all(part.isupper() or part == word for part, word in pairs):
            return figure, tuple(word for part, word in pairs if part.isupper())
    return None, ()


def figure_at(path: str) -> Figure | None:
    """The row that a path is like, whatever ids it names."""
    return read_path(path)[0]


def key_of(path: str, tracks: Container[str]) -> str:
    """The key of the figure that a path names."""
    return path if path in tracks else INNER.get(path, path)


def word_of(key: str) -> str:
    """What a path calls a figure."""
    return key.removeprefix("/")


def figure_of(path: str, tracks: Container[str]) -> Figure | None:
    """The row of a path or a key. A track is one whatever its name; None for what stands in no row."""
    return FIGURES[TRACK] if path in tracks else figure_at(word_of(path))


def changeable() -> list[Figure]:
    """What control and effects may change, the likeliest first."""
    return sorted((figure for figure in FIGURES.values() if figure.changed), key=lambda figure: figure.offer)


def effects_may_add(path: str, tracks: Container[str]) -> bool:
    """Whether effects may add to what a path names."""
    figure = figure_of(path, tracks)
    return figure is not None and figure.changed == "effect" and figure.gives == NUMBER
