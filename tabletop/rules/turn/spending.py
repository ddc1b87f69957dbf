"""What members spend: plans that are kept with a chance, drawn by what threatens, and shares that are set by hand.

A plan climbs along the pledge path. Beside it pull: what is missing to the pledge, the alarm (that of departures less
than that of threats, so that scaring does not pay), and being asked for more; and luck, each member's and everybody's.
"""

from collections.abc import Iterable
from typing import NamedTuple

from tabletop.model.cause import because
from tabletop.model.coefficients import Coefficients
from tabletop.model.figures.forms import CAPITAL
from tabletop.model.figures.path import path_of
from tabletop.model.inner import ALARM, CONDITION, DEPARTED
from tabletop.model.members import Member, MemberSpec
from tabletop.model.moves import Move, SetPace, SetSpending
from tabletop.model.optional import PLANS
from tabletop.model.world import World
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.chance import bell
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import move, nudge


class Pull(NamedTuple):
    """What draws plans this turn beside their own path, in points of GDP: on all, and on those below their path."""

    all: float
    below: float


Said = tuple[float, int]  # a share or a pace, and the move behind it


class Rise(NamedTuple):
    """Of a seat, in points of GDP weighed by GDP: what it ordered above its paths this turn, and what stands above."""

    ordered: float
    standing: float


def path_after(world: World, member: str) -> float:
    """A member's pledge path one turn on, in per cent of GDP."""
    return _path_after(world.scenario.coefficients, world.scenario.members[member], world.members[member])


def _path_after(k: Coefficients, spec: MemberSpec, state: Member) -> float:
    pledge = state.pledge
    if pledge >= k.pledge_top or spec.outside_path:
        return pledge
    path = pledge + k.pledge_step
    return path if path < k.pledge_top else k.pledge_top


def pull_of(world: World) -> Pull:
    """What draws plans now."""
    k, figures = world.scenario.coefficients, world.figures
    alarm, departed = figures[ALARM], figures.get(DEPARTED, 0.0)
    felt = alarm - (1 - k.leaving_pull) * min(departed, alarm)
    asked = figures.get(CONDITION, 0.0)
    heard = min(1.0, alarm / k.condition_alarm) if asked else 0.0
    return Pull(k.adhere_pull * (min(felt, k.adhere_most) - k.adhere_from), k.condition_rise * asked * heard)


def planned_share(
    world: World, member: str, orders: dict[str, Said], paces: dict[str, Said] | None = None
) -> tuple[float, int]:
    """The share a member would have after this turn, luck left out, and the move behind it.

    A share that was set stays until a pace is set; a pace goes on until another; the path's own pace is the path.
    """
    if member in orders:
        return orders[member]
    k, spec, state = world.scenario.coefficients, world.scenario.members[member], world.members[member]
    if paces and member in paces:
        pace, ref = paces[member]
        state = evolve(state, pace=pace, by_hand=False, ref=state.ref if spec.outside_path else ref)
    if state.by_hand or spec.outside_path:
        return state.spending, state.ref
    plan = _plan(k, state, _path_after(k, spec, state))
    return _within(k, state, plan + _drawn(k, state, pull_of(world))), state.ref if _paced(k, state) else 0


def ordered_share(world: World, member: str, shares: dict[str, float]) -> float:
    """The share that a seat's orders alone would give a member: its own, or that of its pace; 0 for the path's."""
    k, spec, state = world.scenario.coefficients, world.scenario.members[member], world.members[member]
    if member in shares:
        return shares[member]
    return _plan(k, state, path_after(world, member)) if _paced(k, state) and not spec.outside_path else 0.0


def _paced(k: Coefficients, state: Member) -> bool:
    return state.pace != k.pledge_step


def _plan(k: Coefficients, state: Member, path: float) -> float:
    """The share that a member's plan alone leads to: its path, with a part of what is missing; or its own pace."""
    share, pace = state.spending, state.pace
    if not _paced(k, state):
        climb = k.pledge_step if state.pledge < k.pledge_top else 0.0
        return share + climb + k.adhere_catch * (path - share - climb)
    if pace > 0:
        return max(share, min(share + pace, k.pledge_top))  # a standing pace ends where the pledge does
    return share + pace


def _drawn(k: Coefficients, state: Member, pull: Pull) -> float:
    return pull.all + (pull.below if state.spending < state.pledge else 0.0)


def _within(k: Coefficients, state: Member, share: float) -> float:
    """No share moves more than the most a turn, or below nothing."""
    return max(0.0, state.spending - k.max_rise, min(state.spending + k.max_rise, share))


def sheet(world: World, orders: Iterable[tuple[str, Move, int]]) -> tuple[dict[str, Said], dict[str, Said]]:
    """Shares and paces that orders set, by member; of two paces for one member the later counts."""
    shares: dict[str, Said] = {}
    paces: dict[str, Said] = {}
    for seat, order, ref in orders:
        if isinstance(order, SetSpending):
            shares[order.member] = (order.share, ref)
        elif isinstance(order, SetPace):
            for member in order.members or world.seats[seat].members:
                if not world.scenario.members[member].outside_path:
                    paces[member] = (order.pace, ref)
    return shares, paces


