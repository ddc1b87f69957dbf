"""What the score panels show: each score with its value, its past and its change. Reads a world, decides nothing."""

from attrs import evolve, frozen

from tabletop.analysis.moments import past_of
from tabletop.model.figures.forms import DETERRENCE, MARGIN, PRESSURE
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Status
from tabletop.model.world import World
from tabletop.table.injects import asks
from tabletop.table.moment import Moment
from tabletop.words import marks
from tabletop.words.names import score_name, theatre_name


@frozen
class ScoreTrend:
    """`change` in points since the turn before the last review opened; `past`: values at the end of each turn.

    `better`: "high", "low" or "" for neither. `pressure`: of a theatre's deterrence, else None; `asks`: whether an
    inject there waits for an answer; `loses`: whether a package is about to leave it. Of a theatre what changes and has
    a past is its margin: pressure moves as well.
    """

    score: str
    name: str
    value: float
    change: float
    past: tuple[float, ...]
    better: str = "high"
    pressure: float | None = None
    asks: bool = False
    loses: bool = False

    @property
    def margin(self) -> float:
        """Points over pressure."""
        return self.value - (self.pressure or 0.0)


def theatre_trends(moment: Moment) -> list[ScoreTrend]:
    """Deterrence of every theatre over the pressure on it, in the scenario's order."""
    scenario, now, asking = moment.world.scenario, moment.scores, theatres_asking(moment.world)
    losing = {force.theatre for force in moment.world.forces.values() if force.status is Status.LEAVING}
    trends = []
    for theatre in scenario.theatres:
        name = theatre_name(scenario, theatre, short=True)
        margin = _trend(moment, path_of(MARGIN, theatre), name)
        deterrence, pressure = path_of(DETERRENCE, theatre), now[path_of(PRESSURE, theatre)]
        over = evolve(margin, score=deterrence, value=now[deterrence], pressure=pressure)
        trends.append(evolve(over, asks=theatre in asking, loses=theatre in losing))
    return trends


def alliance_trends(moment: Moment) -> list[ScoreTrend]:
    """The others' share, then the scenario's tracks."""
    scenario = moment.world.scenario
    return [
        _trend(moment, "deterrence", "Deterrence"),
        _trend(moment, scenario.names.share, score_name(scenario, scenario.names.share)),
        *(_trend(moment, track, spec.name, spec.better) for track, spec in scenario.tracks.items()),
    ]


def theatres_asking(world: World) -> set[str]:
    """Theatres in which an inject waits for an answer."""
    specs = world.scenario.injects
    return {specs[name].theatre for name in world.injects if name in specs and asks(world, name)} - {""}


def counted_from(moment: Moment) -> int:
    """The first turn whose movement counts in the changes shown: the last that has been adjudicated."""
    return max(1, min(moment.world.turn, len(moment.world.history) - 1))


def before_last(moment: Moment, score: str) -> float:
    """A score at the end of the turn before the last."""
    past = past_of(moment.world, score)
    return past[-2] if len(past) > 1 else past[0] if past else moment.scores[score]


def _trend(moment: Moment, score: str, name: str, better: str = "high") -> ScoreTrend:
    now, past = moment.scores[score], past_of(moment.world, score)
    return ScoreTrend(score, name, now, marks.moved(before_last(moment, score), now), past, better)
