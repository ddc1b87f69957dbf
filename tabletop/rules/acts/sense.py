"""What a new move must say to make sense, beyond what decides whether it may be made.

A record from before is not held to it: such a move did no harm, and its save opens and checks as it was.
"""

from tabletop.model.moves import Adjust, Message, Move, Note, Talk
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.check_orders import unknown


def sense(world: World, move: Move) -> Refusal | None:
    """None when it does."""
    match move:
        case Message(to=to) if to == move.seat:
            return Refusal("message/self", "a message goes to another seat, or to control")
        case Adjust(amount=0):
            return Refusal("adjust/nothing", f"an adjustment of 0 leaves {move.what} as it is")
        case Talk():
            return next(filter(None, [unknown("seat", seat, world.seats) for seat in move.seats]), None)
        case Note() if move.at > world.turns:
            return Refusal("note/turn", f"the exercise has {world.turns} turns; a note about turn {move.at} was given")
        case Note() if move.about:
            return unknown("seat", move.about, world.seats)
    return None
