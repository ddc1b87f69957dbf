"""The one place where a force changes its station: how it moves, and what its going and coming frees."""

from tabletop.model.cause import Cause, because
from tabletop.model.forces import Force, Programme, Status
from tabletop.model.moves import RefuseHosting
from tabletop.model.world import World
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import move
from tabletop.rules.world.frame import there


def station(draft: Draft, force: str, new: Force, cause: Cause, ref: int = 0) -> None:
    """Gives a force a new state. The anchor's free resources by leaving; a tranche that arrives is counted."""
    old = draft.forces[force]
    spec = draft.scenario.forces[force]
    draft.set_force(force, new, cause, ref)
    if spec.owner == draft.scenario.names.anchor:
        if there(old) != there(new):
            freed = draft.frame.freed_by(force)
            move(draft, draft.scenario.names.freed, -freed if there(new) else freed, cause, ref)
    elif spec.programme and old.status is Status.BUILDING and new.status is Status.AVAILABLE:
        had = draft.programmes[spec.programme]
        more = Programme(ordered=had.ordered, delivered=had.delivered + 1, standing=had.standing, paid=had.paid)
        draft.set_programme(spec.programme, more)


def on_its_way(draft: Draft, force: str, theatre: str) -> Force:
    """A force that sets out for a theatre now: in whole, or, of one that is at home in its own, the part it lends.

    It counts half until the turn after; what stays or comes home counts at once.
    """
    spec, now = draft.scenario.forces[force], draft.turn
    home = theatre == spec.base
    if draft.frame.moves_whole(force):
        return Force(status=Status.AVAILABLE, theatre=theatre, turn=now, arrives=now + 1)
    lent, arrives = ("", 0) if home else (theatre, now + 1)
    return Force(status=Status.AVAILABLE, theatre=spec.base, turn=now, lent=lent, arrives=arrives)


def settle_in(draft: Draft) -> None:
    """What set out a turn ago counts in full from now on."""
    for force in (*draft.waiting(Status.AVAILABLE), *draft.waiting(Status.LEAVING)):
        state: Force = draft.forces[force]
        if 0 < state.arrives <= draft.turn:
            station(draft, force, evolve(state, arrives=0), because("settles-in", force), state.ref)


def due(draft: Draft) -> list[str]:
    """Forces that leave their place this turn, whoever's they are."""
    now, forces = draft.turn, draft.forces
    return [force for force in draft.waiting(Status.LEAVING) if forces[force].turn <= now]


def hosted(world: World | Draft, force: str, theatre: str) -> bool:
    """Whether somebody in a theatre has a force there: not if every seat that lies in it refuses this turn."""
    return not unwelcome(world, force, theatre)


def unwelcome(world: World | Draft, force: str, theatre: str) -> list[str]:
    """The seats that keep a force out of a theatre together; none while one of them has it.

    Where nobody lies, or its owner does, nobody can refuse.
    """
    lies = set(world.scenario.theatres[theatre].members)
    owner = world.seat_of(world.scenario.forces[force].owner)
    hosts = [seat for seat, state in world.seats.items() if lies.intersection(state.members)]
    if owner in hosts or not all(_refuses(world, seat, force) for seat in hosts):
        return []
    return hosts


def _refuses(world: World | Draft, seat: str, force: str) -> bool:
    return any(isinstance(o.move, RefuseHosting) and o.move.force == force for o in world.seats[seat].orders)


def not_hosted(draft: Draft, force: str, ref: int) -> None:
    """A force that nobody has where it was to go stays where it is."""
    state: Force = draft.forces[force]
    stays = evolve(state, status=Status.AVAILABLE, to="", announced=0, ref=ref) if there(state) else state
    draft.set_force(force, stays, because("not-hosted", force), ref)
