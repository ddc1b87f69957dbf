"""What control's rulings are called in a sentence."""

from typing import Final

from tabletop.model.world import World
from tabletop.words import names
from tabletop.words.acts.namer import Namer
from tabletop.words.acts.saying import predicate

GRADES: Final = {
    "yes-and": "yes, and more",
    "yes-but": "yes, but",
    "no-but": "no, but",
    "no-and": "no, and worse",
}
"""The grades of a free move in words."""
OUTCOMES: Final = {"set-aside": "set aside", "amend": "changed"}
"""What became of anything else, where it was not let stand."""


def item_words(world: World, item: str) -> str:
    """What a ruling is about: an order as its seat gave it, a text, an inject."""
    scenario, seats = world.scenario, world.seats
    head, _, rest = item.partition("/")
    match head:
        case "text":
            return names.text_name(scenario, rest, seats)
        case "inject":
            return f"answers to {names.inject_name(scenario, rest)}"
    who, orders = names.seat_name(scenario, head, seats), seats[head].orders
    move = orders[int(rest)].move if int(rest) < len(orders) else None
    return (
        f"{who} {predicate(Namer(scenario, seats), move)}"
        if move
        else f"an order of {names.seat_name(scenario, head, seats, the=True)}"
    )
