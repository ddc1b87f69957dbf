"""Declarations: a seat takes one of the scenario's stances."""

from tabletop.model.moves import Declare
from tabletop.rules.acts.act import Step, act
from tabletop.rules.acts.known import unknown

act(
    Declare,
    check=lambda world, move: unknown("stance", move.stance, world.scenario.stances),
    about=lambda move: ("declare",),
    offers=lambda world, seat: (Declare(seat=seat, stance=stance) for stance in world.scenario.stances),
    step=Step.DECLARE,
    domain="politics",
)
