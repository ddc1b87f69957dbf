"""Who fills the need: the alliance's requirement split over owners, for tests and for docs/model.md."""

from collections.abc import Iterable
from typing import NamedTuple

from tabletop.model.world import World
from tabletop.rules.scores.deterrence import supplies_of
from tabletop.rules.world.frame import frame_of


class Filling(NamedTuple):
    """Parts of a requirement in per cent; they add up to 100. What is more than enough counts for nobody."""

    own: float
    here: float
    home: float
    nobody: float


def filled_by(world: World, theatres: Iterable[str] = (), area: str = "") -> Filling:
    """Theatres weighed as in alliance figures; some theatres or one area alone, all without."""
    frame = frame_of(world.scenario)
    chosen = set(theatres) or set(frame.theatres)
    sums, whole = [0.0, 0.0, 0.0], 0.0
    for name, weight, rows, supplies in zip(
        frame.theatres, frame.weights, frame.rows, supplies_of(frame, world), strict=True
    ):
        for row, supply in zip(rows, supplies, strict=True):
            if name not in chosen or (area and frame.areas[row.area] != area):
                continue
            counts = weight if area else weight * row.weight
            whole += counts
            left = 1.0
            for place, amount in enumerate((supply.own, supply.here, supply.home)):
                part = min(left, amount / row.requirement)
                left -= part
                sums[place] += counts * part
    own, here, home = (100 * part / whole for part in sums)
    return Filling(own, here, home, 100 - own - here - home)
