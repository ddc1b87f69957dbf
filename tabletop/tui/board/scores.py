"""Deterrence over pressure, and the alliance's figures: a bar or a line for every number, a sign for every change."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from tabletop.model.scenario import Scenario
from tabletop.table.edges import Brink, brinks
from tabletop.table.figures import ScoreTrend, alliance_trends, theatre_trends
from tabletop.table.moment import Moment
from tabletop.tui.kit.bars import bar, sparkline
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.kit.rows import Rows
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.edges import edge_words

_CHANGE: Final = 6
_LEAST_BAR: Final = 4
_SAME: Final = 0.05
"""Points by which a figure differs from the last reading before it counts as a point of its own."""
_SPAN: Final = 20.0
"""Points that a line's height stands for at least: small changes stay small."""


class FigureRows(Rows):
    """A list of scores; Enter asks why."""

    def figures(self, moment: Moment) -> Sequence[ScoreTrend]:
        raise NotImplementedError

    def show(self, moment: Moment) -> None:
        """Draws the scores of a moment."""
        figures = self.figures(moment)
        width = max((len(figure.name) for figure in figures), default=0)
        self.show_rows([(figure.score, self.line(figure, width, moment.world.turns)) for figure in figures])
        own = {figure.score for figure in figures}
        near = next((brink for brink in brinks(moment) if self.tells(brink, own)), None)
        self.border_subtitle = frame_title(brink_words(moment.world.scenario, near)) if near else ""

    def tells(self, brink: Brink, own: set[str]) -> bool:
        """Whether an edge is told in this panel: one of a score that stands in it."""
        return brink.path in own

    def line(self, figure: ScoreTrend, name: int, turns: int) -> Content:
        raise NotImplementedError

    @property
    def points_at(self) -> str:
        """The score under the cursor, as `y` asks where it comes from."""
        return row_figure(("figure", self.row)) if self.row else ""


class Scores(FigureRows):
    """Deterrence by theatre as bars coloured by margin, with a tick where pressure stands."""

    BORDER_TITLE = "1 Deterrence over pressure"

    def figures(self, moment: Moment) -> Sequence[ScoreTrend]:
        return theatre_trends(moment)

    def tells(self, brink: Brink, own: set[str]) -> bool:
        """Also what is no score of its own, as the margin of the weakest theatre."""
        return brink.path in own or brink.path.startswith("least-")

    def line(self, figure: ScoreTrend, name: int, turns: int) -> Content:
        room = self.inner - name - 5 - _CHANGE
        colour = palette.margin_colour(figure.margin)
        crisis = ("!", f"bold {palette.CRISIS_TEXT} on {palette.CRISIS}") if figure.crisis else (" ", "")
        return Content.assemble(
            (figure.name.ljust(name), palette.LABEL),
            crisis,
            bar(figure.value, room, colour, marker=figure.pressure) if room >= _LEAST_BAR else " " * max(0, room),
            (f"{figure.value:4.0f}", f"bold {palette.BRIGHT}"),
            change_cell(figure),
        )


class Alliance(FigureRows):
    """Figures of the whole alliance_trends, with the way they took."""

    BORDER_TITLE = "Alliance"

    def figures(self, moment: Moment) -> Sequence[ScoreTrend]:
        return alliance_trends(moment)

    def line(self, figure: ScoreTrend, name: int, turns: int) -> Content:
        room = self.inner - 4 - _CHANGE
        label = fitted(figure.name, room)
        spark = min(turns + 1, room - len(label) - 1)
        spark_line = way(figure, spark) if spark >= 3 else Content("")
        gap = room - len(label) - spark_line.cell_length
        return Content.assemble(
            (label, palette.LABEL),
            " " * max(0, gap),
            spark_line,
            (f"{figure.value:4.0f}", f"bold {palette.BRIGHT}"),
            change_cell(figure),
        )


def way(figure: ScoreTrend, width: int) -> Content:
    """The figure's past as a line, from two points on; at least 20 points of the scale fill its height."""
    ends = figure.past
    points = ends if ends and abs(ends[-1] - figure.value) < _SAME else (*ends, figure.value)
    if len(points) < 2:
        return Content("")
    last = points[-width:]
    middle, half = (max(last) + min(last)) / 2, max(_SPAN, max(last) - min(last)) / 2
    return sparkline(last, width, middle - half, middle + half)


def brink_words(scenario: Scenario, brink: Brink) -> str:
    """How near an edge is."""
    return edge_words(scenario, brink.name, brink.path, brink.value, brink.edge, brink.passed)


def change_cell(figure: ScoreTrend) -> tuple[str, str]:
    """Arrow and sign, six columns; the colour says good or bad where the scenario knows."""
    arrow, text, colour = palette.change_mark(figure.change, better=figure.better)
    short = text if len(text) <= _CHANGE - 2 else f"{figure.change:+.0f}"
    return f" {arrow}{short:<{_CHANGE - 2}}", colour
