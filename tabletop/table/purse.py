"""What a seat still has this turn: money, political capital, orders."""

from attrs import frozen

from tabletop.model.figures.forms import CAPITAL, WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.rules.acts.orders import attention, committed
from tabletop.rules.acts.political_capital import taken


@frozen
class Purse:
    """`money` in billion dollars and `capital` in points as the turn opened, and what is left of each when the sheet is
    carried out; below 0 it can't be. `orders` of `most` are used. `pays`: whether the seat has money at all."""

    money: float
    money_left: float
    capital: float
    capital_left: float
    orders: int
    most: int
    pays: bool


def purse(world: World, seat: str) -> Purse:
    """A seat's, under its sheet as it stands."""
    money, capital = world.figures.get(path_of(WALLET, seat), 0.0), world.figures[path_of(CAPITAL, seat)]
    return Purse(
        money=money,
        money_left=money - committed(world, seat),
        capital=capital,
        capital_left=capital - taken(world, seat),
        orders=attention(world, seat),
        most=world.scenario.orders,
        pays=bool(world.seats[seat].members) and bool(money),
    )
