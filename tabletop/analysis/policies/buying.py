"""What seats buy. One list for all seats, computed from what everybody sees, so that bots agree without a word."""

from collections.abc import Iterator
from functools import lru_cache
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from attrs import frozen

from tabletop.analysis.policies.catalogue import Offer, catalogue_of, departing, fill, gain_of, lacking, unmatched
from tabletop.analysis.policies.course import Course
from tabletop.analysis.policies.goals import Goals
from tabletop.analysis.policies.posture import margins
from tabletop.model.figures.forms import SOLDIERS, WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Fund
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.turn.programmes import discount, price, price_less, soldiers_of
from tabletop.rules.turn.readiness import readiness_price
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.frame import frame_of
from tabletop.rules.world.hosts import host_of, with_forces
from tabletop.rules.world.memory import until_changed

#: Programmes a seat pays for in a turn: the other orders are for pace and readiness.
FUNDS = 3
#: Billion dollars a buyer leaves in its wallet, for what texts may take.
SLACK = 0.3
#: Points of margin from which a line that heeds threat puts more into a theatre.
THIN = 8.0
#: Part of a need that a tranche must fill to be what an objective asks for.
FILLS = 0.05


@frozen
class Basket:
    """`funds`: (programme, per cent of a tranche); `left`: billion dollars still in the wallet."""

    funds: tuple[tuple[str, float], ...] = ()
    rest: float = 0.0

    def orders(self, seat: str) -> Iterator[Fund]:
        """The orders that pay for it."""
        for programme, pays in self.funds:
            yield Fund(seat=seat, programme=programme, pays=pays)


def basket(world: World, seat: str, course: Course, goals: Goals | None = None) -> Basket:
    """What a seat buys this turn under a course."""
    wallet = max(0.0, world.figures[path_of(WALLET, seat)] - SLACK)
    if world.seats[seat].provisional or course.buy == "none":
        return Basket(rest=wallet)
    reserve = min(wallet, readiness_price(world, seat)) if course.readiness in ("first", "next") else 0.0
    match course.buy:
        case "led":
            plan = _led(world, seat, wallet - reserve)
        case "gap":
            ways = course.theirs, course.majority, course.match, course.heed, course.early
            return together(world, world.turn, *ways).get(seat, Basket(rest=wallet))
        case _ if course.readiness == "next":
            return _own(world, seat, wallet, course, goals or Goals(), reserve)
        case _:
            plan = _own(world, seat, wallet - reserve, course, goals or Goals())
    return Basket(plan.funds, plan.rest + reserve) if reserve else plan


def beside(world: World, plan: Basket, bought: tuple[tuple[str, float], ...]) -> Basket:
    """A plan cut to what is left once some programmes have been paid for, each with what it cost."""
    spent = sum_of([cost for _, cost in bought])
    funds = [(name, part) for name, part in plan.funds if name not in dict(bought)]
    rest = plan.rest + sum_of([price(world, name) * part / 100 for name, part in plan.funds if name in dict(bought)])
    while funds and rest < spent:
        name, part = funds.pop()
        rest += price(world, name) * part / 100
    return Basket(tuple(funds[: FUNDS - len(bought)]), max(0.0, rest - spent))


def _to_be_had(world: World, offers: tuple[Offer, ...]) -> Iterator[tuple[Offer, float]]:
    """Those of which a tranche is left and would arrive before the end, each with its price."""
    programmes, turns, off = world.programmes, world.turns - world.turn, discount(world)
    for offer in offers:
        if offer.lead <= turns and programmes[offer.id].ordered < offer.most:
            yield offer, price_less(world, offer.id, off)


def _to_order(world: World, goals: Goals) -> Iterator[tuple[Offer, float]]:
    """What would arrive after the end and counts all the same, because an objective asks that it be ordered."""
    for offer in catalogue_of(world.scenario).offers if goals.orders else ():
        if offer.id in goals.orders and _comes_late(world, offer) and not world.programmes[offer.id].ordered:
            yield offer, price(world, offer.id)


def _comes_late(world: World, offer: Offer) -> bool:
    """Whether what is ordered now would arrive after the end."""
    return offer.lead > world.turns - world.turn


@until_changed
def _all_to_be_had(world: World, turn: int) -> list[tuple[Offer, float]]:
    return list(_to_be_had(world, catalogue_of(world.scenario).offers))


def _led(world: World, seat: str, wallet: float) -> Basket:
    funds: list[tuple[str, float]] = []
    for offer, cost in _to_be_had(world, _to_lead(world, seat)):
        if len(funds) == FUNDS:
            break
        if cost <= wallet:
            funds.append((offer.id, 100.0))
            wallet -= cost
    return Basket(tuple(funds), wallet)


def _to_lead(world: World, seat: str) -> tuple[Offer, ...]:
    """What the seat may pay for and one of its members leads, in the catalogue's order."""
    shelf = catalogue_of(world.scenario)
    key = (seat, *world.seats)
    lead = shelf.mine.get(key)
    if lead is None:
        payers = _payers(world)
        mine = [offer for m in world.seats[seat].members for offer in shelf.led[m] if seat in payers[offer.id]]
        lead = shelf.mine[key] = tuple(sorted(mine, key=lambda offer: offer.place))
    return lead


