"""May this be done? If not, a sentence that whoever asked can act on. Who makes a move and when is asked here, of every
kind alike; the rest its own act knows."""

from typing import Any

from tabletop.model.moves import Move
from tabletop.model.refusal import Refusal
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, State, World
from tabletop.rules.acts.act import ACTS, Act, Maker, When
from tabletop.rules.acts.orders import attention, counts, same_thing


def check(world: World, move: Move) -> Refusal | None:
    """None when the move may be made; `code` is stable for programs, `message` is for people."""
    act = ACTS[type(move)]
    return (
        _mover(world, act, move)
        or _when(world, act, move)
        or _sheet(world, act, move)
        or (act.check(world, move) if act.check else None)
    )


def sense(world: World, move: Move) -> Refusal | None:
    """None when a new move says what makes sense, beyond what decides whether it may be made.

    A record from before is not held to it: such a move did no harm, and its save opens and checks as it was.
    """
    question = ACTS[type(move)].sense
    return question(world, move) if question else None


def _mover(world: World, act: Act[Any], move: Move) -> Refusal | None:
    if move.seat == CONTROL:
        if act.maker is not Maker.CONTROL:
            return Refusal("seat/not-control", f"'{move.do}' is made by a seat; name it, control only enters it")
        return None
    if move.seat not in world.seats:
        seats = ", ".join(world.seats)
        return Refusal("seat/unknown", f"there is no seat '{move.seat}' in this exercise; seats: {seats}")
    if act.maker is Maker.CONTROL:
        return Refusal("seat/control-only", f"only control may '{move.do}'")
    return None


def _when(world: World, act: Act[Any], move: Move) -> Refusal | None:
    when, phase = act.when, world.phase
    if when is When.ALWAYS:
        return None
    if world.state is State.ENDED:
        return Refusal("exercise/ended", "the exercise has ended; only notes can be added (control may undo the end)")
    if world.state is State.PAUSED and when is not When.PAUSED:
        return Refusal("exercise/paused", "the exercise is paused; control resumes it first")
    if when is When.ORDERS and phase is not Phase.ORDERS:
        its_phase = "the orders phase, which comes next" if phase is Phase.BRIEF else "the orders phase, which is over"
        return Refusal("phase/not-orders", f"'{move.do}' belongs to {its_phase}; this is {phase.value}")
    return None


def _sheet(world: World, act: Act[Any], move: Move) -> Refusal | None:
    """Whether there is room for it on its seat's sheet."""
    if not act.sheet:
        return None
    seat = world.seats[move.seat]
    if seat.sealed:
        return sealed(world, move.seat)
    replaces = any(same_thing(order.move, move) for order in seat.orders)
    if counts(world, move) and not replaces and attention(world, move.seat) >= world.scenario.orders:
        return Refusal(
            "attention/used",
            f"{seat.name or move.seat} has used its {world.scenario.orders} orders this turn; take one back first",
        )
    return None


def sealed(world: World, seat: str) -> Refusal:
    """Why nothing on a sealed sheet can be changed."""
    return Refusal("seat/sealed", f"{world.seats[seat].name or seat} has sealed; unseal before changing orders")
