"""What a seat still has this turn: money, political capital, orders. One line above every table."""

from textual.content import Content

from tabletop.table.purse import Purse
from tabletop.tui.kit.cells import dotted
from tabletop.tui.look import palette
from tabletop.words.money import money


def purse_line(purse: Purse, *, short: bool = False) -> Content:
    """ "27.5 of 32.5 bn left · capital 46 of 50 left · orders 1/5"; without money for a seat that has none. `short`:
    "27.5 bn left · capital 46 left"."""
    of_money, of_capital = ("", "") if short else (f" of {money(purse.money)}", f" of {purse.capital:.0f}")
    parts = [_part("", purse.money_left, money(purse.money_left), f"{of_money} bn left")] if purse.pays else []
    parts.append(_part("capital ", purse.capital_left, f"{purse.capital_left:.0f}", f"{of_capital} left"))
    if not short:
        parts.append(_part("orders ", 0, f"{purse.orders}/{purse.most}", ""))
    return dotted(parts)


def _part(before: str, rest: float, figure: str, after: str) -> Content:
    ink = f"bold {palette.BRIGHT if rest >= 0 else palette.LOW}"
    return Content.assemble((before, palette.LABEL), (figure, ink), (after, palette.LABEL))
