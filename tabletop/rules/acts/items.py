"""What control rules on: orders, free moves, texts and answers of this turn, found by the number of their move."""

from tabletop.model.injects import InjectState
from tabletop.model.world import World

_WAITING = (InjectState.DELIVERED, InjectState.SEEN, InjectState.ANSWERED)


def find_item(world: World, number: int) -> str:
    """The key of an item: "berlin/2", "free/berlin/1", "text/ID" or "inject/ID". Raises KeyError.

    An inject is found by the number of an answer, or of control's move that fired it.
    """
    if number <= 0:
        raise KeyError(number)
    for seat, state in world.seats.items():
        for index, order in enumerate(state.orders):
            if order.ref == number and order.move.order:
                return f"{seat}/{index}"
    for free in world.free_moves:
        if free.ref == number and free.turn == world.turn:
            return f"free/{free.seat}/{free.number}"
    for name, text in world.texts.items():
        if text.ref == number and text.state == "open":
            return f"text/{name}"
    for name, inject in world.injects.items():
        if inject.state in _WAITING and (number in inject.refs or number == inject.ref):
            return f"inject/{name}"
    raise KeyError(number)
