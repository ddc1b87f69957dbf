"""Declarations: a seat takes one of the scenario's stances."""

from tabletop.model.moves import Declare
from tabletop.rules.acts.act import Act, Step
from tabletop.rules.acts.ids import unknown

Act(
    Declare,
    check=lambda world, move: unknown("stance", move.stance, world.scenario.stances),
    about=lambda move: ("declare",),
    offers=lambda world, seat: (Declare(seat=seat, stance=stance) for stance in world.scenario.stances),
    step=Step.DECLARE,
    domain="politics",
)
