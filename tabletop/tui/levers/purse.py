"""What a seat still has this turn: money, political capital, orders. One line above every table."""

from collections.abc import Callable

from textual.content import Content

from tabletop.model.world import World
from tabletop.rules.acts.orders import attention, committed
from tabletop.rules.acts.spending import planned_shares, rise_cost
from tabletop.tui.levers.pricing import money
from tabletop.tui.look import palette


def wallet_left(world: World, seat: str) -> float:
    """Billion dollars left when the sheet is paid."""
    return world.figures.get(f"wallet/{seat}", 0.0) - committed(world, seat)


def capital_left(world: World, seat: str) -> float:
    """Points of political capital left when the sheet is carried out."""
    return world.figures[f"capital/{seat}"] - rise_cost(world, seat, planned_shares(world, seat))


def purse_line(world: World, seat: str) -> Content:
    """ "27.5 of 32.5 bn left · capital 46 of 50 left · orders 1/5"; without money for a seat that has none."""
    parts: list[Content] = []
    have = world.figures.get(f"wallet/{seat}", 0.0)
    if world.seats[seat].members and have:
        parts.append(_part("", wallet_left(world, seat), money, f" of {money(have)} bn left"))
    left = capital_left(world, seat)
    parts.append(_part("capital ", left, "{:.0f}".format, f" of {world.figures[f'capital/{seat}']:.0f} left"))
    used = f"{attention(world, seat)}/{world.scenario.orders}"
    parts.append(Content.assemble(("orders ", palette.LABEL), (used, f"bold {palette.BRIGHT}")))
    return Content.styled(" · ", palette.DIM).join(parts)


def left_line(world: World, seat: str) -> Content:
    """ "27.5 bn · capital 46 left": the same for a narrow place."""
    parts = []
    if world.seats[seat].members and world.figures.get(f"wallet/{seat}", 0.0):
        parts.append(_part("", wallet_left(world, seat), money, " bn left"))
    parts.append(_part("capital ", capital_left(world, seat), "{:.0f}".format, " left"))
    return Content.styled(" · ", palette.DIM).join(parts)


def _part(before: str, left: float, say: Callable[[float], str], after: str) -> Content:
    ink = f"bold {palette.BRIGHT if left >= 0 else palette.LOW}"
    return Content.assemble((before, palette.LABEL), (say(left), ink), (after, palette.LABEL))
