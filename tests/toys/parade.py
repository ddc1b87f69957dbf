"""An order of a toy: a parade in a theatre, which costs money and lifts spirits."""

from collections.abc import Iterator

from tabletop.model.cause import because, declare_kind
from tabletop.model.limits import Range
from tabletop.model.moves import Move, Readers
from tabletop.model.moves.base import named, number
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.act import Act, Step
from tabletop.rules.acts.ids import unknown
from tabletop.rules.acts.orders import too_dear
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move as shift


@named("hold-parade", Readers.OPENED, order=True)
class HoldParade(Move):
    """`bands` that play, at a million dollars each."""

    theatre: str
    bands: float = number(Range(0, 10), default=1.0, unit="bands")


PARADE = declare_kind("parade", "theatre")


def _may_hold(world: World, move: HoldParade) -> Refusal | None:
    if move.bands <= 0:
        return Refusal("parade/silent", "a parade has a band at least")
    return unknown("theatre", move.theatre, world.scenario.theatres) or too_dear(world, move)


def _price(world: World, move: HoldParade) -> float:
    return move.bands / 1000


def _march(draft: Draft, orders: list[tuple[str, HoldParade, int]]) -> None:
    for seat, order, ref in orders:
        cause = because(PARADE, order.theatre, who=seat)
        shift(draft, f"wallet/{seat}", -order.bands / 1000, cause, ref)
        shift(draft, draft.scenario.names.cohesion, order.bands, cause, ref)


def _offers(world: World, seat: str) -> Iterator[HoldParade]:
    return (HoldParade(seat=seat, theatre=theatre) for theatre in world.scenario.theatres)


Act(
    HoldParade,
    check=_may_hold,
    about=lambda move: ("parade", move.theatre),
    cost=_price,
    offers=_offers,
    step=Step.DECLARE,
    carry_out=_march,
    domain="crisis",
)
