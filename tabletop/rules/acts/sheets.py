"""A seat's own sheet: sealed, opened again, a line of it taken back."""

from collections.abc import Iterator

from tabletop.model.events import OrderTakenBack, SeatSealed, SeatUnsealed
from tabletop.model.moves import Ordered, Seal, TakeBack, Unseal
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.act import ACTS, Act, When
from tabletop.rules.acts.check import sealed
from tabletop.rules.acts.ids import unknown
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn.council import may_speak
from tabletop.rules.world.draft import Draft


def _may_seal(world: World, move: Seal) -> Refusal | None:
    seat = world.seats[move.seat]
    if seat.sealed:
        return Refusal("seat/sealed", f"{seat.name or move.seat} has sealed already")
    for score, way in move.expect.items():
        if refusal := unknown("score", score, scores(world)):
            return refusal
        if way not in ("up", "down", "same"):
            return Refusal("expect/word", f"an expectation is up, down or same; '{way}' given for {score}")
    return None


def _may_unseal(world: World, move: Unseal) -> Refusal | None:
    seat = world.seats[move.seat]
    return None if seat.sealed else Refusal("seat/not-sealed", f"{seat.name or move.seat} has not sealed")


def _may_take_back(world: World, move: TakeBack) -> Refusal | None:
    seat = world.seats[move.seat]
    if seat.sealed:
        return sealed(world, move.seat)
    if all(order.ref != move.entry for order in seat.orders):
        name = seat.name or move.seat
        return Refusal("order/unknown", f"{name} has no order of this turn numbered {move.entry}")
    return None


def _seal(draft: Draft, move: Seal, ref: int) -> None:
    draft.emit(SeatSealed(move.seat, tuple(sorted(move.expect.items())), ref))


def _unseal(draft: Draft, move: Unseal, ref: int) -> None:
    draft.emit(SeatUnsealed(move.seat))
    may_speak(draft, move.seat)


def _take_back(draft: Draft, move: TakeBack, ref: int) -> None:
    orders = draft.seats[move.seat].orders
    index = next(n for n, order in enumerate(orders) if order.ref == move.entry)
    order = orders[index].move
    draft.emit(OrderTakenBack(move.seat, index))
    follows = ACTS[type(order)].taken_back
    if follows is not None:
        follows(draft, order, move.entry)


def _lines(world: World, seat: str) -> Iterator[TakeBack]:
    return (TakeBack(seat=seat, entry=order.ref) for order in world.seats[seat].orders)


Act(Ordered)  # what a reader sees of an order it may not know yet: about nothing, and never made
Act(TakeBack, when=When.ORDERS, check=_may_take_back, offers=_lines, resolve=_take_back)
Act(Seal, when=When.ORDERS, check=_may_seal, offers=lambda world, seat: (Seal(seat=seat),), resolve=_seal)
Act(Unseal, when=When.ORDERS, check=_may_unseal, offers=lambda world, seat: (Unseal(seat=seat),), resolve=_unseal)
