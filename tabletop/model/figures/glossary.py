"""All figures by form, and which of them a path or a key means. A new figure is a row, and a reader in the rules."""

from collections.abc import Container

from tabletop.model.figures.figure import NUMBER, Figure
from tabletop.model.figures.forms import TRACK
from tabletop.model.figures.numbers import NUMBERS
from tabletop.model.figures.path import Forms
from tabletop.model.figures.things import THINGS

#: In the order in which lists and hints name them.
FIGURES: dict[str, Figure] = {figure.form: figure for figure in (*NUMBERS, *THINGS)}
_FORMS = Forms(FIGURES)

#: The word that a path says, and the key of the figure, which begins with a slash so that no id can be it.
INNER = {figure.form: f"/{figure.form}" for figure in FIGURES.values() if figure.inner}

read_path = _FORMS.read
figure_at = _FORMS.figure


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
