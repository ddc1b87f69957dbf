"""What members spend: plans that are kept with a chance, drawn by what threatens, and shares that are set by hand.

A plan climbs along the pledge path. Beside it pull: what is missing to the pledge, the alarm (that of departures less
than that of threats, so that scaring does not pay), and being asked for more; and luck, each member's and everybody's.
"""

from collections.abc import Iterable
from functools import lru_cache
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
from tabletop.rules.world.chance import bells
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import move, nudge
from tabletop.rules.world.frame import Frame
from tabletop.rules.world.memory import by_scenario


class Urge(NamedTuple):
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


@lru_cache(maxsize=1024)
def _noted(path: float) -> float:
    """A pledge as it is kept. There are few, and rounding is slow."""
    return round(path, 6)


def _path_after(k: Coefficients, spec: MemberSpec, state: Member) -> float:
    pledge = state.pledge
    if pledge >= k.pledge_top or spec.outside_path:
        return pledge
    path = pledge + k.pledge_step
    return path if path < k.pledge_top else k.pledge_top


def urge_of(world: World) -> Urge:
    """What draws plans now."""
    k, figures = world.scenario.coefficients, world.figures
    alarm, departed = figures[ALARM], figures.get(DEPARTED, 0.0)
    felt = alarm - (1 - k.leaving_pull) * min(departed, alarm)
    asked = figures.get(CONDITION, 0.0)
    heard = min(1.0, alarm / k.condition_alarm) if asked else 0.0
    return Urge(k.adhere_pull * (min(felt, k.adhere_most) - k.adhere_from), k.condition_rise * asked * heard)


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
    share = along(k, state, _path_after(k, spec, state), urge_of(world))
    return share, state.ref if state.pace != k.pledge_step else 0


def ordered_share(world: World, member: str, shares: dict[str, float]) -> float:
    """The share that a seat's orders alone would give a member: its own, or that of its pace; 0 for the path's."""
    k, spec, state = world.scenario.coefficients, world.scenario.members[member], world.members[member]
    if member in shares:
        return shares[member]
    paced = state.pace != k.pledge_step and not spec.outside_path
    return _plan(k, state, path_after(world, member)) if paced else 0.0


def _plan(k: Coefficients, state: Member, path: float) -> float:
    """The share that a member's plan alone leads to: its path, with a part of what is missing; or its own pace."""
    share, pace = state.spending, state.pace
    if pace == k.pledge_step:
        climb = pace if state.pledge < k.pledge_top else 0.0
        return share + climb + k.adhere_catch * (path - share - climb)
    if pace > 0:
        return max(share, min(share + pace, k.pledge_top))  # a standing pace ends where the pledge does
    return share + pace


def along(k: Coefficients, state: Member, path: float, pull: Urge, luck: float = 0.0) -> float:
    """The share of a member that goes along its plan, with what draws it and its luck: never more than the most a turn
    away from where it stands, or below nothing."""
    spending, most = state.spending, k.max_rise
    share = _plan(k, state, path) + pull.all + state.vote + luck
    if spending < state.pledge:
        share += pull.below
    if not -most <= share - spending <= most:
        share = spending + (most if share > spending else -most)
    return share if share > 0 else 0.0


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
        draft.set_member(member, Member(spending=old.spending, pledge=old.pledge, pace=pace, vote=old.vote, ref=ref))
    year = _Year(draft)
    home = draft.home
    for member in draft.scenario.members:
        if member not in home:
            year.go_on(member)
    rises = {seat: year.carry_out(seat, shares) for seat, state in draft.seats.items() if state.members}
    noticed = sum_of([rise.ordered * year.gdp[seat] for seat, rise in rises.items()]) / (draft.frame.gdp or 1.0)
    if noticed:
        names, k = draft.scenario.names, draft.scenario.coefficients
        nudge(draft, names.commitment, k.commitment_notice * noticed, because("rise-noticed", names.commitment))
    return rises


class _Intent(NamedTuple):
    """What a member is to spend: its `share`, the `path` it is held to, and what of the share is ordered above that."""

    member: str
    path: float
    share: float
    above: float
    ref: int


