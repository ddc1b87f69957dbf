"""A seat's sheet of orders: what they use of its attention and money, and which replace each other."""

from collections.abc import Sequence

from tabletop.model.events import OrderPlaced, OrderTakenBack
from tabletop.model.figures.forms import WALLET
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Move
from tabletop.model.refusal import Refusal
from tabletop.model.seats import Order
from tabletop.model.world import World
from tabletop.rules.acts.act import ACTS
from tabletop.rules.world.arithmetic import count_of, sum_of
from tabletop.rules.world.draft import Draft


def thing(move: Move) -> tuple[str, ...]:
    """What a move decides about; two orders about the same thing are one order changed."""
    about = ACTS[type(move)].about
    return about(move) if about else ()


def replaced(orders: Sequence[Order], move: Move) -> int:
    """The place of the order on a sheet that an order takes, -1 for none."""
    about = ACTS[type(move)].about
    if about and (subject := about(move)):
        for index, order in enumerate(orders):
            if ACTS[type(order.move)].about is about and about(order.move) == subject:
                return index
    return -1


def same_thing(one: Move, other: Move) -> bool:
    """Whether the second order takes the place of the first."""
    about = thing(one)
    return bool(about) and about == thing(other)


def put_on_sheet(draft: Draft, move: Move, ref: int) -> None:
    """Enters a move on its seat's sheet; one about the same thing replaces the one before."""
    index = replaced(draft.seats[move.seat].orders, move)
    if index >= 0:
        draft.emit(OrderTakenBack(move.seat, index))
    draft.emit(OrderPlaced(move.seat, Order(move, ref, is_free(draft, move))))


def is_free(world: World, move: Move) -> bool:
    """Whether a move on the sheet costs no order."""
    free = ACTS[type(move)].free
    return free is not None and free(world, move)


def counts(world: World, move: Move) -> bool:
    """Whether a move takes one of its seat's orders."""
    return ACTS[type(move)].sheet and not is_free(world, move)


def attention(world: World, seat: str) -> int:
    """Orders a seat has used this turn."""
    return count_of(not order.free for order in world.seats[seat].orders)


def cost(world: World, move: Move) -> float:
    """Billion dollars an order takes from its seat's wallet this turn."""
    asks = ACTS[type(move)].cost
    return asks(world, move) if asks else 0.0


def committed(world: World, seat: str, without: Move | None = None) -> float:
    """Billion dollars a seat's sheet takes this turn: its orders, standing offers and standing readiness."""
    orders = [o.move for o in world.seats[seat].orders if without is None or not same_thing(o.move, without)]
    total = sum_of(cost(world, order) for order in orders)
    subjects = {thing(order) for order in orders} | ({thing(without)} if without is not None else set())
    for act in ACTS.values():
        for move in act.standing(world, seat) if act.standing else ():
            if thing(move) not in subjects:
                total += cost(world, move)
    return total


def too_dear(world: World, move: Move) -> Refusal | None:
    """A refusal when the sheet with this order would take more than the seat has."""
    have = world.figures[path_of(WALLET, move.seat)]
    need = committed(world, move.seat, move) + cost(world, move)
    if need > have + 1e-6:
        return Refusal(
            "money/short",
            f"the sheet would take {need:.1f} bn and {world.seats[move.seat].name} has {have:.1f} bn this turn",
        )
    return None
