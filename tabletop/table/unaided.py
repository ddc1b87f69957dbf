"""What the model rules where nobody sits for control: the odds of a free move from its reasons, the dice, and an effect
as large as the grade. It can't read what is argued, and says so."""

from collections.abc import Mapping
from typing import Final

from tabletop.model.council import FreeMove
from tabletop.model.figures.forms import PRESSURE
from tabletop.model.likelihood import by_two_dice
from tabletop.model.moves import MakeFreeMove, Move, Odds, Roll, Rule
from tabletop.model.seats import CONTROL
from tabletop.model.world import World

AGAINST: Final = 2
"""Reasons against that the model always finds."""
GAINS: Final = {"yes-and": 2.0, "yes-but": 1.0, "no-but": 0.0, "no-and": -1.0}
"""Points for the better, by grade, of the figure that a free move is meant to move."""


def odds(reasons: int) -> float:
    """Per cent, from how many reasons were given."""
    return by_two_dice(reasons - AGAINST)


def next_ruling(world: World, moves: Mapping[int, Move]) -> Move | None:
    """Control's next move on the first free move of this turn that is not ruled on; None when all are. `moves`: by
    number in the record."""
    for free in world.free_moves:
        item = f"free/{free.seat}/{free.number}"
        if free.turn == world.turn and item not in world.rulings:
            if free.odds is None:
                return Odds(seat=CONTROL, move=free.ref, chance=odds(free.reasons + free.pros - free.cons))
            if free.rolled is None:
                return Roll(seat=CONTROL, move=free.ref)
            return _ruling(free, moves.get(free.ref))
    return None


def _ruling(free: FreeMove, made: Move | None) -> Rule:
    path = made.gains if isinstance(made, MakeFreeMove) else ""
    amount = GAINS.get(free.grade, 0.0) * (-1 if path.startswith(PRESSURE.partition("/")[0]) else 1)
    effects = ({"on": path, "add": amount},) if path and amount else ()
    reasons = free.reasons + free.pros - free.cons
    given = f"{reasons} reason{'' if reasons == 1 else 's'}"
    public = f"The model ruled: {given} against the {AGAINST} it always finds; it does not read them."
    return Rule(seat=CONTROL, item=free.ref, outcome=free.grade, effects=effects, mode="matrix", public=public)
