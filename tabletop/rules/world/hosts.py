"""Who plays for whom: seats that have joined another, and seats with forces of their own."""

from collections.abc import Iterable, Mapping

from tabletop.model.scenario import Scenario
from tabletop.model.seats import Seat
from tabletop.model.world import World
from tabletop.rules.world.frame import Frame, frame_of
from tabletop.rules.world.memory import latest, until_changed


def host_of(world: World, seat: str) -> str:
    """The seat that plays for a seat: itself, or the one it has joined; "" when unknown."""
    return host_among(world.scenario, world.seats, seat)


def host_among(scenario: Scenario, seats: Mapping[str, Seat], seat: str) -> str:
    """The same, of seats without their world."""
    if seat in seats:
        return seat
    spec = scenario.seats.get(seat)
    member = spec.members[0] if spec and spec.members else ""
    return next((name for name, state in seats.items() if member in state.members), "")


def hosts_of(world: World, seats: Iterable[str]) -> tuple[str, ...]:
    """The seats that play for some seats, each once, in their order; those unknown left out."""
    return tuple(dict.fromkeys([host for seat in seats if (host := host_of(world, seat))]))


def guests_of(world: World, seat: str) -> tuple[str, ...]:
    """Seats that have joined a seat, in the scenario's order."""
    return tuple([name for name in world.scenario.seats if name != seat and host_of(world, name) == seat])


def joint_brief(world: World, seat: str) -> str:
    """What the team of a seat that others have joined reads before the briefs of all of them; "" for any other."""
    guests = guests_of(world, seat)
    same = (fold for fold in world.scenario.folds.values() if guests and fold.seats_of(seat) == (seat, *guests))
    return next((dict(fold.briefs).get(seat, "") for fold in same), "")


@until_changed
def with_forces(world: World) -> tuple[str, ...]:
    """Seats whose members have forces of today; the anchor's is none of them."""
    teams = [(seat, state.members) for seat, state in world.seats.items()]
    return _with_forces(frame_of(world.scenario), tuple(world.own_supply), teams)


@latest
def _with_forces(_: Frame, owners: tuple[str, ...], teams: list[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    own = set(owners)
    return tuple([seat for seat, members in teams if not own.isdisjoint(members)])
