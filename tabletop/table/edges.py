"""How near the scenario's edges are: which have been passed, and what comes nearest of those that have not."""

from attrs import frozen

from tabletop.model.effects import Condition
from tabletop.rules.scores.edges import passed
from tabletop.rules.scores.numbers import personnel
from tabletop.table.moment import Moment

NEAR = 8.0
"""Points from an edge within which it is said."""


@frozen
class Brink:
    """An edge that is passed or near: its `name`, the turn in which it was passed, 0 for not yet; the figure at `path`
    that stands nearest, its `value` and where the edge is. `final`: it counts at the end alone."""

    name: str
    passed: int
    path: str
    value: float
    edge: float
    final: bool


def brinks(moment: Moment) -> list[Brink]:
    """Edges that have been passed or are near, in the scenario's order."""
    over = passed(moment.world)
    found = []
    for edge in moment.world.scenario.edges.values():
        ways = [(room, condition) for condition in edge.when if (room := _room(moment, condition)) is not None]
        if not ways:
            continue
        room, condition = min(ways, key=lambda way: way[0])
        if edge.id in over or room <= NEAR:
            value, limit = float(moment.figure(condition.path) or 0.0), float(condition.value)
            found.append(Brink(edge.name, over.get(edge.id, 0), condition.path, value, limit, edge.final))
    return found


def below_floor(moment: Moment) -> int:
    """People in theatre whom the anchor's law misses; 0 at or above its floor, and of an earlier edition."""
    world = moment.world
    return 0 if world.played_under else max(0, world.scenario.legal.floor - personnel(world))


def _room(moment: Moment, condition: Condition) -> float | None:
    """Points between a figure and its edge; below 0 beyond it; None where no numbers are compared."""
    value = moment.figure(condition.path)
    if not isinstance(value, float | int) or isinstance(condition.value, str):
        return None
    return value - condition.value if condition.test in ("<", "<=") else condition.value - value
