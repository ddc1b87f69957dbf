"""Stocks: what lies on the shelves is used up each turn and refilled by what industry makes."""

from tabletop.model.cause import Kind, because
from tabletop.model.world import Supply, World
from tabletop.rules.turn.readiness import mean_level
from tabletop.rules.world.arithmetic import count_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move
from tabletop.rules.world.frame import UNIT, Frame, frame_of
from tabletop.rules.world.memory import latest


def turn_stocks(draft: Draft) -> None:
    """A turn's use and production in every theatre that keeps a stock, in days; full shelves take no more."""
    k, names = draft.scenario.coefficients, draft.scenario.names
    made = k.stock_refill * draft.figures[names.industry] / 100
    used = k.stock_use + k.readiness_use * mean_level(draft)
    if not made and not used:
        return
    areas = draft.frame.areas
    for ((_, i), stock), held in zip(draft.frame.stocks.items(), days_held(draft), strict=True):
        out = min(held, used * stock.days)
        room = max(0.0, stock.days - held + out)
        come = min(room, made * stock.days)
        kind: Kind = "stock-refilled" if come > out else "stock-used"
        move(draft, stock.key, come - out, because(kind, areas[i]))


def days_held(world: World) -> list[float]:
    """By shelf, days of stock that the others have on their own, readiness left aside; never below 0."""
    frame, new, figures = frame_of(world.scenario), world.new_supply, world.figures
    today = _depots(frame, *world.own_supply.values())
    return [
        max(0.0, (new[t][i] + depots) / UNIT / stock.requirement * stock.days + figures.get(stock.key, 0.0))
        for ((t, i), stock), depots in zip(frame.stocks.items(), today, strict=True)
    ]


@latest
def _depots(frame: Frame, *today: Supply) -> list[int]:
    """By shelf, what all seats' forces of today bring."""
    return [count_of([supply[t][i] for supply in today]) for t, i in frame.stocks]
