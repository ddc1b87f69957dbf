"""Readiness: forces of today that stand ready while their seat pays for it, and what that costs."""

from functools import lru_cache

from tabletop.model.cause import because
from tabletop.model.figures.forms import READINESS, WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.moves import SetReadiness
from tabletop.model.world import Supply, World
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move, settle
from tabletop.rules.world.frame import Frame, counting, frame_of, needs_by_cell
from tabletop.rules.world.hosts import with_forces
from tabletop.rules.world.memory import latest, until_changed


def set_readiness(draft: Draft, orders: list[tuple[str, SetReadiness, int]]) -> None:
    """Sets levels of readiness and pays for them. A level rises a step a turn at most and falls to what can be paid."""
    prices = readiness_prices(draft)
    wanted = {seat: (order.level, ref) for seat, order, ref in orders}
    for seat in with_forces(draft):
        figure = path_of(READINESS, seat)
        old = draft.figures.get(figure, 0.0)
        asked, ref = wanted.get(seat, (old, 0))
        level = reached(draft, seat, asked)
        price = prices[seat] if level else 0.0
        if price:
            level = min(level, draft.figures[path_of(WALLET, seat)] / price)
            move(draft, path_of(WALLET, seat), -level * price, because("readiness-paid", who=seat), ref)
        if level != old:
            settle(draft, figure, level, because("readiness", who=seat), ref)


def reached(world: World, seat: str, level: float) -> float:
    """The level that a seat's forces have after this turn when it asks for one: they rise a step a turn at most."""
    return min(level, world.figures.get(path_of(READINESS, seat), 0.0) + world.scenario.coefficients.readiness_step)


def mean_level(world: World) -> float:
    """The mean level of readiness, 0..1, seats weighed by what their forces are worth."""
    prices = readiness_prices(world)
    total = sum_of(prices.values())
    if not total:
        return 0.0
    return sum_of(price * world.figures.get(path_of(READINESS, seat), 0.0) for seat, price in prices.items()) / total


def readiness_price(world: World, seat: str) -> float:
    """Billion dollars a turn at level 1: the seat's part of all forces of today."""
    return readiness_prices(world)[seat]


@until_changed
def readiness_prices(world: World) -> dict[str, float]:
    """The same by seat."""
    own = world.own_supply
    teams = [(seat, world.seats[seat].members) for seat in with_forces(world)]
    return _prices(frame_of(world.scenario), tuple(own), tuple(own.values()), teams)


@latest
def _prices(
    frame: Frame, owners: tuple[str, ...], supplies: tuple[Supply, ...], teams: list[tuple[str, tuple[str, ...]]]
) -> dict[str, float]:
    own = dict(zip(owners, supplies, strict=True))
    parts = {seat: sum_of([_worth(frame, own[m]) for m in members if m in own]) for seat, members in teams}
    total = sum_of(parts.values())
    cost = frame.scenario.coefficients.readiness_cost
    return {seat: cost * part / total if total else 0.0 for seat, part in parts.items()}


@lru_cache(maxsize=1024)
def _worth(frame: Frame, supply: Supply) -> float:
    """What forces are worth to deterrence all over, each cell by its need."""
    needs = needs_by_cell(frame)
    return sum_of([needs[cell] * amount for cell, amount in counting(frame, supply)])
