"""A score along a record, theatres by their margin over pressure. Pure."""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from tabletop.model.figures.forms import MARGIN
from tabletop.model.figures.path import path_of
from tabletop.table.figures import alliance_trends, theatre_of
from tabletop.table.moment import Moment
from tabletop.tui.charts.scorelines import Along, Ends, Level
from tabletop.words.names import score_name, theatre_name

_NEAR: Final = 4.0
"""Ends from the line at which pressure is met within which that is drawn."""
_MET: Final = "pressure"


@frozen
class Way:
    """`end`: the record's last moment, which has the ends of all turns; `turns`: the line after which each is open."""

    end: Moment
    last: int
    turns: Mapping[int, int]

    def points(self, score: str) -> Ends:
        """Where turns ended, and how it stands at the last line."""
        history = self.end.world.history
        ends = ((self.turns.get(turn + 1, self.last), each.get(score)) for turn, each in enumerate(history))
        points = [(n, value) for n, value in ends if isinstance(value, float)]
        now = self.end.scores.get(score)
        return [*points, (self.last, now)] if points and points[-1][0] < self.last and now is not None else points


def along_record(way: Way, score: str, moment: Moment, here: int, *, stands: bool, among: bool) -> Along | None:
    """`score`: a row of the board; `moment` what stood after line `here`, which `stands` or is undone or left; `among`
    the others of its panel. None where no turn has ended."""
    theatre, world = theatre_of(score), way.end.world
    shown = path_of(MARGIN, theatre) if theatre else score
    points, now = way.points(shown), moment.scores.get(shown)
    if len(points) < 2 or now is None:
        return None
    names = _beside(way.end, theatre)
    others = [(name, way.points(path)) for path, name in names.items() if among and path != shown]
    values = [value for _, path in (("", points), *others) for _, value in path]
    near = theatre and min(values) - _NEAR <= 0 <= max(values) + _NEAR
    name = score_name(world.scenario, shown, world.seats)
    level = Level(0.0, _MET) if near else None
    short = names.get(shown, name)
    return Along(name, short, points, here, now, way.last, stands, level, others, signed=bool(theatre))


def _beside(moment: Moment, theatre: str) -> dict[str, str]:
    """The rows of the panel that a score stands in, by what is drawn of them."""
    scenario = moment.world.scenario
    if theatre:
        return {path_of(MARGIN, each): theatre_name(scenario, each, short=True) for each in scenario.theatres}
    return {trend.score: trend.name for trend in alliance_trends(moment)}
