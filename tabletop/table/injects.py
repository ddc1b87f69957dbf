"""Injects as they stand: which come first, who is asked, who has still to answer, which wait for control's hand.

The one place that is asked so; of what a place may not see its world holds nothing.
"""

from typing import Final

from tabletop.model.injects import InjectSpec, InjectState
from tabletop.model.world import World
from tabletop.rules.turn import injects as rules
from tabletop.rules.world.arithmetic import count_of

OPEN: Final = (InjectState.DELIVERED, InjectState.SEEN, InjectState.ANSWERED)
"""On the table."""
WAITING: Final = (InjectState.PLANNED, InjectState.ARMED, InjectState.HELD)
"""Still to come."""
_ASKING: Final = (InjectState.DELIVERED, InjectState.SEEN)


def ordered(world: World) -> list[str]:
    """Injects by urgency: open, held, due now, by hand, later, not armed, gone."""

    def rank(name: str) -> tuple[int, int]:
        state, spec = world.injects[name], world.scenario.injects.get(name)
        first = spec.window[0] if spec else 0
        match state.state:
            case InjectState.DELIVERED | InjectState.SEEN | InjectState.ANSWERED:
                return 0, -state.turn
            case InjectState.HELD:
                return 1, first
            case InjectState.ARMED:
                return (3 if by_hand(world, spec) else 2), max(first, world.turn)
            case InjectState.PLANNED:
                return 4, first
            case _:
                return 5, state.turn

    return sorted(world.injects, key=rank)


def by_hand(world: World, spec: InjectSpec | None) -> bool:
    """Whether an inject comes by control's hand only."""
    return spec is not None and rules.only_by_hand(world, spec)


def addressees(world: World, inject: str) -> tuple[str, ...]:
    """Seats that are asked for an answer."""
    return rules.answering(world, inject)


def still_to_answer(world: World, inject: str) -> tuple[str, ...]:
    """Seats that have still to answer an inject on the table."""
    state = world.injects[inject]
    if state.state not in _ASKING:
        return ()
    answerers = {who for who, _ in state.answers}
    return tuple(seat for seat in addressees(world, inject) if seat not in answerers)


def waiting_answers(world: World, seat: str) -> int:
    """Open injects that still wait for a seat's answer."""
    return count_of(seat in still_to_answer(world, name) for name in world.injects)


def asks(world: World, inject: str) -> bool:
    """Whether an inject on the table waits for an answer: an open one, as every screen marks it."""
    return bool(still_to_answer(world, inject))
