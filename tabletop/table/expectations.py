"""What seats expected of a turn, beside what came."""

from collections.abc import Iterator

from attrs import frozen

from tabletop.analysis.foreseen import foreseen, movement
from tabletop.table.moment import Moment


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
