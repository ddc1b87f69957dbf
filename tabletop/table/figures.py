"""What the score panels show: each score with its value, its past and its change. Reads a world, decides nothing."""

from collections.abc import Mapping

from attrs import frozen

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
    world, now = moment.world, moment.scores
    in_crisis = crises(world)
    return [
        _trend(
            world,
            now,
            path_of(DETERRENCE, theatre),
            theatre_name(world.scenario, theatre, short=True),
            pressure=now[path_of(PRESSURE, theatre)],
            crisis=theatre in in_crisis,
        )
        for theatre in world.scenario.theatres
    ]


def alliance_trends(moment: Moment) -> list[ScoreTrend]:
    """The others' share, then the scenario's tracks."""
    world, now = moment.world, moment.scores
    scenario = world.scenario
    return [
        _trend(world, now, "deterrence", "Deterrence"),
        _trend(world, now, scenario.names.share, score_name(scenario, scenario.names.share)),
        *(_trend(world, now, track, spec.name, better=spec.better) for track, spec in scenario.tracks.items()),
    ]


def crises(world: World) -> set[str]:
    """Theatres in which an inject is open."""
    specs = world.scenario.injects
    names = (name for name, state in world.injects.items() if state.state in OPEN and name in specs)
    return {specs[name].theatre for name in names} - {""}


def _trend(
    world: World,
    now: Mapping[str, float],
    score: str,
    name: str,
    *,
    better: str = "high",
    pressure: float | None = None,
    crisis: bool = False,
) -> ScoreTrend:
    past = tuple(value for scores in world.history if isinstance(value := scores.get(score), float | int))
    since = past[-2] if len(past) > 1 else past[0] if past else now[score]
    return ScoreTrend(score, name, now[score], marks.moved(since, now[score]), past, better, pressure, crisis)
