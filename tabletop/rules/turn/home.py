"""Money at home: spending paths, political capital spent on them, pledges missed, wallets."""

from collections.abc import Iterable
from functools import lru_cache

from tabletop.model.cause import because
from tabletop.model.coefficients import Coefficients
from tabletop.model.figures.forms import CAPITAL, WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.inner import SHORTFALL
from tabletop.model.members import Member, MemberSpec
from tabletop.model.moves import Move, SetPace, SetSpending
from tabletop.model.world import World
from tabletop.rules.turn.declare import gave_word
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import move, settle
from tabletop.rules.world.frame import Frame, frame_of
from tabletop.rules.world.memory import by_scenario

_LAPSES, _INCOME = because("money-lapses"), because("income")


def path_after(world: World, member: str) -> float:
    """A member's pledge path one turn on, in per cent of GDP."""
    return _path_after(world.scenario.coefficients, world.scenario.members[member], world.members[member])


def _path_after(k: Coefficients, spec: MemberSpec, state: Member) -> float:
    pledge = state.pledge
    if pledge >= k.pledge_top or spec.outside_path:
        return pledge
    path = pledge + k.pledge_step
    return path if path < k.pledge_top else k.pledge_top


Setting = tuple[float, int]  # a share or a pace, and the move behind it


def planned_share(
    world: World, member: str, orders: dict[str, Setting], paces: dict[str, Setting] | None = None
) -> Setting:
    """The share a member would have after this turn, and the move behind it.

    A share that was set stays until a pace is set; a pace goes on until another; the path's own pace is the path.
    """
    if member in orders:
        return orders[member]
    k, spec, state = world.scenario.coefficients, world.scenario.members[member], world.members[member]
    if paces and member in paces:
        pace, ref = paces[member]
        state = evolve(state, pace=pace, by_hand=False, ref=state.ref if spec.outside_path else ref)
    return _on_its_way(k, spec, state, _path_after(k, spec, state))


def _on_its_way(k: Coefficients, spec: MemberSpec, state: Member, path: float) -> Setting:
    """The share a member has next turn without an order, and the move behind it, where its path then stands."""
    spending = state.spending
    if state.by_hand or spec.outside_path:
        return spending, state.ref
    if state.pace != k.pledge_step:
        share = spending + state.pace
        return (share if share > 0 else 0.0), state.ref
    most = spending + k.max_rise
    if path < most:
        most = path
    return (most if most > spending else spending), 0


def sheet(world: World, orders: Iterable[tuple[str, Move, int]]) -> tuple[dict[str, Setting], dict[str, Setting]]:
    """Shares and paces that orders set, by member; of two paces for one member the later counts."""
    shares: dict[str, Setting] = {}
    paces: dict[str, Setting] = {}
    for seat, order, ref in orders:
        if isinstance(order, SetSpending):
            shares[order.member] = (order.share, ref)
        elif isinstance(order, SetPace):
            for member in order.members or world.seats[seat].members:
                if not world.scenario.members[member].outside_path:
                    paces[member] = (order.pace, ref)
    return shares, paces


def spend(draft: Draft, orders: list[tuple[str, SetSpending | SetPace, int]]) -> dict[str, tuple[float, float]]:
    """Carries out spending orders and standing paths. By seat, in points: (rise above the path, standing above it)."""
    shares, paces = sheet(draft, orders)
    for member, (pace, ref) in paces.items():
        old = draft.members[member]
        draft.set_member(member, Member(spending=old.spending, pledge=old.pledge, pace=pace, ref=ref))
    _go_on(draft)
    strides = _strides(draft.frame)
    return {seat: _spend_seat(draft, seat, shares, strides) for seat, state in draft.seats.items() if state.members}


def _go_on(draft: Draft) -> None:
    """Members whom nobody plays go along their paths."""
    k, home = draft.scenario.coefficients, draft.home
    for name, spec in draft.scenario.members.items():
        if name in home:
            continue
        old = draft.members[name]
        path = max(0.0, _path_after(k, spec, old))
        spending, pledge = round(_on_its_way(k, spec, old, path)[0], 6), _rounded(path)
        if (spending, pledge) != (old.spending, old.pledge):
            draft.set_member(name, evolve(old, spending=spending, pledge=pledge))


#: Members' states before and after a turn along their paths, and what their seat rose and stood above those.
Stride = tuple[list[Member], list[Member], tuple[float, float]]
Strides = dict[object, Stride]
#: Turns of seats that are kept.
_MOST = 4096


@by_scenario
def _strides(_: Frame) -> Strides:
    """Strides that were made before, by the states they set out from."""
    return {}


def _spend_seat(draft: Draft, seat: str, orders: dict[str, Setting], strides: Strides) -> tuple[float, float]:
    """A seat's turn. Where its members just go along their paths, it is the same from the same states each time."""
    state, step = draft.seats[seat], draft.scenario.coefficients.pledge_step
    before = [draft.members[name] for name in state.members]
    if orders or state.provisional or {old.pace for old in before} != {step}:
        return _carry_out(draft, seat, orders)
    key = (state.members, *map(id, before))  # of objects that are kept below, so that no other takes their place
    stride = strides.get(key)
    if stride is not None:
        for name, old, new in zip(state.members, before, stride[1], strict=True):
            if new is not old:
                draft.set_member(name, new)
        return stride[2]
    if len(strides) >= _MOST:
        strides.clear()
    outcome = _carry_out(draft, seat, orders)
    strides[key] = before, [draft.members[name] for name in state.members], outcome
    return outcome


