"""What a seat plays for: its objectives' paths turned into wants. Knows no other seat's secrets."""

from functools import lru_cache

from attrs import field, frozen

from tabletop.model.figures.glossary import read_path
from tabletop.model.scenario import Scenario
from tabletop.model.seats import ObjectiveSpec
from tabletop.model.world import World


@frozen(eq=False)
class Goals:
    """Weights are per cent of the seat's total. `figures`: what an answer may move; `posts`: post and member wanted;
    `texts`: kinds of text that should stand; `orders`: programmes that count once they are ordered, even where they
    come after the end."""

    theatres: dict[str, float] = field(factory=dict)
    programmes: dict[str, float] = field(factory=dict)
    orders: dict[str, float] = field(factory=dict)
    cells: dict[tuple[str, str], float] = field(factory=dict)
    ways: dict[str, float] = field(factory=dict)
    shared: float = 0.0
    figures: dict[str, float] = field(factory=dict)
    posts: dict[str, str] = field(factory=dict)
    texts: dict[str, float] = field(factory=dict)
    freed: float = 0.0  # points wanted
    people: float = 0.0  # at most so many wanted, 0: no matter
    support: float = 0.0


def goals_of(world: World, seat: str) -> Goals:
    """A seat's goals."""
    return goals_in(world.scenario, seat, world.turns)


@lru_cache(maxsize=256)
def goals_in(scenario: Scenario, seat: str, turns: int = 0) -> Goals:
    """A seat's goals in a session of so many turns (0: the scenario's own), or in as much of it as the seat may see."""
    goals = Goals()
    wants: dict[str, float] = {}
    for objective in scenario.seats[seat].objectives:
        wants |= _read(scenario, seat, objective.within(turns or scenario.turns), goals)
    return Goals(**{a: getattr(goals, a) for a in _MAPPINGS} | wants)


_MAPPINGS = ("theatres", "programmes", "orders", "cells", "ways", "figures", "posts", "texts")


def _read(scenario: Scenario, seat: str, objective: ObjectiveSpec, goals: Goals) -> dict[str, float]:
    names = scenario.names
    wants: dict[str, float] = {}
    for part in objective.parts:
        weight = objective.weight * part.share / 100
        for path in part.paths:
            figure, what = read_path(path)
            head = figure.head if figure else path
            if head in ("deterrence", "margin", "least-deterrence", "least-margin"):
                for theatre in what or scenario.theatres:
                    _add(goals.theatres, theatre, weight if what else weight / len(scenario.theatres))
            elif head == "programme":
                _add(goals.programmes, what[0], weight)
                if path.endswith("/status"):
                    _add(goals.orders, what[0], weight)
            elif head in ("littoral", "fulfilment"):
                theatre, area = what
                goals.cells[theatre, area] = weight
            elif head == "invested-share":
                _add(goals.ways, what[0], weight)
            elif head == "shared-programmes":
                wants["shared"] = weight
            elif head == "support":
                wants["support"] = weight
                _add(goals.figures, path, weight)
            elif head == "post":
                post, *member = what
                goals.posts[post] = member[0] if member else goals.posts.get(post, "")
            elif head == "text" and len(what) == 1:
                _add(goals.texts, what[0], weight)
            elif path == names.freed:
                wants["freed"] = part.target
            elif head == "personnel":
                wants["people"] = part.target
            elif head in scenario.tracks:
                _add(goals.figures, head, weight)
    return wants


def _add(table: dict[str, float], key: str, weight: float) -> None:
    table[key] = table.get(key, 0.0) + weight
