"""Seats that have joined another: who plays for whom."""

from tabletop.model.world import World


def host_of(world: World, seat: str) -> str:
    """The seat that plays for a seat: itself, or the one it has joined; "" when unknown."""
    if seat in world.seats:
        return seat
    spec = world.scenario.seats.get(seat)
    return world.seat_of(spec.members[0]) if spec and spec.members else ""
