"""Readiness: forces of today that stand ready while their seat pays for it, and what that is worth."""

from tabletop.model.cause import because
from tabletop.model.figures.forms import READINESS, WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.moves import SetReadiness
from tabletop.model.world import Supply, World
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move, settle
from tabletop.rules.world.frame import UNIT, Frame, frame_of, nonzero
from tabletop.rules.world.memory import latest, until_changed


def set_readiness(draft: Draft, orders: list[tuple[str, SetReadiness, int]]) -> None:
    """Sets levels of readiness and pays for them; a level that can't be paid falls to what can. Credits the ledger."""
    prices = readiness_prices(draft)
    levels = {seat: (order.level, ref) for seat, order, ref in orders}
    books = _books(draft.frame, *draft.own_supply.items())
    for seat, state in draft.seats.items():
        if not state.members or seat not in draft.own_supply:
            continue
        figure = path_of(READINESS, seat)
        old = draft.figures.get(figure, 0.0)
        level, ref = levels.get(seat, (old, 0))
        price = prices[seat] if level else 0.0
        if price:
            level = min(level, draft.figures[path_of(WALLET, seat)] / price)
            move(draft, path_of(WALLET, seat), -level * price, because("readiness-paid", who=seat), ref)
        if level != old:
            settle(draft, figure, level, because("readiness", who=seat), ref)
            _credit(draft, seat, level - old, books[seat])


def readiness_price(world: World, seat: str) -> float:
    """Billion dollars a turn at level 1: the seat's part of all forces of today."""
    return readiness_prices(world)[seat]


@until_changed
def readiness_prices(world: World) -> dict[str, float]:
    """The same by seat."""
    return _prices(frame_of(world.scenario), *world.own_supply.items())


@latest
def _prices(frame: Frame, *today: tuple[str, Supply]) -> dict[str, float]:
    parts = {seat: _worth(frame, supply) for seat, supply in today}
    total = sum_of(parts.values())
    cost = frame.scenario.coefficients.readiness_cost
    return {seat: cost * part / total if total else 0.0 for seat, part in parts.items()}


def _worth(frame: Frame, supply: Supply) -> float:
    """What forces are worth to deterrence all over, each cell by its need."""
    return sum_of(need * supply[t][i] for (t, i), need in frame.needs.items())


@latest
def _books(frame: Frame, *today: tuple[str, Supply]) -> dict[str, tuple[list[str], list[int]]]:
    """By seat, the figures of the ledger where its supply is not nothing, and the millionths there."""
    every = nonzero(frame, tuple([supply for _, supply in today]))
    return {
        seat: ([frame.book[cell] for cell, _ in cells], [amount for _, amount in cells])
        for (seat, _), cells in zip(today, every, strict=True)
    }


def _credit(draft: Draft, seat: str, change: float, book: tuple[list[str], list[int]]) -> None:
    """Readiness counts in the ledger of matches, and is debited when it lapses, below zero if need be."""
    gain = draft.scenario.coefficients.readiness_gain * change
    figures, amounts = book
    parts = [n / UNIT for n in map(round, map(gain.__mul__, amounts))]
    if any(parts):
        cells = zip(figures, parts, strict=True)
        draft.change_ledger(
            cells if all(parts) else [cell for cell in cells if cell[1]], because("readiness-credited", who=seat)
        )
