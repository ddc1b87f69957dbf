"""Bot policies: fixed lines that a seat can be played by. A policy sees what its seat may see."""

from collections.abc import Callable, Iterable

from tabletop.analysis.policies.status_quo import status_quo
from tabletop.model.moves import Move
from tabletop.model.world import World

Policy = Callable[[World, str, str], Iterable[Move]]

POLICIES: dict[str, Policy] = {"status-quo": status_quo}


def choose(policy: str, world: World, seat: str, seed: str) -> Iterable[Move]:
    """The orders a policy gives for a seat, best first. Raises KeyError for an unknown policy."""
    return POLICIES[policy](world, seat, seed)
