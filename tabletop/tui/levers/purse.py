"""What a seat still has this turn: money, political capital, orders. One line above every table."""

from collections.abc import Callable

from textual.content import Content

from tabletop.table.purse import Purse
from tabletop.tui.look import palette
from tabletop.words.money import money


def purse_line(purse: Purse) -> Content:
    """ "27.5 of 32.5 bn left · capital 46 of 50 left · orders 1/5"; without money for a seat that has none."""
    parts: list[Content] = []
    if purse.pays:
        parts.append(_part("", purse.money_left, money, f" of {money(purse.money)} bn left"))
    parts.append(_part("capital ", purse.capital_left, "{:.0f}".format, f" of {purse.capital:.0f} left"))
    used = f"{purse.orders}/{purse.most}"
    parts.append(Content.assemble(("orders ", palette.LABEL), (used, f"bold {palette.BRIGHT}")))
    return Content.styled(" · ", palette.DIM).join(parts)


def left_line(purse: Purse) -> Content:
    """ "27.5 bn · capital 46 left": the same for a narrow place."""
    parts = [_part("", purse.money_left, money, " bn left")] if purse.pays else []
    parts.append(_part("capital ", purse.capital_left, "{:.0f}".format, " left"))
    return Content.styled(" · ", palette.DIM).join(parts)


def _part(before: str, left: float, say: Callable[[float], str], after: str) -> Content:
    ink = f"bold {palette.BRIGHT if left >= 0 else palette.LOW}"
    return Content.assemble((before, palette.LABEL), (say(left), ink), (after, palette.LABEL))
