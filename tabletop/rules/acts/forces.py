"""Where forces stand: assigned, withdrawn, kept after all, deployed; and what shall match those that leave."""

from collections.abc import Iterator, Sequence

from tabletop.model.forces import Status
from tabletop.model.moves import Assign, Backfill, CancelWithdrawal, Deploy, RefuseHosting, Withdraw
from tabletop.model.refusal import Refusal
from tabletop.model.world import Change, World
from tabletop.rules.acts.act import Act, Step, When
from tabletop.rules.acts.ids import unknown
from tabletop.rules.acts.options import anchor_forces, own_forces, replacements
from tabletop.rules.world.frame import frame_of
from tabletop.rules.world.presence import fixed


def _assign(world: World, move: Assign) -> Refusal | None:
    if refusal := _force(world, move.force) or unknown("theatre", move.theatre, world.scenario.theatres):
        return refusal
    spec, state = world.scenario.forces[move.force], world.forces[move.force]
    if spec.owner not in world.seats[move.seat].members:
        return Refusal("force/not-yours", f"{spec.name} does not belong to {world.seats[move.seat].name}")
    if state.status is not Status.AVAILABLE:
        return Refusal("force/not-there", f"{spec.name} is {state.status.value} and can't be assigned")
    if move.turn and not world.turn <= move.turn <= world.turns:
        return Refusal("turn/range", f"it can move from turn {world.turn} to turn {world.turns}; {move.turn} asked")
    return _fixed(world, move.force) or _elsewhere(world, move.force, move.theatre)


def _force(world: World, force: str) -> Refusal | None:
    return unknown("force", force, world.scenario.forces)


def _movable(world: World, force: str) -> Refusal | None:
    spec = world.scenario.forces[force]
    if spec.reinforcement:
        return Refusal("force/fixed", f"{spec.name} stands at home and comes in a war: nobody moves it before")
    return None if spec.movable else Refusal("force/fixed", f"{spec.name} can't be moved")


def _fixed(world: World, force: str) -> Refusal | None:
    """Bases, depots, headquarters and garrisons of home ground stay where they are; so does what can lend nothing."""
    spec = world.scenario.forces[force]
    if fixed(world.scenario, spec):
        kind = world.scenario.kinds.get(spec.kind)
        what = f" ({kind.name.lower()})" if kind else ""
        return Refusal("force/fixed", f"{spec.name}{what} stays where it is: it can't be moved to another theatre")
    if not frame_of(world.scenario).moves_whole(force) and not spec.lend:
        return Refusal("force/fixed", f"{spec.name} holds home ground and can lend no part of itself")
    return _movable(world, force)


def _elsewhere(world: World, force: str, theatre: str) -> Refusal | None:
    if frame_of(world.scenario).is_at(force, world.forces[force], theatre):
        where = world.scenario.theatres[theatre].name
        return Refusal("force/there", f"{world.scenario.forces[force].name} stands in {where} already")
    return None


def _anchors(world: World, move: Withdraw | CancelWithdrawal | Deploy) -> Refusal | None:
    """Whether the force is the anchor's, and the seat too."""
    names = world.scenario.names
    if move.seat != names.anchor_seat:
        return Refusal("force/not-yours", f"only {world.seats[names.anchor_seat].name} may order '{move.do}'")
    if refusal := _force(world, move.force):
        return refusal
    spec = world.scenario.forces[move.force]
    if spec.owner != names.anchor:
        anchor = world.scenario.members[names.anchor].name
        return Refusal("force/not-yours", f"{spec.name} is no force of {anchor}")
    return None


def _cancel(world: World, move: CancelWithdrawal) -> Refusal | None:
    refusal = _force(world, move.force)
    if not refusal and world.scenario.forces[move.force].owner not in world.seats[move.seat].members:
        refusal = _anchors(world, move)
    if refusal or world.forces[move.force].status is Status.LEAVING:
        return refusal
    return Refusal("force/not-leaving", f"no withdrawal of {world.scenario.forces[move.force].name} is announced")


def _deploy(world: World, move: Deploy) -> Refusal | None:
    if refusal := _anchors(world, move) or unknown("theatre", move.theatre, world.scenario.theatres):
        return refusal
    if world.forces[move.force].status is Status.LEAVING:
        name = world.scenario.forces[move.force].name
        return Refusal("force/leaving", f"{name} is leaving; cancel its withdrawal first")
    return _fixed(world, move.force) or _elsewhere(world, move.force, move.theatre)


def _withdraw(world: World, move: Withdraw) -> Refusal | None:
    if refusal := _anchors(world, move):
        return refusal
    spec, state = world.scenario.forces[move.force], world.forces[move.force]
    leaving = state.status is Status.LEAVING
    if not leaving and state.status is not Status.AVAILABLE:
        return Refusal("force/not-there", f"{spec.name} is {state.status.value} and can't be withdrawn")
    if leaving and move.turn == state.turn:
        return Refusal("force/leaving", f"{spec.name} leaves in turn {state.turn} already; name another turn")
    if not world.turn <= move.turn <= world.turns:
        return Refusal("turn/range", f"it can leave from turn {world.turn} to turn {world.turns}; {move.turn} asked")
    if spec.reinforcement:
        return Refusal("force/at-home", f"{spec.name} stands at home and comes only when called; nothing leaves")
    return _movable(world, move.force)


