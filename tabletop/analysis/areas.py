"""What stands in a theatre, area by area, against what would be enough."""

from tabletop.model.areas import AreaSupply
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import supplies_of
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
