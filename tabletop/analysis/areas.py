"""What stands in a theatre, area by area, against what would be enough."""

from attrs import frozen

from tabletop.model.world import World
from tabletop.rules.scores.deterrence import pairs_of
from tabletop.rules.world.frame import frame_of


@frozen
class Standing:
    """Supply of one area in a theatre, in in-place equivalents; `weight`: its part of the theatre's capability.

    `days`: of a stock, what a full shelf lasts; 0 for every other area.
    """

    area: str
    required: float
    anchor: float
    others: float
    weight: float
    days: float = 0.0

    @property
    def filled(self) -> float:
        """Part of the requirement that stands there, 0..1."""
        return min(1.0, (self.anchor + self.others) / self.required)


def standings(world: World, theatre: str) -> tuple[Standing, ...]:
    """Every area with a requirement, in the scenario's order. Raises KeyError for an unknown theatre."""
    frame, areas = frame_of(world.scenario), tuple(world.scenario.areas)
    t = world.scenario.theatre_index[theatre]
    return tuple(
        Standing(
            area=areas[row.area],
            required=row.requirement,
            anchor=us,
            others=own,
            weight=row.weight,
            days=stock.days if (stock := frame.stocks.get((t, row.area))) else 0.0,
        )
        for row, (us, own) in zip(frame.rows[t], pairs_of(frame, world)[t], strict=True)
    )
