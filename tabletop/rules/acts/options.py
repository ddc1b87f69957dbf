"""What the words of a seat's orders can be about, for completion, tables and what acts offer."""

from typing import NamedTuple

from attrs import evolve

from tabletop.model.council import TextSpec
from tabletop.model.forces import Force, ForceSpec, Status
from tabletop.model.world import Supply, World, inputs_of
from tabletop.rules.scores.deterrence import assess
from tabletop.rules.turn.injects import answering, open_injects
from tabletop.rules.turn.programmes import price
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.frame import frame_of
from tabletop.rules.world.hosts import hosts_of
from tabletop.rules.world.parts import more_supply


def members_on_path(world: World, seat: str) -> tuple[str, ...]:
    """Members whose spending a seat sets."""
    specs = world.scenario.members
    return tuple(m for m in world.seats[seat].members if not specs[m].outside_path)


def payable(world: World, seat: str) -> tuple[str, ...]:
    """Programmes that a seat may pay for and that still have a tranche to order."""
    return tuple(
        name
        for name, spec in world.scenario.programmes.items()
        if seat in hosts_of(world, spec.payers) and f"{name}-{world.programmes[name].ordered + 1}" in world.forces
    )


def own_forces(world: World, seat: str) -> tuple[str, ...]:
    """Packages of a seat's members, but those still to be built, and those that nothing has called yet."""
    mine = world.seats[seat].members
    return tuple(
        name
        for name, spec in world.scenario.forces.items()
        if spec.owner in mine and name in world.forces and world.forces[name].status is not Status.BUILDING
        if not _uncalled(world, name)
    )


def anchor_forces(world: World) -> tuple[str, ...]:
    """The anchor's packages, wherever they are, but those that nothing has called yet."""
    anchor = world.scenario.names.anchor
    return tuple(
        name
        for name, spec in world.scenario.forces.items()
        if spec.owner == anchor and not spec.programme and not _uncalled(world, name)
    )


def _uncalled(world: World, force: str) -> bool:
    """Whether a package opens elsewhere and has stayed there: an answer to an inject may bring it yet."""
    opens = world.scenario.forces[force].opens
    return opens == Status.ELSEWHERE.value and world.forces[force].status is Status.ELSEWHERE


def replacements(world: World, seat: str, force: str) -> tuple[str, ...]:
    """What a seat could promise to match one of the anchor's packages: programmes named for it, then its own forces."""
    spec = world.scenario.forces[force]
    programmes = [
        name
        for name, programme in world.scenario.programmes.items()
        if seat in hosts_of(world, programme.payers) and (force in programme.replaces or spec.replacement == name)
    ]
    areas = {i for i, amount in enumerate(spec.capability) if amount}
    mine = [name for name in own_forces(world, seat) if any(world.scenario.forces[name].capability[i] for i in areas)]
    return (*programmes, *mine)


def subjects(world: World, text: TextSpec) -> tuple[str, ...]:
    """What a kind of text can be about; ("",) where it is about nothing in particular."""
    match text.about:
        case "":
            return ("",)
        case "post":
            return tuple(world.scenario.posts)
        case "force":
            return tuple(name for name in anchor_forces(world) if _may_leave(world.scenario.forces[name]))
        case "theatre":
            return tuple(world.scenario.theatres)
        case _:
            return tuple(world.seats)


def _may_leave(spec: ForceSpec) -> bool:
    return spec.movable and not spec.reinforcement


def to_answer(world: World, seat: str) -> tuple[str, ...]:
    """Injects on the table that a seat is asked to answer, answered already or not."""
    return tuple(
        name for name in open_injects(world) if name in world.scenario.injects and seat in answering(world, name)
    )


class _Come(NamedTuple):
    """A tranche that stands, and the supply of all new forces with it."""

    tranche: str
    force: Force
    supply: Supply


def _next_come(world: World, programme: str) -> _Come | None:
    """A programme's next tranche as if it stood today; None where none is left."""
    tranche = f"{programme}-{world.programmes[programme].ordered + 1}"
    if tranche not in world.forces:
        return None
    force = evolve(world.forces[tranche], status=Status.AVAILABLE)
    return _Come(tranche, force, more_supply(world.new_supply, frame_of(world.scenario).contribution(tranche, force)))


def theatre_gains(world: World, programme: str) -> dict[str, float]:
    """Points of deterrence in each theatre that one more tranche brings, as if it stood today."""
    come = _next_come(world, programme)
    if come is None:
        return {}
    frame, inputs = frame_of(world.scenario), inputs_of(world)
    now, then = (assess(evolve(inputs, new_supply=each), frame) for each in (world.new_supply, come.supply))
    theatres = zip(world.scenario.theatres, now, then, strict=True)
    return {theatre: after.deterrence - before.deterrence for theatre, before, after in theatres}


def delivered(world: World, programme: str) -> World:
    """As if a programme's next tranche stood today."""
    come, state = _next_come(world, programme), world.programmes[programme]
    if come is None:
        return world
    state = evolve(state, ordered=state.ordered + 1, delivered=state.delivered + 1)
    return evolve(
        world,
        forces=world.forces | {come.tranche: come.force},
        programmes=world.programmes | {programme: state},
        new_supply=come.supply,
    )


def worth(world: World, programmes: tuple[str, ...]) -> dict[str, float]:
    """Points of alliance deterrence a billion dollars buys, by programme: one more tranche, as if it stood today."""
    frame = frame_of(world.scenario)

    def alliance(new: Supply) -> float:
        inputs = evolve(inputs_of(world), new_supply=new)
        return sum_of(w * t.deterrence for w, t in zip(frame.weights, assess(inputs, frame), strict=True))

    now = alliance(world.new_supply)
    gains = {}
    for name in programmes:
        come = _next_come(world, name)
        if come is None:
            continue
        bn = price(world, name)
        gain = alliance(come.supply) - now
        gains[name] = gain / bn if bn else gain
    return gains
