"""Programmes and industry: offers become tranches, tranches become forces, orders make industry grow."""

from typing import Final

from tabletop.model.cause import Kind, because
from tabletop.model.effects import Effect
from tabletop.model.events import EffectSet
from tabletop.model.figures.forms import INVESTED, SOLDIERS, WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Force, Programme, ProgrammeSpec, Status
from tabletop.model.inner import RESOLVE
from tabletop.model.moves import Fund, Invest
from tabletop.model.optional import SLIPS
from tabletop.model.world import World
from tabletop.rules.turn.stations import station
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.chance import draw
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import move, nudge
from tabletop.rules.world.frame import Frame
from tabletop.rules.world.memory import by_scenario

#: Per cent of a tranche that order it: three thirds may be a little less than a whole.
WHOLE: Final = 99.999
_RECRUITS = because("recruits")


def price(world: World, programme: str) -> float:
    """Billion dollars for the next tranche; a second series costs more, a larger industry makes all cheaper."""
    return price_less(world, programme, discount(world))


def price_less(world: World, programme: str, discount: float) -> float:
    """The same where the part that industry takes off is at hand."""
    k, spec = world.scenario.coefficients, world.scenario.programmes[programme]
    second = k.second_series if world.programmes[programme].ordered >= spec.tranches else 1.0
    return spec.price * second * (1 - discount)


def discount(world: World) -> float:
    """The part of every price that a larger industry takes off; below 0 where it has shrunk."""
    return world.scenario.coefficients.industry_price * _ahead(world) / 100


def _ahead(world: World) -> float:
    """Points that industry has gained since the opening."""
    industry = world.scenario.names.industry
    return world.figures[industry] - world.scenario.tracks[industry].start


def slip_odds(world: World, programme: ProgrammeSpec) -> float:
    """The probability that a tranche is late, 0..1. A larger industry is late less often; what hangs on the anchor
    waits when it looks elsewhere."""
    scenario = world.scenario
    if SLIPS in world.without:
        return 0.0
    k, depends = scenario.coefficients, scenario.ways[programme.way].depends
    odds = k.slip * max(k.slip_least, 1 - k.industry_slip * _ahead(world) / k.industry_room)
    if depends:
        track = scenario.names.commitment
        odds *= 1 + depends * max(0.0, scenario.tracks[track].start - world.figures[track])
    return min(1.0, odds)


def grow_soldiers(draft: Draft) -> None:
    """Soldiers hardly grow: what each seat can man anew, in thousands."""
    growth = draft.scenario.coefficients.soldiers_growth
    for seat, state in draft.seats.items():
        soldiers = soldiers_of(draft.frame, state.members)
        if soldiers:
            move(draft, path_of(SOLDIERS, seat), soldiers * growth / 2, _RECRUITS)


@by_scenario
def soldiers_of(frame: Frame, members: tuple[str, ...]) -> float:
    """Thousands that some members have."""
    return sum_of(frame.scenario.members[m].soldiers for m in members)


def deliver(draft: Draft) -> None:
    """Tranches due arrive; each may slip a turn once, and waits where there is nobody to man it."""
    forces, specs, now = draft.forces, draft.scenario.forces, draft.turn
    for force in draft.waiting(Status.BUILDING):
        state = forces[force]
        if state.turn <= now and specs[force].programme:
            _deliver(draft, force, state)


def _deliver(draft: Draft, force: str, state: Force) -> None:
    k = draft.scenario.coefficients
    spec = draft.scenario.forces[force]
    programme = draft.scenario.programmes[spec.programme]
    late_by = state.turn - state.announced
    if late_by < k.slip_most and draft.luck:
        rolled = draw(draft.luck_key, draft.turn, "slip", force)
        odds = slip_odds(draft, programme)
        if rolled < (min(odds, k.slip_again) if late_by else odds) if odds else False:
            kind: Kind = "slips" if rolled < k.slip else "waits-behind"
            late = evolve(state, turn=state.turn + 1)
            draft.set_force(force, late, because(kind, force, luck=f"slip/{force}"), state.ref)
            return
    payers = draft.programmes[spec.programme].paid
    if not _man(draft, programme, payers, force, state.ref):
        late = evolve(state, turn=draft.turn + 1)
        draft.set_force(force, late, because("waits-for-soldiers", force), state.ref)
        return
    arrival = evolve(state, status=Status.AVAILABLE, turn=draft.turn)
    station(draft, force, arrival, because("arrives", force), state.ref)
    if programme.resolve:
        move(draft, RESOLVE, programme.resolve, because("stands", force), state.ref)