def _carry_out(draft: Draft, seat: str, orders: dict[str, Setting]) -> tuple[float, float]:
    k = draft.scenario.coefficients
    state = draft.seats[seat]
    specs, members = draft.scenario.members, draft.members
    plans = []
    rise = gdp = 0.0
    for name in state.members:
        spec, old = specs[name], members[name]
        path, spending = _path_after(k, spec, old), old.spending
        share, ref = orders[name] if name in orders else _on_its_way(k, spec, old, path)
        path = path if path > 0 else 0.0
        gdp += spec.gdp
        above = 0.0
        if state.provisional:
            share = min(share, spending if spending > path else max(spending, path))
            share -= max(0.0, share - path) * k.provisional_fall
        elif share > path and share > spending and not spec.outside_path:
            above = share - (path if path > spending else spending)
            rise += above * spec.gdp
        plans.append((name, spec, old, share, path, above, ref))
    rise = rise / gdp if gdp else 0.0
    cost = k.capital_per_point * rise
    capital = draft.figures[path_of(CAPITAL, seat)]
    part = 1.0 if cost <= capital else (capital / cost if cost else 0.0)
    standing = 0.0
    lead = 0
    for name, spec, old, share, path, above, ref in plans:
        if above:
            share -= above * (1 - part)
            lead = lead or ref
        order = orders.get(name) if orders else None
        pledge = _rounded(path)
        level = pledge if share == path else round(share, 6)
        by_hand = old.by_hand or order is not None
        if level != old.spending or pledge != old.pledge or by_hand != old.by_hand:
            ref = order[1] if order else old.ref
            draft.set_member(name, Member(spending=level, pledge=pledge, pace=old.pace, by_hand=by_hand, ref=ref))
        if share > path and not spec.outside_path:
            standing += (share - path) * spec.gdp
    if rise * part:
        move(draft, path_of(CAPITAL, seat), -cost * part, because("spending-raised", who=seat), lead)
    return rise * part, standing / gdp if gdp else 0.0


@lru_cache(maxsize=1024)
def _rounded(path: float) -> float:
    """A pledge as it is kept; members of one path share few."""
    return round(path, 6)


def missed(draft: Draft) -> None:
    """Works out anew by how much pledges are missed: a share of GDP-weighted pledges, member by member.

    One that is missed by a seat which has lately given its word counts half as much again.
    """
    total = 0.0
    specs, members = draft.scenario.members, draft.members
    gdp, home = draft.frame.gdp, draft.home
    worst, amount, ref = "", 0.0, 0
    for member in draft.frame.members:
        state = members[member]
        spending, pledge = state.spending, state.pledge
        if spending < pledge and pledge > 0:
            part = specs[member].gdp * (pledge - spending) / pledge / gdp
            seat = home.get(member)
            if seat and gave_word(draft, seat):
                part *= draft.scenario.coefficients.breach
            total += part
            if part > amount:
                worst, amount, ref = member, part, state.ref
    cause = because("pledge-missed", who=worst) if worst else because("pledges-kept")
    settle(draft, SHORTFALL, round(total, 9), cause, ref)


def progress(draft: Draft) -> float:
    """How far average spending has come, 0..1."""
    k = draft.scenario.coefficients
    specs, members = draft.scenario.members, draft.members
    average = sum_of([specs[m].gdp * members[m].spending for m in draft.frame.members]) / draft.frame.gdp
    return float(max(0.0, min(1.0, (average - k.progress_from) / k.progress_over)))


def income(world: World, seat: str) -> float:
    """What a seat's wallet gains a turn, in billion dollars, before running costs."""
    k = world.scenario.coefficients
    equipment, free, base = k.equipment_share, k.free_level, k.base_money
    members = world.members
    total = 0.0
    for member, percent in _percents(frame_of(world.scenario), world.seats[seat].members):
        share = members[member].spending
        total += percent * (equipment * (share - free if share > free else 0.0) + base * share)
    return total / 2


def on_path(frame: Frame, members: tuple[str, ...]) -> list[str]:
    """Of some members those with a pledge path."""
    return [member for member, _ in _percents(frame, members)]


@by_scenario
def _percents(frame: Frame, members: tuple[str, ...]) -> list[tuple[str, float]]:
    """Of some members those with a pledge path, and a per cent of their GDP in billion dollars."""
    specs = frame.scenario.members
    return [(m, specs[m].gdp / 100) for m in members if not specs[m].outside_path]


def running(world: World, seat: str) -> float:
    """What a seat pays a turn to run what it has bought, in billion dollars."""
    return _running(world).get(seat, 0.0)


def _running(world: World) -> dict[str, float]:
    totals: dict[str, float] = {}
    for name, state in world.programmes.items():
        if state.delivered and state.ordered:
            for seat, part in state.paid:
                due = world.scenario.programmes[name].running / 2 * part * state.delivered / state.ordered
                totals[seat] = totals.get(seat, 0.0) + due
    return totals


def close_books(draft: Draft) -> None:
    """Most of what is left lapses, next turn's money comes in, running costs go out."""
    k = draft.scenario.coefficients
    costs = _running(draft)
    for seat, state in draft.seats.items():
        if not state.members:
            continue
        wallet = path_of(WALLET, seat)
        move(draft, wallet, -(1 - k.carry_over) * draft.figures[wallet], _LAPSES)
        move(draft, wallet, income(draft, seat) - costs.get(seat, 0.0), _INCOME)
