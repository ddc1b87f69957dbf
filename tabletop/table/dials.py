"""What a key on a row of a seat's money orders: the move by which a dial goes a step up or down. Pure."""

from collections.abc import Callable
from math import isclose
from typing import Final

from tabletop.model.moves import Fund, Invest, Move, SetReadiness, SetSpending
from tabletop.table.budget import Budget
from tabletop.table.levers import Levers

STEP: Final = 0.1
"""Points of GDP that one key moves; a share of readiness."""
FINE: Final = 0.05
"""The same with a key for a little."""
OFFER: Final = 25.0
"""Per cent of a tranche that one key takes off an offer."""

Dial = tuple[str, ...]
"""What a dial is about: ("member", id), ("readiness",), ("programme", id) or ("way", id)."""


def turned(levers: Levers, dial: Dial, way: int, step: float = STEP) -> Move | None:
    """The order by which a dial moves one step, `way` 1 or -1; a take-back where nothing would be left of it; None
    where there is nothing to order."""
    budget, seat = levers.budget, levers.seat
    match dial:
        case ("member", member) if not levers.world.scenario.members[member].outside_path:
            share = round(max(0.0, budget.planned(member) + way * step), 6)
            spending = SetSpending(seat=seat, member=member, share=share)
            return _back(levers, spending, share, lambda then: then.planned(member)) or spending
        case ("readiness",):
            level = round(min(1.0, max(0.0, budget.level + way * step)), 6)
            ready = SetReadiness(seat=seat, level=level)
            return _back(levers, ready, level, lambda then: then.level) or ready
        case ("programme", programme):
            return _offer(levers, programme, way)
        case ("way", name):
            amount = round(budget.invested(name) + way * levers.world.scenario.ways[name].per, 6)
            move = Invest(seat=seat, way=name, amount=amount)
            return move if amount > 0 else levers.take_back(move)
    return None


def _back(levers: Levers, move: Move, value: float, plan: Callable[[Budget], float]) -> Move | None:
    """The order off the sheet again, where its dial is back at what is planned without it."""
    back = levers.take_back(move)
    then = levers.after(back) if back else None
    return back if then and isclose(plan(then.budget), value, abs_tol=1e-5) else None


def standing_offer(levers: Levers, programme: str) -> Fund:
    """The order by which an offer begins to stand each turn, or ceases to."""
    pays, stands = levers.budget.offered(programme)
    return Fund(seat=levers.seat, programme=programme, pays=pays or 100.0, standing=not stands)


def _offer(levers: Levers, programme: str, way: int) -> Move | None:
    """100 per cent at once, then a quarter less with each -."""
    pays, stands = levers.budget.offered(programme)
    part = 100.0 if way > 0 else pays - OFFER
    move = Fund(seat=levers.seat, programme=programme, pays=max(0.0, part), standing=stands and part > 0)
    if part > 0 or dict(levers.world.programmes[programme].standing).get(levers.seat):
        return move
    return levers.take_back(move)
