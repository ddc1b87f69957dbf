"""What bots work out once a turn for all seats. Holds for the figures, forces and programmes that it was made of."""

from collections.abc import Callable
from typing import Any, TypeVar

from tabletop.model.world import World

T = TypeVar("T")

_of: tuple[Any, ...] = (None, None, None, 0)
_kept: dict[Any, Any] = {}


def once_a_turn(world: World, what: object, work_out: Callable[[], T]) -> T:
    """What was worked out this turn under a name, worked out when it wasn't. Nothing it rests on moves in a turn's
    orders phase but by control's hand, which makes new parts of the world."""
    global _of
    figures, forces, programmes, turn = _of
    same = figures is world.figures and forces is world.forces and programmes is world.programmes
    if not same or turn != world.turn:
        _of = (world.figures, world.forces, world.programmes, world.turn)
        _kept.clear()
    if what not in _kept:
        _kept[what] = work_out()
    found: T = _kept[what]
    return found
