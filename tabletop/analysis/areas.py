"""What stands in a theatre, area by area, against what would be enough."""

from collections.abc import Iterable

from tabletop.model.areas import AreaSupply, Bearers
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import supplies_of
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.frame import frame_of


def area_supply(world: World, theatre: str) -> tuple[AreaSupply, ...]:
    """Every area with a requirement, in the scenario's order. Raises KeyError for an unknown theatre."""
    frame, areas = frame_of(world.scenario), tuple(world.scenario.areas)
    t = world.scenario.theatre_index[theatre]
    return tuple(
        AreaSupply(
            area=areas[row.area],
            required=row.requirement,
            anchor=supplies.here,
            home=supplies.home,
            others=supplies.own,
            weight=row.weight,
            days=stock.days if (stock := frame.stocks.get((t, row.area))) else 0.0,
        )
        for row, supplies in zip(frame.rows[t], supplies_of(frame, world)[t], strict=True)
    )


def bearers(world: World, theatre: str = "") -> Bearers:
    """Who bears what a theatre needs, its areas weighed as in its capability; "": what all theatres need, by theatre
    weight. Raises KeyError for an unknown theatre."""
    if theatre:
        return _joint((each.weight, each.bearers) for each in area_supply(world, theatre))
    return _joint((spec.weight, bearers(world, name)) for name, spec in world.scenario.theatres.items())


def bearers_by_area(world: World) -> dict[str, Bearers]:
    """Who bears what all theatres need of each area, by theatre weight; areas that no theatre needs are left out."""
    parts: dict[str, list[tuple[float, Bearers]]] = {}
    for theatre, spec in world.scenario.theatres.items():
        for each in area_supply(world, theatre):
            parts.setdefault(each.area, []).append((spec.weight, each.bearers))
    return {area: _joint(parts[area]) for area in world.scenario.areas if area in parts}


def _joint(parts: Iterable[tuple[float, Bearers]]) -> Bearers:
    weighed = list(parts)
    whole = sum_of(weight for weight, _ in weighed) or 1.0
    others, here, home = (sum_of(w * each[n] for w, each in weighed) / whole for n in range(3))
    return Bearers(others, here, home)
