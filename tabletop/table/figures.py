"""What the score panels show: each score with its value, its past and its change. Reads a world, decides nothing."""

from attrs import evolve, frozen

from tabletop.analysis.moments import past_of
from tabletop.model.figures.forms import DETERRENCE, PRESSURE
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.table.injects import OPEN
from tabletop.table.moment import Moment
from tabletop.words import marks
from tabletop.words.names import score_name, theatre_name


@frozen
class ScoreTrend:
    """`change` in points since the turn before the last review opened; `past`: values at the end of each turn.

    `better`: "high", "low" or "" for neither. `pressure`: of a theatre's deterrence, else None.
    """

    score: str
    name: str
    value: float
    change: float
    past: tuple[float, ...]
    better: str = "high"
    pressure: float | None = None
    crisis: bool = False

    @property
    def margin(self) -> float:
        """Points over pressure."""
        return self.value - (self.pressure or 0.0)


def theatre_trends(moment: Moment) -> list[ScoreTrend]:
    """Deterrence of every theatre, in the scenario's order."""
    scenario, now, in_crisis = moment.world.scenario, moment.scores, crises(moment.world)
    names = {theatre: theatre_name(scenario, theatre, short=True) for theatre in scenario.theatres}
    trends = {theatre: _trend(moment, path_of(DETERRENCE, theatre), name) for theatre, name in names.items()}
    return [evolve(trend, pressure=now[path_of(PRESSURE, t)], crisis=t in in_crisis) for t, trend in trends.items()]


def alliance_trends(moment: Moment) -> list[ScoreTrend]:
    """The others' share, then the scenario's tracks."""
    scenario = moment.world.scenario
    return [
        _trend(moment, "deterrence", "Deterrence"),
        _trend(moment, scenario.names.share, score_name(scenario, scenario.names.share)),
        *(_trend(moment, track, spec.name, spec.better) for track, spec in scenario.tracks.items()),
    ]


def crises(world: World) -> set[str]:
    """Theatres in which an inject is open."""
    specs = world.scenario.injects
    names = (name for name, state in world.injects.items() if state.state in OPEN and name in specs)
    return {specs[name].theatre for name in names} - {""}


def before_last(moment: Moment, score: str) -> float:
    """A score at the end of the turn before the last."""
    past = past_of(moment.world, score)
    return past[-2] if len(past) > 1 else past[0] if past else moment.scores[score]


def _trend(moment: Moment, score: str, name: str, better: str = "high") -> ScoreTrend:
    now, past = moment.scores[score], past_of(moment.world, score)
    return ScoreTrend(score, name, now, marks.moved(before_last(moment, score), now), past, better)
