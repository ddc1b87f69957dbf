"""What seats are asked to expect of a turn, and what they expected beside what came."""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from tabletop.analysis.foreseen import foreseen, movement
from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.path import path_of
from tabletop.table.levers import Levers
from tabletop.table.moment import Moment
from tabletop.words.names import score_name

#: Points of deterrence from which a theatre is what a sheet is about.
FELT: Final = 0.25


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
    """Scores to expect something of: the weakest theatre, the one that the seat's own sheet moves most, the alliance,
    commitment, cohesion and trust; then those that were asked of `before` and are none of them."""
    scenario = levers.world.scenario
    names = scenario.names
    theatres = dict.fromkeys((levers.weakest, *_worked_on(levers)))
    asked = [path_of(DETERRENCE, each) for each in theatres]
    asked += ["deterrence", names.commitment, names.cohesion, names.trust]
    return [(score, score_name(scenario, score)) for score in dict.fromkeys((*asked, *before))]


def _worked_on(levers: Levers) -> list[str]:
    """The theatre in which the orders on the sheet do most, for better or worse; none where they do nothing there."""
    done: dict[str, float] = {}
    for order in levers.world.seats[levers.seat].orders:
        quote = levers.quote(order.move)
        for theatre in levers.world.scenario.theatres:
            points = quote.places.get(theatre, quote.effects.get(path_of(DETERRENCE, theatre), 0.0))
            done[theatre] = done.get(theatre, 0.0) + abs(points)
    most = max(done, key=lambda each: done[each], default="")
    return [most] if done.get(most, 0.0) >= FELT else []