def spend(draft: Draft, orders: list[tuple[str, SetSpending | SetPace, int]]) -> dict[str, Rise]:
    """Carries out spending orders and plans; by seat, what it ordered. The anchor notices what is ordered."""
    shares, paces = sheet(draft, orders)
    for member, (pace, ref) in paces.items():
        old = draft.members[member]
        draft.set_member(member, Member(spending=old.spending, pledge=old.pledge, pace=pace, ref=ref))
    year = _Year(draft)
    played = {member for state in draft.seats.values() for member in state.members}
    for member, spec in draft.scenario.members.items():
        if member not in played:
            year.go_on(member, spec)
    rises = {seat: year.carry_out(seat, shares) for seat, state in draft.seats.items() if state.members}
    noticed = sum_of(rise.ordered * year.gdp[seat] for seat, rise in rises.items()) / (draft.frame.gdp or 1.0)
    if noticed:
        names, k = draft.scenario.names, draft.scenario.coefficients
        nudge(draft, names.commitment, k.commitment_notice * noticed, because("rise-noticed", names.commitment))
    return rises


class _Year:
    """One turn's budgets: what draws them all, and the luck they share."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.k = draft, draft.scenario.coefficients
        self.pull = pull_of(draft)
        self.gdp: dict[str, float] = {}
        self.lucky = draft.luck and PLANS not in draft.without
        self.common = self.k.budget_luck * bell(draft.luck_key, draft.turn, "budgets") if self.lucky else 0.0

    def go_on(self, member: str, spec: MemberSpec) -> None:
        """A member whom nobody plays goes along its plan."""
        old = self.draft.members[member]
        path = _path_after(self.k, spec, old)
        share = old.spending if spec.outside_path else self._planned(member, spec, old, path)
        self._set(member, old, share, path, old.by_hand, old.ref)

    def _planned(self, member: str, spec: MemberSpec, old: Member, path: float) -> float:
        if old.by_hand:
            return old.spending
        share = _plan(self.k, old, path) + _drawn(self.k, old, self.pull) + self.common
        if self.lucky:
            sd = self.k.adhere_luck if spec.gdp > self.k.adhere_large else self.k.adhere_luck_small
            share += sd * bell(self.draft.luck_key, self.draft.turn, "budget", member)
        return _within(self.k, old, share)

    def _set(self, member: str, old: Member, share: float, path: float, by_hand: bool, ref: int) -> None:
        spending, pledge = round(share, 6), round(max(0.0, path), 6)
        if (spending, pledge, by_hand) != (old.spending, old.pledge, old.by_hand):
            new = Member(spending=spending, pledge=pledge, pace=old.pace, by_hand=by_hand, ref=ref)
            self.draft.set_member(member, new)

    def carry_out(self, seat: str, orders: dict[str, Said]) -> Rise:
        """A seat's members. What is ordered above the path takes political capital; as far as there is any, it comes."""
        draft, k = self.draft, self.k
        state, specs, members = draft.seats[seat], draft.scenario.members, draft.members
        plans: list[tuple[str, MemberSpec, float, float, float]] = []
        rise = gdp = 0.0
        ref = 0
        for name in state.members:
            spec, old = specs[name], members[name]
            path = _path_after(k, spec, old)
            gdp += spec.gdp
            wanted = (
                0.0
                if spec.outside_path
                else ordered_share(draft, name, {name: orders[name][0]} if name in orders else {})
            )
            share = orders[name][0] if name in orders else self._share(name, spec, old, path)
            above = max(0.0, wanted - max(path, old.spending)) if wanted and not state.provisional else 0.0
            if state.provisional:
                share = min(share, max(old.spending, path))
                share -= max(0.0, share - path) * k.provisional_fall
            elif above:
                rise += above * spec.gdp
                ref = ref or (orders[name][1] if name in orders else old.ref)
            plans.append((name, spec, path, share, above))
        self.gdp[seat] = gdp
        part = self._paid(seat, rise / gdp if gdp else 0.0, ref)
        standing = 0.0
        for name, spec, path, share, above in plans:
            old, order = members[name], orders.get(name)
            kept = share - above * (1 - part)
            self._set(name, old, kept, path, old.by_hand or order is not None, order[1] if order else old.ref)
            if kept > path and not spec.outside_path:
                standing += (kept - path) * spec.gdp
        return Rise(rise / gdp * part, standing / gdp) if gdp else Rise(0.0, 0.0)

    def _share(self, member: str, spec: MemberSpec, old: Member, path: float) -> float:
        return old.spending if spec.outside_path else self._planned(member, spec, old, path)

    def _paid(self, seat: str, rise: float, ref: int) -> float:
        """The part of a rise that the seat's political capital pays for."""
        cost = self.k.capital_per_point * rise
        if not cost:
            return 1.0
        capital = self.draft.figures[path_of(CAPITAL, seat)]
        part = min(1.0, capital / cost)
        move(self.draft, path_of(CAPITAL, seat), -cost * part, because("spending-raised", who=seat), ref)
        return part
