"""What a seat still has this turn: money, political capital, orders. One line above every table; and in a sentence what
its answers take and what it will have next turn."""

from textual.content import Content

from tabletop.table.levers import Levers
from tabletop.table.purse import Purse
from tabletop.tui.kit.cells import dotted
from tabletop.tui.look import palette
from tabletop.words.money import money

_LEAST = 0.005
"""Billion dollars below which nothing is said."""


def purse_line(purse: Purse, *, short: bool = False, then: float | None = None) -> Content:
    """ "27.5 of 32.5 bn left, answers take 1.4 · capital 46 of 50 left · orders 1/5 · next turn 30.1 bn"; without money
    for a seat that has none. `short`: "27.5 bn left, answers take 1.4 · capital 46 left". `then`: next turn's money."""
    of_money, of_capital = ("", "") if short else (f" of {money(purse.money)}", f" of {purse.capital:.0f}")
    parts = (
        [_part("", purse.money_left, money(purse.money_left), f"{of_money} bn left{_answers(purse)}")]
        if purse.pays
        else []
    )
    parts.append(_part("capital ", purse.capital_left, f"{purse.capital_left:.0f}", f"{of_capital} left"))
    if not short:
        parts.append(_part("orders ", 0, f"{purse.orders}/{purse.most}", ""))
    if then is not None:
        parts.append(_part("next turn ", then, money(then), " bn"))
    return dotted(parts)


def purse_sentence(levers: Levers) -> str:
    """ "5.8 of 7.2 bn left, answers take 1.4; next turn there will be 7.6 bn."; "" for a seat without money."""
    purse, then = levers.purse, levers.money_next
    if not purse.pays:
        return ""
    will = f"; next turn there will be {money(then)} bn" if then is not None else ""
    return f"{money(purse.money_left)} of {money(purse.money)} bn left{_answers(purse)}{will}."


def _answers(purse: Purse) -> str:
    """What is paid beside the sheet."""
    if abs(purse.answers) < _LEAST:
        return ""
    return f", answers {'take' if purse.answers > 0 else 'bring'} {money(abs(purse.answers))}"


def _part(before: str, rest: float, figure: str, after: str) -> Content:
    ink = f"bold {palette.BRIGHT if rest >= 0 else palette.LOW}"
    return Content.assemble((before, palette.LABEL), (figure, ink), (after, palette.LABEL))
