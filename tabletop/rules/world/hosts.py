"""Seats that have joined another: who plays for whom."""

from collections.abc import Iterable

from tabletop.model.world import World


def host_of(world: World, seat: str) -> str:
    """The seat that plays for a seat: itself, or the one it has joined; "" when unknown."""
    if seat in world.seats:
        return seat
    spec = world.scenario.seats.get(seat)
    return world.seat_of(spec.members[0]) if spec and spec.members else ""


def hosts_of(world: World, seats: Iterable[str]) -> tuple[str, ...]:
    """The seats that play for some seats, each once, in their order; those unknown left out."""
    return tuple(dict.fromkeys([host for seat in seats if (host := host_of(world, seat))]))
