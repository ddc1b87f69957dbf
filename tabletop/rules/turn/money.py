"""Programme money: what budgets give each turn, what running costs take, what lapses."""

from tabletop.model.cause import because
from tabletop.model.figures.forms import WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move
from tabletop.rules.world.frame import Frame, frame_of
from tabletop.rules.world.memory import by_scenario

_LAPSES, _INCOME = because("money-lapses"), because("income")


def income(world: World, seat: str) -> float:
    """What a seat's wallet gains a turn, in billion dollars, before running costs."""
    k = world.scenario.coefficients
    equipment, free, base = k.equipment_share, k.free_level, k.base_money
    members = world.members
    total = 0.0
    for member, percent in _percents(frame_of(world.scenario), world.seats[seat].members):
        share = members[member].spending
        total += percent * (equipment * (share - free if share > free else 0.0) + base * share)
    return total / 2


def on_path(frame: Frame, members: tuple[str, ...]) -> list[str]:
    """Of some members those with a pledge path."""
    return [member for member, _ in _percents(frame, members)]


@by_scenario
def _percents(frame: Frame, members: tuple[str, ...]) -> list[tuple[str, float]]:
    """Of some members those with a pledge path, and a per cent of their GDP in billion dollars."""
    specs = frame.scenario.members
    return [(m, specs[m].gdp / 100) for m in members if not specs[m].outside_path]


def running(world: World, seat: str) -> float:
    """What a seat pays a turn to run what it has bought, in billion dollars."""
    return _running(world).get(seat, 0.0)


def _running(world: World) -> dict[str, float]:
    totals: dict[str, float] = {}
    for name, state in world.programmes.items():
        if state.delivered and state.ordered:
            for seat, paid in state.paid:
                due = world.scenario.programmes[name].running / 2 * paid * state.delivered / state.ordered
                totals[seat] = totals.get(seat, 0.0) + due
    return totals


def close_books(draft: Draft) -> None:
    """Most of what is left lapses, next turn's money comes in, running costs go out."""
    k = draft.scenario.coefficients
    costs = _running(draft)
    for seat, state in draft.seats.items():
        if not state.members:
            continue
        wallet = path_of(WALLET, seat)
        move(draft, wallet, -(1 - k.carry_over) * draft.figures[wallet], _LAPSES)
        move(draft, wallet, income(draft, seat) - costs.get(seat, 0.0), _INCOME)
