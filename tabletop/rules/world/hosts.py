"""Seats that have joined another: who plays for whom."""

from typing import Protocol

from tabletop.model.injects import Inject
from tabletop.model.scenario import Scenario
from tabletop.model.seats import Seat
from tabletop.model.world import Ruled


class Seated(Protocol):
    """A world or a draft of one, as far as its seats go."""

    @property
    def scenario(self) -> Scenario: ...

    @property
    def injects(self) -> dict[str, Inject]: ...

    @property
    def turn(self) -> int: ...

    @property
    def rulings(self) -> dict[str, Ruled]: ...

    @property
    def seats(self) -> dict[str, Seat]: ...

    def seat_of(self, member: str) -> str:
        """The seat that plays a member, or ""."""
        ...


def host_of(world: Seated, seat: str) -> str:
    """The seat that plays for a seat: itself, or the one it has joined; "" when unknown."""
    if seat in world.seats:
        return seat
    spec = world.scenario.seats.get(seat)
    return world.seat_of(spec.members[0]) if spec and spec.members else ""
