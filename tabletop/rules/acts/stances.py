"""Declarations: a seat takes one of the scenario's stances."""

from tabletop.model.moves import Declare
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.act import Act, Step
from tabletop.rules.acts.ids import unknown
from tabletop.rules.acts.political_capital import beyond_capital
from tabletop.rules.turn.declare import to_nobody


def _stance(world: World, move: Declare) -> Refusal | None:
    if refusal := unknown("stance", move.stance, world.scenario.stances):
        return refusal
    if to_nobody(world.scenario, move.seat, move.stance):
        name = world.scenario.stances[move.stance].name
        return Refusal("stance/no-voters", f'{world.seats[move.seat].name} has no voters to hear "{name}"')
    return beyond_capital(world, move)


Act(
    Declare,
    check=_stance,
    about=lambda move: ("declare",),
    offers=lambda world, seat: (Declare(seat=seat, stance=stance) for stance in world.scenario.stances),
    step=Step.DECLARE,
    domain="politics",
)
