"""What control rules on: orders, free moves, texts and answers of this turn, found by the number of their move."""

from tabletop.model.world import World


def find_item(world: World, number: int) -> str:
    """The key of an item: "berlin/2", "free/berlin/1", "text/ID" or "inject/ID". Raises KeyError."""
    for seat, state in world.seats.items():
        for index, order in enumerate(state.orders):
            if order.ref == number and order.move.do != "table-text":
                return f"{seat}/{index}"
    for free in world.free_moves:
        if free.ref == number and free.turn == world.turn:
            return f"free/{free.seat}/{free.number}"
    for name, text in world.texts.items():
        if text.ref == number:
            return f"text/{name}"
    for name, inject in world.injects.items():
        if number in inject.refs:
            return f"inject/{name}"
    raise KeyError(number)
