"""Reads the world by path: the one grammar of measures, conditions, effects and adjustments."""

from functools import lru_cache
from typing import NamedTuple

from tabletop.model.effects import Condition
from tabletop.model.figures.glossary import key_of, read_path
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.numbers import NUMBERS
from tabletop.rules.scores.reader import Reader, Reading, UnknownPath
from tabletop.rules.scores.things import THINGS
from tabletop.rules.world.comparing import compares
from tabletop.rules.world.hosts import host_of

#: Who reads a figure, by the form of its path; the world keeps the others, or they are scores.
READERS: dict[str, Reader] = {**NUMBERS, **THINGS}


class _Parse(NamedTuple):
    """What of a path doesn't hang on the world: its form, its ids, who reads it, and what the world keeps of it."""

    form: str
    what: tuple[str, ...]
    reader: Reader | None
    by_seat: bool
    keeps: str
    sparse: bool


def value_at(world: World, path: str) -> Reading:
    """The value at a path. Raises UnknownPath. Figures of a seat that has joined another are its host's."""
    form, what, reader, by_seat, keeps, sparse = _parse(path)
    if path in world.figures and keeps != "count":
        return world.figures[path]
    if by_seat and what[0] not in world.seats:
        host = host_of(world, what[0])
        if not host:
            raise UnknownPath(path)
        return value_at(world, path_of(form, host))
    if reader is not None:
        try:
            return reader(world, *what)
        except (KeyError, ValueError) as error:
            raise UnknownPath(path) from error
    value = world.figures.get(key_of(path, ()), 0.0 if sparse else None) if keeps else scores(world).get(path)
    if value is None:
        raise UnknownPath(path)
    return value


@lru_cache(maxsize=4096)
def _parse(path: str) -> _Parse:
    figure, what = read_path(path)
    if figure is None:
        return _Parse("", (), None, False, "", False)
    return _Parse(figure.form, what, READERS.get(figure.form), figure.kinds == ("SEAT",), figure.kept, figure.sparse)


def number_at(world: World, path: str) -> float:
    """The value at a path as a number; a word counts 0."""
    value = value_at(world, path)
    return 0.0 if isinstance(value, str) else value


def holds(world: World, condition: Condition) -> bool:
    """Whether a condition is true now."""
    return compares(value_at(world, condition.path), condition)


__all__ = ["Reading", "UnknownPath", "holds", "number_at", "value_at"]
