"""What bots spend political capital on when there is more of it than budgets will ask for: words that are paid for."""

from collections.abc import Iterator

from tabletop.analysis.policies.answers import weights_of
from tabletop.analysis.policies.course import Course
from tabletop.model.figures.forms import CAPITAL, SUPPORT
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Declare
from tabletop.model.tracks import Declaration
from tabletop.model.world import World
from tabletop.rules.turn.declare import sayable
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.chance import draw

#: Points of political capital that a bot keeps for questions at home, and more where it has budgets to raise.
KEPT, WITH_BUDGETS = 20.0, 50.0
#: What an idle point of it is worth to it, and how likely in a turn it thinks of spending some.
IDLE, THINKS = 0.05, 0.6


def words(world: World, seat: str, course: Course, seed: str) -> Iterator[Declare]:
    """The stance that is worth most of those that it can pay for out of what lies idle."""
    if draw(seed, world.turn, "words", seat) >= THINKS:
        return
    kept = WITH_BUDGETS if world.seats[seat].members else KEPT
    spare = world.figures[path_of(CAPITAL, seat)] - kept
    weights = weights_of(world.scenario, seat, course.answers, course.voice)
    paid = {
        stance: moved
        for stance in sayable(world, seat, spare)
        if (moved := world.scenario.stances[stance].by(seat, world.scenario.names.anchor_seat)).price
    }
    worth = {stance: _worth(weights, world, seat, moved) for stance, moved in paid.items()}
    best = max(worth, key=lambda stance: worth[stance], default="")
    if best and worth[best] > 0:
        yield Declare(seat=seat, stance=best)


def _worth(weights: dict[str, float], world: World, seat: str, moved: Declaration) -> float:
    names = world.scenario.names
    parts = (
        (names.commitment, moved.commitment),
        (names.cohesion, moved.cohesion),
        (names.trust, moved.trust),
        ("agreement", moved.agreement),
        (path_of(SUPPORT, seat), moved.support),
    )
    return sum_of(weights.get(figure, 0.0) * amount for figure, amount in parts) - IDLE * moved.price
