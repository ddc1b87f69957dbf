"""Edges: where an exercise is over the brink, as its scenario says. Read from what stood at the end of each turn."""

from tabletop.model.edges import EdgeSpec
from tabletop.model.effects import Condition
from tabletop.model.world import World
from tabletop.rules.scores.reader import Reading
from tabletop.rules.world.comparing import compares


def passed(world: World) -> dict[str, int]:
    """Edges that have been passed, each with the first turn at whose end it was."""
    found: dict[str, int] = {}
    for turn, readings in enumerate(world.history):
        for edge in world.scenario.edges.values():
            if turn and edge.id not in found and (turn >= world.turns or not edge.final) and _over(edge, readings):
                found[edge.id] = turn
    return found


def _over(edge: EdgeSpec, readings: dict[str, Reading]) -> bool:
    return any(_holds(condition, readings) for condition in edge.when)


def _holds(condition: Condition, readings: dict[str, Reading]) -> bool:
    value = readings.get(condition.path)
    return value is not None and compares(value, condition)
