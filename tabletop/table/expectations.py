"""What seats are asked to expect of a turn, and what they expected beside what came."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from tabletop.analysis.foreseen import foreseen, movement
from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.path import path_of
from tabletop.table.levers import Levers
from tabletop.table.moment import Moment
from tabletop.words.names import score_name


@frozen
class ScoredExpectation:
    """`way`: up, down or same. `change`: in points, as it is told everywhere. `foreseen`: None where it went that way
    by so little that it counts as unchanged."""

    seat: str
    score: str
    way: str
    change: float
    foreseen: bool | None


def expectations(after: Moment, before: Moment) -> Iterator[ScoredExpectation]:
    """By seat, each score it named, over the turn that lies between two moments."""
    for seat, state in after.world.seats.items():
        for score, way in state.expect:
            if score in after.scores:
                now = after.scores[score]
                was = before.scores.get(score, now)
                yield ScoredExpectation(seat, score, way, movement(was, now), foreseen(way, was, now))


def asked_scores(levers: Levers, before: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Four scores to expect something of: the weakest theatre, the alliance, commitment and cohesion; then those that
    were asked of `before` and are none of them."""
    scenario = levers.world.scenario
    names = scenario.names
    four = [path_of(DETERRENCE, levers.weakest), "deterrence", names.commitment, names.cohesion]
    return [(score, score_name(scenario, score)) for score in dict.fromkeys((*four, *before))]