def _backfill(world: World, move: Backfill) -> Refusal | None:
    if refusal := _force(world, move.replaces):
        return refusal
    scenario = world.scenario
    seat = world.seats[move.seat]
    if scenario.forces[move.replaces].owner != scenario.names.anchor:
        return Refusal("force/not-leaving", "a backfill replaces one of the forces that may leave")
    if move.replacement in scenario.programmes:
        return None if seat.members else Refusal("seat/no-members", f"{seat.name} has no forces to promise")
    if refusal := unknown("force", move.replacement, {**scenario.forces, **scenario.programmes}):
        return refusal
    if scenario.forces[move.replacement].owner not in seat.members:
        return Refusal("force/not-yours", f"{scenario.forces[move.replacement].name} does not belong to {seat.name}")
    return None


def _host(world: World, move: RefuseHosting) -> Refusal | None:
    if refusal := _force(world, move.force):
        return refusal
    spec = world.scenario.forces[move.force]
    if spec.owner in world.seats[move.seat].members:
        return Refusal("force/yours", f"{spec.name} is the seat's own: say where it stands instead")
    lies = any(set(world.seats[move.seat].members) & set(t.members) for t in world.scenario.theatres.values())
    if not lies:
        return Refusal("seat/no-members", f"{world.seats[move.seat].name} lies in no theatre and hosts nobody")
    return _fixed(world, move.force)


def _hosting(world: World, seat: str) -> Iterator[RefuseHosting]:
    """Of what has been announced for a theatre where the seat lies."""
    for force in world.forces:
        to = world.forces[force].to
        if to and set(world.seats[seat].members) & set(world.scenario.theatres[to].members):
            yield RefuseHosting(seat=seat, force=force)


def _surprise(world: World, move: Withdraw, changes: Sequence[Change]) -> Iterator[str]:
    if move.turn - world.turn < world.scenario.coefficients.notice_turns:
        yield "a surprise"


def _assignments(world: World, seat: str) -> Iterator[Assign]:
    for force in own_forces(world, seat):
        for theatre in world.scenario.theatres:
            yield Assign(seat=seat, force=force, theatre=theatre)


def _withdrawals(world: World, seat: str) -> Iterator[Withdraw]:
    for force in _ordered_by(world, seat):
        for turn in range(world.turn, world.turns + 1):
            yield Withdraw(seat=seat, force=force, turn=turn)


def _cancellations(world: World, seat: str) -> Iterator[CancelWithdrawal]:
    """Of the anchor's packages, whatever their state; of the seat's own, those that are to leave."""
    mine = [force for force in own_forces(world, seat) if world.forces[force].status is Status.LEAVING]
    for force in dict.fromkeys((*_ordered_by(world, seat), *mine)):
        yield CancelWithdrawal(seat=seat, force=force)


def _deployments(world: World, seat: str) -> Iterator[Deploy]:
    for force in _ordered_by(world, seat):
        for theatre in world.scenario.theatres:
            yield Deploy(seat=seat, force=force, theatre=theatre)


def _backfills(world: World, seat: str) -> Iterator[Backfill]:
    if seat != world.scenario.names.anchor_seat:
        for force in anchor_forces(world):
            for replacement in replacements(world, seat, force):
                yield Backfill(seat=seat, replacement=replacement, replaces=force)


def _ordered_by(world: World, seat: str) -> tuple[str, ...]:
    """The anchor's packages, if it is this seat that may withdraw them."""
    return anchor_forces(world) if seat == world.scenario.names.anchor_seat else ()


def _one_force(move: Assign | Deploy | Withdraw | CancelWithdrawal) -> tuple[str, ...]:
    return ("force", move.force)


Act(Assign, check=_assign, about=_one_force, offers=_assignments, step=Step.PLACE, domain="forces")
Act(
    Withdraw,
    check=_withdraw,
    about=_one_force,
    offers=_withdrawals,
    step=Step.ANNOUNCE,
    domain="forces",
    needs=_surprise,
)
Act(
    CancelWithdrawal,
    check=_cancel,
    about=_one_force,
    offers=_cancellations,
    step=Step.ANNOUNCE,
    domain="forces",
)
Act(Deploy, check=_deploy, about=_one_force, offers=_deployments, step=Step.PLACE, domain="forces")
Act(
    RefuseHosting,
    when=When.ORDERS,
    sheet=True,
    check=_host,
    about=lambda move: ("hosting", move.force),
    free=lambda world, move: True,
    offers=_hosting,
    domain="forces",
)
Act(
    Backfill,
    check=_backfill,
    about=lambda move: ("backfill", move.replaces),
    offers=_backfills,
    step=Step.MATCH,
    domain="forces",
    contested=True,
)
