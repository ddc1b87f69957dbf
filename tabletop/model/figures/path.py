"""Makes paths of forms and ids, and takes them apart: the one place that knows what a slash means."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from tabletop.model.figures.figure import Figure

ALL = "all"


class Asked(NamedTuple):
    """A path taken apart: its row, None where no form is like it, and the ids that it names, in the form's order."""

    figure: Figure | None
    what: tuple[str, ...]


@lru_cache(maxsize=8192)
def path_of(form: str, *what: str) -> str:
    """A form with ids in the place of its kinds: `path_of("force/FORCE/status", "galleys")` is "force/galleys/status".

    Raises ValueError when there are more or fewer ids than kinds.
    """
    ids = iter(what)
    try:
        path = "/".join([next(ids) if part.isupper() else part for part in form.split("/")])
    except StopIteration:
        raise ValueError(f"'{form}' has more kinds than {what}") from None
    if next(ids, None) is not None:
        raise ValueError(f"'{form}' has fewer kinds than {what}")
    return path


class Forms:
    """Forms by what their paths begin with; those of tracks and of the share begin with no word and are not here."""

    def __init__(self, figures: Mapping[str, Figure]) -> None:
        self._alike: dict[tuple[str, int], list[tuple[tuple[str, ...], Figure]]] = {}
        for figure in figures.values():
            if figure.head:
                self._alike.setdefault((figure.head, len(figure.parts)), []).append((figure.parts, figure))
        for alike in self._alike.values():
            alike.sort(key=lambda each: len(each[1].kinds))  # words before kinds
        self.read = lru_cache(maxsize=4096)(self._read)

    def _read(self, path: str) -> Asked:
        words = path.split("/")
        for parts, figure in self._alike.get((words[0], len(words)), ()):
            if all(part.isupper() or part == word for part, word in zip(parts, words, strict=True)):
                return Asked(figure, tuple(w for p, w in zip(parts, words, strict=True) if p.isupper()))
        return Asked(None, ())

    def figure(self, path: str) -> Figure | None:
        """The row that a path is like, whatever ids it names."""
        return self.read(path).figure
