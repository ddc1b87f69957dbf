"""Stocks: what lies on the shelves is used up each turn and refilled by what industry makes."""

from tabletop.model.cause import because
from tabletop.model.world import Supply, World
from tabletop.rules.world.arithmetic import count_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move
from tabletop.rules.world.frame import UNIT, Frame, frame_of
from tabletop.rules.world.memory import latest


def turn_stocks(draft: Draft) -> None:
    """A turn's use and production in every theatre that keeps a stock, in days; full shelves take no more."""
    k, names = draft.scenario.coefficients, draft.scenario.names
    made = k.stock_refill * draft.figures[names.industry] / 100
    used = k.stock_use
    if not made and not used:
        return
    areas = draft.frame.areas
    for (t, i), stock in draft.frame.stocks.items():
        held = days_held(draft, t, i)
        out = min(held, used * stock.days)
        room = max(0.0, stock.days - held + out)
        come = min(room, made * stock.days)
        if not draft.record:  # the same two steps without a word about them
            draft.shift(stock.key, -out)
            draft.shift(stock.key, come)
            continue
        move(draft, stock.key, -out, because("stock-used", areas[i]))
        move(draft, stock.key, come, because("stock-refilled", areas[i]))


def days_held(world: World, t: int, i: int) -> float:
    """Days of stock that the others have on their own shelves, readiness left aside; never below 0."""
    frame = frame_of(world.scenario)
    stock = frame.stocks[t, i]
    depots = world.new_supply[t][i] + _depots(frame, *world.own_supply.values())[t, i]
    return max(0.0, depots / UNIT / stock.requirement * stock.days + world.figures.get(stock.key, 0.0))


@latest
def _depots(frame: Frame, *today: Supply) -> dict[tuple[int, int], int]:
    """By theatre and area with a shelf, what all seats' forces of today bring."""
    return {(t, i): count_of([supply[t][i] for supply in today]) for t, i in frame.stocks}
