"""What each move of a turn would do to deterrence, before control has ruled on any: the turn is rehearsed."""

from tabletop.analysis.explain import TurnSoFar
from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.rules.acts.proposals import rehearse


def deterrence_by_move(world: World) -> dict[int, dict[str, float]]:
    """By the number of a move, the points it would move each theatre's deterrence by if all orders stood."""
    after = rehearse(world)
    turn = TurnSoFar(after)
    by_move: dict[int, dict[str, float]] = {}
    for theatre in world.scenario.theatres:
        score = path_of(DETERRENCE, theatre)
        for cause in turn.explanation(score).causes:
            if cause.ref:
                by_score = by_move.setdefault(cause.ref, {})
                by_score[score] = by_score.get(score, 0.0) + cause.amount
    return by_move
