"""Whether an order may be given: ranges, ownership, money, political capital."""

from math import isfinite

from tabletop.errors import did_you_mean
from tabletop.model.forces import Status
from tabletop.model.moves import (
    AcceptHandover,
    Assign,
    Backfill,
    CancelWithdrawal,
    Declare,
    Deploy,
    Fund,
    Invest,
    Move,
    ProposeHandover,
    RefuseHandover,
    SetPace,
    SetReadiness,
    SetSpending,
    Withdraw,
)
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.orders import committed, cost, same_thing
from tabletop.rules.turn.home import path_after, planned_share, sheet
from tabletop.rules.turn.posts import parties
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.hosts import host_of


def check(world: World, move: Move) -> Refusal | None:
    """None for moves that are not orders."""
    match move:
        case SetSpending():
            return _spending(world, move)
        case SetPace():
            return _pace(world, move)
        case Fund():
            return _fund(world, move)
        case Invest():
            return _invest(world, move)
        case SetReadiness():
            return _readiness(world, move)
        case Assign():
            return _assign(world, move)
        case Withdraw() | CancelWithdrawal() | Deploy():
            return _posture(world, move)
        case Backfill():
            return _backfill(world, move)
        case Declare():
            return unknown("stance", move.stance, world.scenario.stances)
        case ProposeHandover():
            return _propose(world, move)
        case AcceptHandover() | RefuseHandover():
            return _party(world, move)
        case _:
            return None


def unknown(kind: str, word: str, known: object) -> Refusal | None:
    """A refusal when a word is not among those known."""
    if word in known:  # type: ignore[operator]
        return None
    hint = did_you_mean(word, dict.fromkeys(known))  # type: ignore[call-overload]
    return Refusal(
        f"{kind}/unknown", f"there is no {kind} '{word}'; {hint}" if hint else f"there is no {kind} '{word}'"
    )


def _member(world: World, seat: str, member: str) -> Refusal | None:
    refused = unknown("member", member, world.scenario.members)
    if refused:
        return refused
    name = world.scenario.members[member].name
    if member not in world.seats[seat].members:
        return Refusal("member/not-yours", f"{name} is not played by {world.seats[seat].name}")
    if world.scenario.members[member].outside_path:
        return Refusal("spending/outside", f"{name} stands outside the pledge path; its spending is not set here")
    return None


def _spending(world: World, move: SetSpending) -> Refusal | None:
    refused = _member(world, move.seat, move.member)
    if refused:
        return refused
    name = world.scenario.members[move.member].name
    now = world.members[move.member].spending
    most = world.scenario.coefficients.max_rise
    if not isfinite(move.share) or move.share < 0:
        return Refusal("spending/range", f"{name}'s share must be 0 or more per cent of GDP")
    if abs(move.share - now) > most + 1e-9:
        return Refusal(
            "spending/too-fast",
            f"{name} can move at most {most:g} points a turn, from {now:.2f} to {max(0.0, now - most):.2f}"
            f"-{now + most:.2f} per cent; {move.share:g} asked",
        )
    path = path_after(Draft(world), move.member)
    if world.seats[move.seat].provisional and move.share > max(path, now):
        return Refusal("politics/provisional", f"{name} is under a provisional budget and can't rise above its path")
    return _capital(world, move.seat, move)


def _pace(world: World, move: SetPace) -> Refusal | None:
    most = world.scenario.coefficients.max_rise
    for member in move.members:
        refused = _member(world, move.seat, member)
        if refused:
            return refused
    if not world.seats[move.seat].members or move.seat == world.scenario.names.anchor_seat:
        return Refusal("seat/no-members", f"{world.seats[move.seat].name} has no members on a pledge path")
    if not isfinite(move.pace) or abs(move.pace) > most + 1e-9:
        return Refusal("spending/too-fast", f"a pace is at most {most:g} points a turn either way; {move.pace:g} asked")
    return _capital(world, move.seat, move)


def rise_cost(world: World, seat: str, shares: dict[str, float]) -> float:
    """Political capital that this turn's shares would take: points of GDP above the path, weighted by GDP.

    `shares` are those set on the sheet; every other member goes on as it did, at what that costs.
    """
    draft = Draft(world)
    specs = world.scenario.members
    members = world.seats[seat].members
    gdp = sum_of(specs[m].gdp for m in members)
    above = 0.0
    for m in members:
        if not specs[m].outside_path:
            share = shares[m] if m in shares else planned_share(draft, m, {})[0]
            above += specs[m].gdp * max(0.0, share - max(world.members[m].spending, path_after(draft, m)))
    return world.scenario.coefficients.capital_per_point * above / gdp if gdp else 0.0