def _payers(world: World) -> dict[str, tuple[str, ...]]:
    """By programme, the seats that may pay: joined ones stand for their hosts."""
    cache = catalogue_of(world.scenario).payers
    seats = tuple(world.seats)
    payers = cache.get(seats)
    if payers is None:
        payers = cache[seats] = {
            offer.id: tuple(dict.fromkeys(host for host in (host_of(world, seat) for seat in offer.payers) if host))
            for offer in catalogue_of(world.scenario).offers
        }
    return payers


@until_changed
def together(
    world: World, turn: int, theirs: float, majority: float, match: float, heed: float, early: float
) -> dict[str, Basket]:
    """All seats' money on one list: the most gap per billion first, paid by who has most. Asked by what of a course
    decides it: seats whose courses differ in other things share the list."""
    shelf = catalogue_of(world.scenario)
    now = _filled(world, theirs, majority, match)
    filled, part_of, weight, need = list(now.filled), list(now.part_of), now.weight, shelf.need
    worth = [w * of for w, of in zip(weight, shelf.worth, strict=True)]
    if heed:
        thin = _thin(world)
        worth = [w * (1 + heed * thin[t]) for w, t in zip(worth, shelf.theatre, strict=True)]
    money = {
        seat: max(0.0, world.figures[path_of(WALLET, seat)] - SLACK)
        for seat, state in world.seats.items()
        if seat in with_forces(world) and not state.provisional
    }
    sheets: dict[str, list[tuple[str, float]]] = {seat: [] for seat in money}
    recruits = dict(_recruits(world))
    growth = _growth(world)
    k = world.scenario.coefficients
    room = k.industry_cap * world.figures[world.scenario.names.industry]
    heap = [
        (-gain_of(offer, part_of, worth) * (1 + early * (offer.lead - 1)) / cost, offer.place, cost)
        for offer, cost in _all_to_be_had(world, turn)
    ]
    heapify(heap)
    payers = _payers(world)
    while heap:
        value, place, cost = heappop(heap)
        if value >= 0 or cost > room:
            continue
        offer = shelf.offers[place]
        if sum_of([money.get(seat, 0.0) for seat in payers[offer.id]]) < 0.99 * cost:
            continue  # too little between them, and there will never be more
        anew = -gain_of(offer, part_of, worth) * (1 + early * (offer.lead - 1)) / cost
        if heap and anew > heap[0][0]:
            heappush(heap, (anew, place, cost))
            continue
        parts = _split(payers[offer.id], money, sheets, cost)
        if not parts or not _manned(parts, offer, recruits, growth):
            continue
        for seat, part in parts:
            money[seat] -= cost * part / 100
            sheets[seat].append((offer.id, part))
        room -= cost
        for cell, amount in offer.cells:
            filled[cell] += amount
            part_of[cell] = filled[cell] / need[cell]
    return {seat: Basket(tuple(sheets[seat]), max(0.0, money[seat])) for seat in money}


class _Fill(NamedTuple):
    """By cell: what fills it as a course counts, the part of its need that this is, and the cell's weight."""

    filled: list[float]
    part_of: list[float]
    weight: list[float]


@until_changed
def _filled(world: World, theirs: float, majority: float, match: float) -> _Fill:
    """Fill by cell as a course counts it; weights are more where a majority lacks most."""
    shelf = catalogue_of(world.scenario)
    others, anchors = fill(world)
    short = lacking(world)
    weight = [1 + majority * short[cell % shelf.areas] for cell in range(len(others))]
    if match:
        for cell, (going, gone) in enumerate(zip(departing(world), unmatched(world), strict=True)):
            if going + gone and shelf.need[cell]:
                weight[cell] += match * min(1.0, 10 * (going + gone) / shelf.need[cell])
    filled = [a + theirs * b for a, b in zip(others, anchors, strict=True)]
    return _Fill(filled, [have / need if need else 0.0 for have, need in zip(filled, shelf.need, strict=True)], weight)


@until_changed
def _thin(world: World) -> list[float]:
    """By theatre, how near pressure stands to what deters, or how far above it: 0 to 2, 1 where they are equal."""
    return [max(0.0, min(2.0, 1 - margin / THIN)) for margin in margins(world).values()]


def _split(
    payers: tuple[str, ...], money: dict[str, float], sheets: dict[str, list[tuple[str, float]]], cost: float
) -> list[tuple[str, float]]:
    """Who pays how many per cent: who has most first, as few as it takes; nobody when they can't."""
    able = [(-money[seat], n) for n, seat in enumerate(payers) if seat in money]
    able = [(less, n) for less, n in able if less < -0.2 and len(sheets[payers[n]]) < FUNDS]
    able.sort()
    parts, rest = [], 100.0
    for less, n in able:
        seat = payers[n]
        part = min(rest, int(-less / cost * 1e4) / 100)
        if part > 0:
            parts.append((seat, part))
            rest = round(rest - part, 2)
        if rest <= 0:
            return parts
    return []


