"""May this be done? If not, a sentence that whoever asked can act on. Dispatches to the rules of each kind of move."""

from tabletop.model.moves import (
    AcceptHandover,
    Advance,
    Answer,
    Argue,
    BreakSilence,
    Consent,
    Display,
    End,
    Estimate,
    Footnote,
    MakeFreeMove,
    MakePromise,
    Message,
    Move,
    Note,
    ProposeHandover,
    RefuseHandover,
    Resume,
    Seal,
    Start,
    TableText,
    TakeBack,
    Unseal,
    WithdrawText,
)
from tabletop.model.refusal import Refusal
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, State, World
from tabletop.rules.acts import check_control, check_orders, check_talk
from tabletop.rules.acts.orders import attention, free_agenda, same_thing

_IN_ORDERS = (
    Seal,
    Unseal,
    TakeBack,
    TableText,
    WithdrawText,
    Consent,
    Footnote,
    BreakSilence,
    AcceptHandover,
    RefuseHandover,
    MakeFreeMove,
)
_TALK = (
    TableText,
    WithdrawText,
    Consent,
    Footnote,
    BreakSilence,
    Answer,
    MakeFreeMove,
    Argue,
    Estimate,
    Message,
    MakePromise,
    AcceptHandover,
    RefuseHandover,
    ProposeHandover,
)
_ARGUING = (Phase.ORDERS, Phase.RED, Phase.ADJUDICATE)


def check(world: World, move: Move) -> Refusal | None:
    """None when the move may be made; `code` is stable for programs, `message` is for people."""
    return (
        _mover(world, move)
        or _state(world, move)
        or _phase(world, move)
        or _sheet(world, move)
        or check_orders.check(world, move)
        or check_talk.check(world, move)
        or check_control.check(world, move)
    )


def _mover(world: World, move: Move) -> Refusal | None:
    control = type(move).__module__.endswith(".control")
    if move.seat == CONTROL:
        if not control:
            return Refusal("seat/not-control", f"'{move.do}' is made by a seat; name it, control only enters it")
        return None
    if move.seat not in world.seats:
        known = ", ".join(world.seats)
        return Refusal("seat/unknown", f"there is no seat '{move.seat}' in this exercise; seats: {known}")
    if control:
        return Refusal("seat/control-only", f"only control may '{move.do}'")
    return None


def _state(world: World, move: Move) -> Refusal | None:
    if isinstance(move, Note) or move.do in ("bookmark", "redact", "undo", "redo"):
        return None
    if world.state is State.ENDED:
        return Refusal("exercise/ended", "the exercise has ended; only notes can be added (control may undo the end)")
    if world.state is State.PAUSED and not isinstance(move, Resume | End | Display):
        return Refusal("exercise/paused", "the exercise is paused; control resumes it first")
    if isinstance(move, Start) and world.state is not State.READY:
        return Refusal("exercise/started", "the exercise has started already")
    if isinstance(move, Resume) and world.state is not State.PAUSED:
        return Refusal("exercise/not-paused", "the exercise is not paused")
    return None


def _phase(world: World, move: Move) -> Refusal | None:
    phase = world.phase
    if (move.order or isinstance(move, _IN_ORDERS)) and phase is not Phase.ORDERS:
        when = "the orders phase, which comes next" if phase is Phase.BRIEF else "the orders phase, which is over"
        return Refusal("phase/not-orders", f"'{move.do}' belongs to {when}; this is {phase.value}")
    if isinstance(move, Answer) and phase not in (Phase.BRIEF, Phase.ORDERS):
        return Refusal("phase/too-late", f"injects are answered until the end of orders; this is {phase.value}")
    if isinstance(move, Argue | Estimate) and phase not in _ARGUING:
        return Refusal("phase/no-argument", f"arguments are heard from orders to adjudication; this is {phase.value}")
    if isinstance(move, Advance) and phase is Phase.RED and world.red is None:
        name = world.scenario.red.name
        return Refusal("red/not-sealed", f"{name} has not sealed; seal its order or let the model play it first")
    return None


def _sheet(world: World, move: Move) -> Refusal | None:
    if move.seat == CONTROL:
        return None
    seat = world.seats[move.seat]
    name = seat.name or move.seat
    if isinstance(move, Seal) and seat.sealed:
        return Refusal("seat/sealed", f"{name} has sealed already")
    if isinstance(move, Unseal):
        return None if seat.sealed else Refusal("seat/not-sealed", f"{name} has not sealed")
    if seat.sealed and (move.order or isinstance(move, TableText | TakeBack)):
        return Refusal("seat/sealed", f"{name} has sealed; unseal before changing orders")
    if isinstance(move, TakeBack) and all(order.ref != move.entry for order in seat.orders):
        return Refusal("order/unknown", f"{name} has no order of this turn numbered {move.entry}")
    counts = move.order or (isinstance(move, TableText) and not free_agenda(world, move.seat))
    replaces = any(same_thing(order.move, move) for order in seat.orders)
    if counts and not replaces and attention(world, move.seat) >= world.scenario.orders:
        return Refusal(
            "attention/used", f"{name} has used its {world.scenario.orders} orders this turn; take one back first"
        )
    return None