class _Year:
    """One turn's budgets: what draws them all, and the luck of each."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.k = draft, draft.scenario.coefficients
        self.pull = urge_of(draft)
        self.luck = _luck(draft) if draft.luck and PLANS not in draft.without else {}
        self.gdp: dict[str, float] = {}

    def go_on(self, member: str) -> None:
        """A member whom nobody plays goes along its plan."""
        intent = self._intent(member, {})
        self._set(intent, intent.share, None)

    def carry_out(self, seat: str, orders: dict[str, Said]) -> Rise:
        """A seat's members. What is ordered above their paths comes as far as there is political capital for it."""
        state, specs = self.draft.seats[seat], self.draft.scenario.members
        if not state.provisional and orders.keys().isdisjoint(state.members):
            ordinary = self._all_along(seat, state.members)
            if ordinary is not None:
                return ordinary
        intents = [self._intent(member, orders, provisional=state.provisional) for member in state.members]
        gdp = self.gdp[seat] = sum_of([specs[member].gdp for member in state.members])
        if not gdp:
            return Rise(0.0, 0.0)
        ref = next((intent.ref for intent in intents if intent.above), 0)
        rise = sum_of([intent.above * specs[intent.member].gdp for intent in intents]) / gdp
        part = self._paid(seat, rise, ref) if rise else 1.0
        standing = 0.0
        for intent in intents:
            share = intent.share - intent.above * (1 - part)
            self._set(intent, share, orders.get(intent.member))
            if share > intent.path and not specs[intent.member].outside_path:
                standing += (share - intent.path) * specs[intent.member].gdp
        return Rise(rise * part, standing / gdp)

    def _all_along(self, seat: str, members: tuple[str, ...]) -> Rise | None:
        """A seat whose members all go along their paths, which is most of them most of the time; None if not."""
        k, pull, luck = self.k, self.pull, self.luck
        step, states, specs = k.pledge_step, self.draft.members, self.draft.scenario.members
        new: dict[str, Member] = {}
        gdp = standing = 0.0
        for member in members:
            spec, old = specs[member], states[member]
            if old.by_hand or old.pace != step:
                return None
            gdp += spec.gdp
            if spec.outside_path:
                continue
            path = _path_after(k, spec, old)
            share = along(k, old, path, pull, luck.get(member, 0.0))
            if share > path:
                standing += (share - path) * spec.gdp
            new[member] = Member(spending=round(share, 6), pledge=_noted(path), pace=step, ref=old.ref)
        self.draft.set_members(new)
        self.gdp[seat] = gdp
        return Rise(0.0, standing / gdp) if gdp else Rise(0.0, 0.0)

    def _intent(self, member: str, orders: dict[str, Said], *, provisional: bool = False) -> _Intent:
        k, spec, old = self.k, self.draft.scenario.members[member], self.draft.members[member]
        path = _path_after(k, spec, old)
        above, ref = 0.0, old.ref
        if member in orders:
            share, ref = orders[member]
            above = share - max(path, old.spending)
        elif old.by_hand or spec.outside_path:
            share = old.spending
        else:
            share = along(self.k, old, path, self.pull, self.luck.get(member, 0.0))
            if old.pace != k.pledge_step:
                above = _plan(k, old, path) - max(path, old.spending)
        if provisional:
            share = min(share, max(old.spending, path))
            return _Intent(member, path, share - max(0.0, share - path) * k.provisional_fall, 0.0, ref)
        return _Intent(member, path, share, above if above > 0 and not spec.outside_path else 0.0, ref)

    def _set(self, intent: _Intent, share: float, order: Said | None) -> None:
        old = self.draft.members[intent.member]
        spending, pledge = round(share, 6), _noted(max(0.0, intent.path))
        by_hand = old.by_hand or order is not None
        if spending != old.spending or pledge != old.pledge or by_hand != old.by_hand or old.vote:
            new = Member(spending=spending, pledge=pledge, pace=old.pace, by_hand=by_hand, ref=intent.ref)
            self.draft.set_member(intent.member, new)

    def _paid(self, seat: str, rise: float, ref: int) -> float:
        """The part of a rise that the seat's political capital pays for."""
        cost = self.k.capital_per_point * rise
        if not cost:
            return 1.0
        capital = self.draft.figures[path_of(CAPITAL, seat)]
        part = min(1.0, capital / cost)
        move(self.draft, path_of(CAPITAL, seat), -cost * part, because("spending-raised", who=seat), ref)
        return part


def _luck(draft: Draft) -> dict[str, float]:
    """By member, points of GDP that luck adds to its plan this turn: its own, more for a small economy, and all's."""
    k, members = draft.scenario.coefficients, draft.frame.members
    own = bells(draft.luck_key, draft.turn, "budgets", len(members) + 1)
    common = k.budget_luck * own[-1]
    return {m: common + sd * z for m, sd, z in zip(members, _spreads(draft.frame), own, strict=False)}


@by_scenario
def _spreads(frame: Frame) -> list[float]:
    k, specs = frame.scenario.coefficients, frame.scenario.members
    return [k.adhere_luck if specs[m].gdp > k.adhere_large else k.adhere_luck_small for m in frame.members]