def planned_shares(world: World, seat: str, without: Move | None = None) -> dict[str, float]:
    """Shares that a seat's sheet sets, by member; `without`: but for what this order would replace."""
    return _shares(world, seat, _others(world, seat, without))


def _others(world: World, seat: str, without: Move | None) -> list[Move]:
    orders = [order.move for order in world.seats[seat].orders]
    return [move for move in orders if without is None or not same_thing(move, without)]


def _shares(world: World, seat: str, orders: list[Move]) -> dict[str, float]:
    draft = Draft(world)
    shares, paces = sheet(draft, [(seat, order, 0) for order in orders])
    return {member: planned_share(draft, member, shares, paces)[0] for member in (*shares, *paces)}


def _capital(world: World, seat: str, move: Move) -> Refusal | None:
    """Refused when it raises what the sheet takes beyond what there is."""
    others = _others(world, seat, move)
    asked = rise_cost(world, seat, _shares(world, seat, [*others, move]))
    have = world.figures[f"capital/{seat}"]
    if asked > have + 1e-9 and asked > rise_cost(world, seat, _shares(world, seat, others)) + 1e-9:
        return Refusal(
            "politics/no-capital",
            f"that takes {asked:.1f} points of political capital and {world.seats[seat].name} has {have:.1f}",
        )
    return None


def _money(world: World, move: Move) -> Refusal | None:
    have = world.figures[f"wallet/{move.seat}"]
    need = committed(world, move.seat, move) + cost(world, move.seat, move)
    if need > have + 1e-6:
        return Refusal(
            "money/short",
            f"the sheet would take {need:.1f} bn and {world.seats[move.seat].name} has {have:.1f} bn this turn",
        )
    return None


def _fund(world: World, move: Fund) -> Refusal | None:
    refused = unknown("programme", move.programme, world.scenario.programmes)
    if refused:
        return refused
    spec = world.scenario.programmes[move.programme]
    payers = {host_of(world, seat) for seat in spec.payers}
    if move.seat not in payers:
        who = ", ".join(sorted(world.seats[p].name for p in payers if p))
        return Refusal("programme/not-yours", f"{spec.name} can be paid for by {who}")
    if not isfinite(move.pays) or not 0 <= move.pays <= 100:
        return Refusal("programme/offer", f"an offer is 0 to 100 per cent of a tranche; {move.pays:g} asked")
    if move.pays == 0:
        return None
    if world.seats[move.seat].provisional:
        return Refusal("politics/provisional", f"{world.seats[move.seat].name} has a provisional budget: no new starts")
    state = world.programmes[move.programme]
    if f"{move.programme}-{state.ordered + 1}" not in world.forces:
        return Refusal("programme/complete", f"all {state.ordered} tranches of {spec.name} are ordered")
    return _money(world, move)


def _invest(world: World, move: Invest) -> Refusal | None:
    refused = unknown("way", move.way, world.scenario.ways)
    if refused:
        return refused
    if not isfinite(move.amount) or move.amount <= 0:
        return Refusal("money/amount", "an investment is more than 0 billion dollars")
    if not world.seats[move.seat].members:
        return Refusal("seat/no-members", f"{world.seats[move.seat].name} has no budget")
    if world.seats[move.seat].provisional:
        return Refusal("politics/provisional", f"{world.seats[move.seat].name} has a provisional budget: no new starts")
    return _money(world, move)


def _readiness(world: World, move: SetReadiness) -> Refusal | None:
    if move.seat not in world.own_supply or move.seat == world.scenario.names.anchor_seat:
        return Refusal("readiness/no-forces", f"{world.seats[move.seat].name} has no forces whose readiness it pays")
    if not isfinite(move.level) or not 0 <= move.level <= 1:
        return Refusal("readiness/range", f"a level of readiness is 0 to 1; {move.level:g} asked")
    return _money(world, move)


def _assign(world: World, move: Assign) -> Refusal | None:
    refused = _force(world, move.force) or unknown("theatre", move.theatre, world.scenario.theatres)
    if refused:
        return refused
    spec, state = world.scenario.forces[move.force], world.forces[move.force]
    if spec.owner not in world.seats[move.seat].members:
        return Refusal("force/not-yours", f"{spec.name} does not belong to {world.seats[move.seat].name}")
    if state.status is not Status.AVAILABLE:
        return Refusal("force/not-there", f"{spec.name} is {state.status.value} and can't be assigned")
    return _movable(world, move.force) or _elsewhere(world, move.force, move.theatre)


def _force(world: World, force: str) -> Refusal | None:
    return unknown("force", force, world.scenario.forces)


def _movable(world: World, force: str) -> Refusal | None:
    spec = world.scenario.forces[force]
    return None if spec.movable else Refusal("force/fixed", f"{spec.name} can't be moved")


