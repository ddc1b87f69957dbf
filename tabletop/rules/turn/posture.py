"""Forces that move: sent, lent, announced to leave, kept after all.

Leaving a place is leaving, by whatever order: what the departures of the anchor's forces cost stands in
`tabletop.rules.turn.departures`, what an ally's forward force is missed for, here.
"""

from tabletop.model.cause import Kind, because
from tabletop.model.forces import Force, Status
from tabletop.model.moves import Assign, Backfill, CancelWithdrawal, Deploy, Withdraw
from tabletop.rules.turn.declare import word_broken
from tabletop.rules.turn.departures import alarm_of, comes_back, size_of
from tabletop.rules.turn.relief import called_back
from tabletop.rules.turn.stations import due, hosted, not_hosted, on_its_way, station
from tabletop.rules.world.arithmetic import power, sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import nudge


def place(draft: Draft, orders: list[tuple[str, Assign | Deploy, int]]) -> float:
    """Carries out assignments and deployments: what is missed where it stood is made to leave, the rest sets out.

    Returns what announcements add to the alarm, before its spread.
    """
    alarm = 0.0
    sent: list[tuple[str, str, int]] = []
    for seat, order, ref in orders:
        state: Force = draft.forces[order.force]
        fit = (Status.AVAILABLE,) if isinstance(order, Assign) else (Status.AVAILABLE, Status.ELSEWHERE)
        if state.status not in fit or draft.frame.is_at(order.force, state, order.theatre):
            continue
        if not hosted(draft, order.force, order.theatre):
            not_hosted(draft, order.force, ref)
            continue
        turn = max(draft.turn, order.turn) if isinstance(order, Assign) else draft.turn
        if turn > draft.turn or (state.status is Status.AVAILABLE and _missed(draft, order.force, order.theatre)):
            if turn > draft.turn and _missed(draft, order.force, order.theatre):
                alarm += alarm_of(draft, order.force, order.theatre)
            leaving = evolve(state, status=Status.LEAVING, turn=turn, announced=draft.turn, to=order.theatre, ref=ref)
            draft.set_force(order.force, leaving, because("announced", order.force, who=seat), ref)
            continue
        _set_out(draft, seat, order.force, order.theatre, ref)
        if state.status is Status.AVAILABLE:
            sent.append((order.force, state.theatre, ref))
    _pulled(draft, sent, 1.0)
    return alarm


def set_out(draft: Draft) -> None:
    """The others' forces whose announced day has come."""
    anchor, specs = draft.scenario.names.anchor, draft.scenario.forces
    sent = []
    for force in due(draft):
        if specs[force].owner != anchor:
            state: Force = draft.forces[force]
            if not state.to:  # control's word: it goes, and nobody says where
                gone = evolve(state, status=Status.ELSEWHERE, turn=draft.turn, announced=0, lent="", arrives=0)
                station(draft, force, gone, because("left", force), state.ref)
                continue
            if not hosted(draft, force, state.to):
                not_hosted(draft, force, state.ref)
                continue
            _set_out(draft, draft.seat_of(specs[force].owner), force, state.to, state.ref)
            sent.append((force, state.theatre, state.ref))
    _pulled(draft, sent, draft.scenario.coefficients.pull_announced)


def _set_out(draft: Draft, seat: str, force: str, theatre: str, ref: int) -> None:
    state, base = draft.forces[force], draft.scenario.forces[force].base
    if state.lent or (state.theatre != base and draft.scenario.forces[force].owner != draft.scenario.names.anchor):
        called_back(draft, seat, force, ref)
    kind: Kind = "returns" if state.status is Status.ELSEWHERE else "moves"
    station(draft, force, evolve(on_its_way(draft, force, theatre), ref=ref), because(kind, force, who=seat), ref)
    comes_back(draft, force, theatre)


def _missed(draft: Draft, force: str, theatre: str) -> bool:
    """Whether going to a theatre is a departure: the anchor's packages are missed where they are taken from."""
    spec = draft.scenario.forces[force]
    return spec.owner == draft.scenario.names.anchor and theatre != spec.base


def _pulled(draft: Draft, sent: list[tuple[str, str, int]], part: float) -> None:
    """Allies that pull a forward force from its host pay for it; several at once cost less than one by one."""
    k, names, specs = draft.scenario.coefficients, draft.scenario.names, draft.scenario.forces
    sizes = []
    for force, theatre, ref in sent:
        spec = specs[force]
        if spec.owner == names.anchor or theatre != spec.base or not draft.frame.moves_whole(force):
            continue
        breach = k.breach if word_broken(draft, draft.seat_of(spec.owner)) else 1.0
        sizes.append((force, size_of(draft.frame, force), breach, ref))
    total = sum_of(size for _, size, _, _ in sizes)
    for force, size, breach, ref in sizes:
        points = part * breach * power(total, k.mass_exponent) * size / total
        cause = because("pulled", force, who=draft.seat_of(specs[force].owner))
        nudge(draft, names.trust, k.pull_trust * points, cause, ref)
        nudge(draft, names.cohesion, k.pull_cohesion * points, cause, ref)


def promise_matches(draft: Draft, orders: list[tuple[str, Backfill, int]]) -> None:
    """A backfill is the promise; the book of matches is the deed."""
    for seat, order, ref in orders:
        state: Force = draft.forces[order.replaces]
        promise = evolve(state, claim=order.replacement, ref=state.ref or ref)
        draft.set_force(order.replaces, promise, because("backfill", order.replaces, order.replacement, who=seat), ref)


def announce(draft: Draft, orders: list[tuple[str, Withdraw | CancelWithdrawal, int]]) -> float:
    """Announcements, new dates and cancellations; returns what they add to the alarm, before its spread."""
    k = draft.scenario.coefficients
    alarm = 0.0
    for seat, order, ref in orders:
        state: Force = draft.forces[order.force]
        if isinstance(order, Withdraw) and state.status is Status.LEAVING:
            anew = order.turn < state.turn or bool(state.to)  # hastened, or farther away
            leaving = evolve(state, turn=order.turn, announced=draft.turn if anew else state.announced, to="", ref=ref)
            draft.set_force(order.force, leaving, because("new-date", order.force, who=seat), ref)
        elif isinstance(order, Withdraw) and state.status is Status.AVAILABLE:
            if order.turn > draft.turn:
                alarm += alarm_of(draft, order.force)
            leaving = evolve(state, status=Status.LEAVING, turn=order.turn, announced=draft.turn, to="", ref=ref)
            draft.set_force(order.force, leaving, because("announced", order.force, who=seat), ref)
        elif isinstance(order, CancelWithdrawal) and state.status is Status.LEAVING:
            stays = evolve(state, status=Status.AVAILABLE, turn=0, announced=0, to="", claim="", ref=ref)
            cause = because("cancelled", order.force, who=seat)
            draft.set_force(order.force, stays, cause, ref)
            if draft.scenario.forces[order.force].owner == draft.scenario.names.anchor:
                alarm -= k.alarm_cancel * alarm_of(draft, order.force, state.to)
                nudge(draft, draft.scenario.names.trust, k.cancel_trust, cause, ref)
    return alarm
