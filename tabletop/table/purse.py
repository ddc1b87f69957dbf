"""What a seat still has this turn: money, political capital, orders."""

from attrs import frozen

from tabletop.model.figures.forms import CAPITAL, WALLET
from tabletop.model.figures.glossary import read_path
from tabletop.model.figures.path import path_of
from tabletop.model.injects import InjectState
from tabletop.model.world import World
from tabletop.rules.acts.orders import attention, committed
from tabletop.rules.acts.political_capital import taken
from tabletop.rules.turn.injects import OPEN, choices
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.hosts import host_of


@frozen
class Purse:
    """`money` in billion dollars and `capital` in points as the turn opened, and what is left of each when the sheet is
    carried out; below 0 it can't be. `answers`: billion dollars that its own answers take beside the sheet, once that
    is paid; below 0 they bring some. `orders` of `most` are used. `pays`: whether the seat has money at all."""

    money: float
    money_left: float
    answers: float
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
        answers=_by_answers(world, seat),
        capital=capital,
        capital_left=capital - taken(world, seat),
        orders=attention(world, seat),
        most=world.scenario.orders,
        pays=bool(world.seats[seat].members) and bool(money),
    )


def _by_answers(world: World, seat: str) -> float:
    """What the seat's answers of this turn take of its own money, each with its part, strong as on average."""
    total = 0.0
    for name, state in world.injects.items():
        spec, option = world.scenario.injects.get(name), dict(state.answers).get(seat)
        if spec is None or not option or state.state not in (*OPEN, InjectState.ANSWERED):
            continue
        effects = next((each.effects for each in spec.options if each.id == option), ())
        total -= sum_of(each.add for each in effects if _own_money(world, seat, each.on)) / len(choices(world, name))
    return total


def _own_money(world: World, seat: str, on: str) -> bool:
    figure, what = read_path(on)
    if figure is None or figure.form != WALLET:
        return False
    return host_of(world, what[0]) == seat