def _elsewhere(world: World, force: str, theatre: str) -> Refusal | None:
    if world.forces[force].theatre == theatre and world.forces[force].status is Status.AVAILABLE:
        where = world.scenario.theatres[theatre].name
        return Refusal("force/there", f"{world.scenario.forces[force].name} stands in {where} already")
    return None


def _posture(world: World, move: Withdraw | CancelWithdrawal | Deploy) -> Refusal | None:
    names = world.scenario.names
    anchor = world.scenario.members[names.anchor].name
    if move.seat != names.anchor_seat:
        return Refusal("force/not-yours", f"only {world.seats[names.anchor_seat].name} may order '{move.do}'")
    refused = _force(world, move.force)
    if refused:
        return refused
    spec, state = world.scenario.forces[move.force], world.forces[move.force]
    if spec.owner != names.anchor:
        return Refusal("force/not-yours", f"{spec.name} is no force of {anchor}")
    if isinstance(move, CancelWithdrawal):
        if state.status is not Status.LEAVING:
            return Refusal("force/not-leaving", f"no withdrawal of {spec.name} is announced")
        return None
    if isinstance(move, Deploy):
        where = unknown("theatre", move.theatre, world.scenario.theatres)
        if where or state.status is Status.LEAVING:
            return where or Refusal("force/leaving", f"{spec.name} is leaving; cancel its withdrawal first")
        return _movable(world, move.force) or _elsewhere(world, move.force, move.theatre)
    leaving = state.status is Status.LEAVING
    if not leaving and state.status is not Status.AVAILABLE:
        return Refusal("force/not-there", f"{spec.name} is {state.status.value} and can't be withdrawn")
    if leaving and move.turn == state.turn:
        return Refusal("force/leaving", f"{spec.name} leaves in turn {state.turn} already; name another turn")
    if not world.turn <= move.turn <= world.turns:
        return Refusal("turn/range", f"it can leave from turn {world.turn} to turn {world.turns}; {move.turn} asked")
    return _movable(world, move.force)


def _backfill(world: World, move: Backfill) -> Refusal | None:
    refused = _force(world, move.replaces)
    if refused:
        return refused
    scenario = world.scenario
    seat = world.seats[move.seat]
    if scenario.forces[move.replaces].owner != scenario.names.anchor:
        return Refusal("force/not-leaving", "a backfill replaces one of the forces that may leave")
    if move.replacement in scenario.programmes:
        return None if seat.members else Refusal("seat/no-members", f"{seat.name} has no forces to promise")
    refused = unknown("force", move.replacement, {**scenario.forces, **scenario.programmes})
    if refused:
        return refused
    if scenario.forces[move.replacement].owner not in seat.members:
        return Refusal("force/not-yours", f"{scenario.forces[move.replacement].name} does not belong to {seat.name}")
    return None


def _propose(world: World, move: ProposeHandover) -> Refusal | None:
    refused = unknown("post", move.post, world.scenario.posts) or unknown("member", move.to, world.scenario.members)
    if refused:
        return refused
    spec, state = world.scenario.posts[move.post], world.posts[move.post]
    to = world.scenario.members[move.to].name
    if state.holder == move.to:
        return Refusal("post/held", f"{to} holds {spec.name} already")
    if state.status == "transition":
        return Refusal("post/transition", f"{spec.name} is in transition, {state.left} turn(s) left")
    mine = any(order.move.do == move.do and order.move.post == move.post for order in world.seats[move.seat].orders)  # type: ignore[attr-defined]
    if state.status == "proposed" and not mine:
        return Refusal("post/proposed", f"a handover of {spec.name} is on the table; it must be answered first")
    if move.to not in spec.may_hold:
        who = ", ".join(world.scenario.members[m].name for m in spec.may_hold)
        return Refusal("post/not-eligible", f"{spec.name} may be held by {who}")
    agenda = world.scenario.seats[move.seat].role == "agenda"
    if not agenda and move.seat not in parties(world, move.post, move.to):
        return Refusal(
            "post/not-party", f"only the holder's seat, the candidate's or the chair may propose {spec.name}"
        )
    return None


def _party(world: World, move: AcceptHandover | RefuseHandover) -> Refusal | None:
    refused = unknown("post", move.post, world.scenario.posts)
    if refused:
        return refused
    state = world.posts[move.post]
    name = world.scenario.posts[move.post].name
    if state.status != "proposed":
        return Refusal("post/not-proposed", f"no handover of {name} is proposed")
    if move.seat not in parties(world, move.post, state.to):
        who = ", ".join(world.seats[s].name for s in parties(world, move.post, state.to))
        return Refusal("post/not-party", f"the handover of {name} is for {who} to answer")
    return None
