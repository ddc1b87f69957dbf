"""How a bot answers injects: by what the options openly cost and give. What follows later it can't see."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tabletop.analysis.policies.goals import goals_in
from tabletop.model.effects import Effect
from tabletop.model.figures.forms import CAPITAL, PRESSURE, SOLDIERS, SUPPORT, WALLET
from tabletop.model.figures.glossary import read_path
from tabletop.model.figures.path import ALL, path_of
from tabletop.model.moves import Answer
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.turn.injects import OPEN, answering, open_injects
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.memory import until_changed

VOICES: Final = ("", "treasury", "staff", "party")
"""Who may be heard first in a capital."""


def answers(world: World, seat: str, how: str, voice: str = "") -> Iterator[Answer]:
    """An answer to every inject that waits for this seat. `how`: default, common (the alliance's good), own. `voice`:
    who is heard first."""
    injects = world.injects
    for name, default in [item for item in _asking(world).get(seat, ()) if injects[item[0]].state in OPEN]:
        yield _answer(seat, name, default if how == "default" else best(world.scenario, seat, name, how, voice))


@until_changed
def _asking(world: World) -> dict[str, list[tuple[str, str]]]:
    """By seat, the injects with options that are before it, each with its default."""
    asking: dict[str, list[tuple[str, str]]] = {}
    for name in open_injects(world):
        spec = world.scenario.injects.get(name)
        if spec and spec.options:
            for seat in answering(world, name):
                asking.setdefault(seat, []).append((name, spec.default))
    return asking


@lru_cache(maxsize=4096)
def _answer(seat: str, inject: str, option: str) -> Answer:
    """The move; many campaigns share few of them."""
    return Answer(seat=seat, inject=inject, option=option)


@lru_cache(maxsize=4096)
def best(scenario: Scenario, seat: str, inject: str, how: str, voice: str = "") -> str:
    """The option whose effects weigh most for the alliance, or for the seat, as the voice that is heard sees it."""
    weights, spec = weights_of(scenario, seat, how, voice), scenario.injects[inject]
    return max(spec.options, key=lambda o: sum_of(_weigh(weights, effect) for effect in o.effects)).id


@lru_cache(maxsize=256)
def weights_of(scenario: Scenario, seat: str, how: str, voice: str = "") -> dict[str, float]:
    """Worth of a point of each figure to a seat, as the voice that is heard sees it."""
    weights = common(scenario, seat)
    return (own(scenario, seat, weights) if how == "own" else weights) | heard(seat, voice)


def common(scenario: Scenario, seat: str) -> dict[str, float]:
    """Worth of a point of each figure to the alliance, its own voters and purse counted lightly."""
    names = scenario.names
    return {
        names.commitment: 1.0,
        names.cohesion: 1.0,
        names.trust: 0.8,
        names.industry: 0.5,
        names.escalation: -0.3,
        "pressure": -0.4,
        "gap": -30.0,
        "agreement": 20.0,
        "wallet": 0.5,
        path_of(SUPPORT, seat): 0.4,
        path_of(CAPITAL, seat): 0.2,
        "support": 0.1,
        "capital": 0.05,
    }


def own(scenario: Scenario, seat: str, weights: dict[str, float]) -> dict[str, float]:
    """The same, leaning to what the seat is scored by: a fifth of a point more for each per cent of its total."""
    worths = dict(weights)
    goals = goals_in(scenario, seat)
    for figure, weight in goals.figures.items():
        worths[figure] = worths.get(figure, 0.0) + weight / 20
    for theatre, weight in goals.theatres.items():
        worths[path_of(PRESSURE, theatre)] = worths.get("pressure", 0.0) * (1 + weight / 50)
    return worths


def heard(seat: str, voice: str) -> dict[str, float]:
    """What weighs otherwise where a voice is heard: money, the enemy, or votes at home."""
    match voice:
        case "treasury":
            return {path_of(WALLET, seat): 8.0, path_of(CAPITAL, seat): 0.4}
        case "staff":
            return {"pressure": -1.2, "escalation": -0.1, path_of(SOLDIERS, seat): 2.0, path_of(SUPPORT, seat): 0.2}
        case "party":
            return {path_of(SUPPORT, seat): 1.5, path_of(CAPITAL, seat): 0.8}
    return {}


def _weigh(weights: dict[str, float], effect: Effect) -> float:
    worth = weights.get(effect.on)
    if worth is None:
        figure, what = read_path(effect.on)
        everywhere = figure is not None and figure.form == PRESSURE and what == (ALL,)
        worth = weights.get(figure.head if figure else effect.on, 0.0) * (3 if everywhere else 1)
    return worth * effect.add