def _man(draft: Draft, spec: ProgrammeSpec, payers: tuple[tuple[str, float], ...], force: str, ref: int) -> bool:
    total = sum_of([part for _, part in payers]) if spec.soldiers else 0.0
    if not total:
        return True
    figures = draft.figures
    needs = [(path_of(SOLDIERS, seat), spec.soldiers * part / total) for seat, part in payers]
    for figure, need in needs:
        if figures.get(figure, 0.0) < need:
            return False
    cause = because("manned", force)
    for figure, need in needs:
        move(draft, figure, -need, cause, ref)
    return True


def buy(draft: Draft, orders: list[tuple[str, Fund, int]]) -> None:
    """Gathers the turn's offers, standing ones included, and orders a tranche of each programme they pay for."""
    offers: dict[str, dict[str, tuple[float, int]]] = {}
    for name, state in draft.programmes.items():
        for seat, pays in state.standing:
            offers.setdefault(name, {})[seat] = (pays, 0)
    for seat, order, ref in orders:
        offers.setdefault(order.programme, {}).pop(seat, None)
        if order.pays > 0:
            offers[order.programme][seat] = (order.pays, ref)
        before: Programme = draft.programmes[order.programme]
        if not before.standing and not order.standing:
            continue
        standing = tuple(s for s in before.standing if s[0] != seat)
        if order.standing and order.pays > 0:
            standing = (*standing, (seat, order.pays))
        if standing != before.standing:
            draft.set_programme(order.programme, evolve(before, standing=standing))
    cap = draft.scenario.coefficients.industry_cap * draft.figures[draft.scenario.names.industry]
    outlay = 0.0
    places = {order.programme: n for n, (_, order, _) in enumerate(orders)}
    for name in sorted(offers, key=lambda name: (places.get(name, -1), name)):
        outlay += _order(draft, name, offers[name], cap - outlay)
    if outlay:
        k, industry = draft.scenario.coefficients, draft.scenario.names.industry
        nudge(draft, industry, k.industry_gain * outlay, because("orders-placed", industry))


def _order(draft: Draft, name: str, offers: dict[str, tuple[float, int]], room: float) -> float:
    """Orders one tranche if the offers, the wallets and industry allow; returns its price."""
    spec = draft.scenario.programmes[name]
    state: Programme = draft.programmes[name]
    cost = price(draft, name)
    tranche = f"{name}-{state.ordered + 1}"
    if cost > room or tranche not in draft.forces:
        return 0.0
    seats, figures = draft.seats, draft.figures
    good = {}
    for seat, offer in offers.items():
        due = cost * min(offer[0], 100) / 100
        if figures[path_of(WALLET, seat)] >= due - 1e-9 and not seats[seat].provisional:
            good[seat] = offer
    total = sum_of([pays for pays, _ in good.values()])
    if total < WHOLE:
        return 0.0
    payers = dict(state.paid)
    ref = max([ref for _, ref in good.values()])
    cause = because("tranche-ordered", name)
    for seat, (pays, own_ref) in good.items():
        part = pays / total
        move(draft, path_of(WALLET, seat), -cost * part, cause, own_ref)
        payers[seat] = payers.get(seat, 0.0) + part
    due = draft.turn + spec.first_lead
    draft.set_force(tranche, evolve(draft.forces[tranche], turn=due, announced=due, ref=ref), cause, ref)
    standing = state.standing if f"{name}-{state.ordered + 2}" in draft.forces else ()  # nothing is left to offer for
    parts = tuple(sorted(payers.items()))
    draft.set_programme(name, evolve(state, ordered=state.ordered + 1, standing=standing, paid=parts))
    move(draft, path_of(INVESTED, spec.way), cost, cause, ref)
    return cost


def invest(draft: Draft, orders: list[tuple[str, Invest, int]]) -> None:
    """Money straight into industry, as far as the wallet goes."""
    for seat, order, ref in orders:
        way = draft.scenario.ways[order.way]
        amount = min(order.amount, draft.figures[path_of(WALLET, seat)])
        if draft.seats[seat].provisional or amount <= 0:
            continue
        cause = because("investment", order.way, who=seat)
        move(draft, path_of(WALLET, seat), -amount, cause, ref)
        move(draft, path_of(INVESTED, order.way), amount, cause, ref)
        times = amount / way.per
        nudge(draft, draft.scenario.names.commitment, way.commitment * times, cause, ref)
        gain = Effect(draft.scenario.names.industry, way.industry * times)
        draft.emit(EffectSet(draft.turn + way.delay, gain, cause, ref))
