"""Running money: how much of its own forces a seat keeps ready."""

from collections.abc import Iterator
from math import isfinite

from tabletop.model.figures.forms import READINESS
from tabletop.model.figures.path import path_of
from tabletop.model.moves import SetReadiness
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.act import Act, Step
from tabletop.rules.acts.orders import too_dear
from tabletop.rules.turn.readiness import reached, readiness_price
from tabletop.rules.world.hosts import with_forces

#: Levels that are offered, as a share.
LEVELS = (0.0, 0.25, 0.5, 0.75, 1.0)


def _readiness(world: World, move: SetReadiness) -> Refusal | None:
    if move.seat not in with_forces(world) or move.seat == world.scenario.names.anchor_seat:
        return Refusal("readiness/no-forces", f"{world.seats[move.seat].name} has no forces whose readiness it pays")
    if not isfinite(move.level) or not 0 <= move.level <= 1:
        return Refusal("readiness/range", f"a level of readiness is 0 to 1; {move.level:g} asked")
    return too_dear(world, move)


def _standing(world: World, seat: str) -> Iterator[SetReadiness]:
    level = world.figures.get(path_of(READINESS, seat), 0.0)
    if level and seat in with_forces(world):
        yield SetReadiness(seat=seat, level=level)


Act(
    SetReadiness,
    check=_readiness,
    about=lambda move: ("readiness",),
    cost=lambda world, move: readiness_price(world, move.seat) * reached(world, move.seat, move.level),
    standing=_standing,
    offers=lambda world, seat: (SetReadiness(seat=seat, level=level) for level in LEVELS),
    step=Step.READINESS,
    domain="forces",
)
