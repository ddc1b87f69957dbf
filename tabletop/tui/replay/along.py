"""A score along a record, theatres by their margin over pressure. Pure."""

from collections.abc import Mapping

from tabletop.model.figures.forms import MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.table.figures import theatre_of
from tabletop.tui.charts.scorelines import Along
from tabletop.words.names import score_name

_NEAR = 4.0
"""Points from the line at which pressure is met within which that is drawn."""


def along_record(world: World, score: str, here: int, last: int, turns: Mapping[int, int]) -> Along | None:
    """`world`: the record's last; `score`: a row of the board; `turns`: the entry at which each turn opens. None where
    no turn has ended."""
    theatre = theatre_of(score)
    shown = path_of(MARGIN, theatre) if theatre else score

    def points(path: str) -> list[tuple[int, float]]:
        ends = ((turns.get(turn + 1, last), scores.get(path)) for turn, scores in enumerate(world.history))
        return [(entry, value) for entry, value in ends if isinstance(value, float)]

    mine = points(shown)
    if len(mine) < 2:
        return None
    values = [value for _, value in mine]
    near = theatre and min(values) - _NEAR <= 0 <= max(values) + _NEAR
    return Along(score_name(world.scenario, shown, world.seats), mine, here, last, 0.0 if near else None)
