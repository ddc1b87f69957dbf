"""Effects as a session has them: a seat that has joined another is that one, and what then falls to one figure is one
effect. Refuses to know what they do."""

from collections.abc import Iterable

from attrs import evolve

from tabletop.model.effects import Effect
from tabletop.model.figures.glossary import read_path
from tabletop.model.figures.path import path_of
from tabletop.model.scenario import Scenario
from tabletop.words.names import SeatStates, playing


def as_played(effects: Iterable[Effect], scenario: Scenario, seats: SeatStates | None = None) -> tuple[Effect, ...]:
    """In their order, each of a seat's figure in the place of the first that it is added to."""
    told: list[Effect] = []
    places: dict[tuple[str, int], int] = {}
    for each in effects:
        figure, what = read_path(each.on)
        if figure is None or figure.kinds != ("SEAT",):
            told.append(each)
            continue
        there = evolve(each, on=path_of(figure.form, playing(scenario, what[0], seats)))
        n = places.setdefault((there.on, there.turns), len(told))
        told[n:] = [there if n == len(told) else evolve(there, add=told[n].add + there.add), *told[n + 1 :]]
    return tuple(told)