@until_changed
def _recruits(world: World) -> dict[str, float]:
    """Thousands of soldiers each seat has to spare once all that is building is manned."""
    spare = {seat: world.figures.get(path_of(SOLDIERS, seat), 0.0) for seat in with_forces(world)}
    for offer in catalogue_of(world.scenario).manned:
        state = world.programmes[offer.id]
        waiting = state.ordered - state.delivered
        if waiting:
            for seat, part in state.paid:
                if seat in spare:
                    spare[seat] -= waiting * offer.soldiers * part / state.ordered
    return spare


@until_changed
def _growth(world: World) -> dict[str, float]:
    """Thousands of soldiers each seat gains a turn."""
    half = world.scenario.coefficients.soldiers_growth / 2
    frame = frame_of(world.scenario)
    return {seat: half * soldiers_of(frame, world.seats[seat].members) for seat in with_forces(world)}


def _manned(parts: list[tuple[str, float]], offer: Offer, recruits: dict[str, float], growth: dict[str, float]) -> bool:
    """Whether the payers can man it when it comes; takes the soldiers when they can."""
    needs = [(seat, offer.soldiers * part / 100) for seat, part in parts]
    if any(need > recruits[seat] + growth[seat] * (offer.lead + 1) for seat, need in needs):
        return False
    for seat, need in needs:
        recruits[seat] -= need
    return True


def _own(world: World, seat: str, wallet: float, course: Course, goals: Goals, reserve: float = 0.0) -> Basket:
    """The seat's objectives first, then the gaps it cares for, from its own purse; `reserve` is for objectives only."""
    shelf = catalogue_of(world.scenario)
    _, part_of, weight = _filled(world, course.theirs, course.majority, course.match)
    liked = [1 + goals.theatres.get(theatre, 0.0) / 6 for theatre in world.scenario.theatres]
    if course.heed:
        mine = frozenset(world.seats[seat].members)
        for t, (spec, thin) in enumerate(zip(world.scenario.theatres.values(), _thin(world), strict=True)):
            if thin and not mine.isdisjoint(spec.members):
                liked[t] *= 1 + course.heed * thin
    worth = [w * liked[t] * of for w, t, of in zip(weight, shelf.theatre, shelf.worth, strict=True)]
    recruits, growth = dict(_recruits(world)), _growth(world)
    wanted = []
    payers_of = _payers(world)
    asked_for = _asked_for(world.scenario, goals)
    for offer, cost in (*_all_to_be_had(world, world.turn), *_to_order(world, goals)):
        payers = payers_of[offer.id]
        if seat in payers:
            value = gain_of(offer, part_of, worth) * (1 + course.early * (offer.lead - 1)) / cost
            value *= _liking(world, seat, offer, payers, goals)
            if goals.shared and len(payers) > 1 and not _in(world, seat, offer):
                value += goals.shared / 2000
            if offer.id in asked_for and not world.programmes[offer.id].ordered:
                value += asked_for[offer.id]
                value += 1 / cost if _comes_late(world, offer) else offer.lead  # what takes longest can wait least
            wanted.append((-value, offer.place, cost))
    wanted.sort()
    funds: list[tuple[str, float]] = []
    for value, place, cost in wanted:
        offer = shelf.offers[place]
        if len(funds) == FUNDS or value >= 0:
            break
        aim = offer.id in asked_for
        if cost <= (wallet if aim else wallet - reserve) and _manned([(seat, 100.0)], offer, recruits, growth):
            funds.append((offer.id, 100.0))
            wallet -= cost
        elif aim and not world.programmes[offer.id].ordered and world.turn < world.turns:
            return Basket(tuple(funds), 0.0)  # what is left is saved for it
    return Basket(tuple(funds), wallet)


@lru_cache(maxsize=256)
def _asked_for(scenario: Scenario, goals: Goals) -> dict[str, float]:
    """Programmes that objectives name, and those whose owner fills the cells of its own theatre that they name."""
    if not goals.cells:
        return goals.programmes
    shelf = catalogue_of(scenario)
    found = dict(goals.programmes)
    for (theatre, area), weight in goals.cells.items():
        cell = scenario.theatre_index[theatre] * shelf.areas + scenario.area_index[area]
        for offer in shelf.offers:
            fills = any(at == cell and step >= FILLS for at, step in offer.steps)
            if fills and offer.leader in scenario.theatres[theatre].members:
                found[offer.id] = found.get(offer.id, 0.0) + weight
    return found


def _liking(world: World, seat: str, offer: Offer, payers: tuple[str, ...], goals: Goals) -> float:
    """Less for what others are as likely to buy this turn, more for the way the seat wants its money to go."""
    liking = 1.0 if payers[(world.turn + offer.place) % len(payers)] == seat else 0.5
    if goals.ways:
        liking *= 2.0 if offer.way in goals.ways else 0.5
    return liking


def _in(world: World, seat: str, offer: Offer) -> bool:
    return any(who == seat for who, _ in world.programmes[offer.id].paid)
