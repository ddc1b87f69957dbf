"""Margins of all theatres over the turns: what stands below the scores when they have the whole screen."""

from tabletop.table.figures import theatre_trends
from tabletop.table.moment import Moment
from tabletop.tui.board.scores import turn_name
from tabletop.tui.charts.linechart import LineChart, LineSeries
from tabletop.tui.look.titles import frame_title
from tabletop.words.bands import LEVEL


class Margins(LineChart):
    """A line a theatre, the weakest first, over the line of pressure."""

    def show(self, moment: Moment) -> None:
        """Draws the margins of a moment and those before."""
        trends = sorted(theatre_trends(moment), key=lambda trend: trend.margin)
        series = [LineSeries(trend.name, (*trend.past, trend.margin)) for trend in trends]
        ends = len(series[0].values) - 1 if series else 0
        labels = [*map(turn_name, range(ends)), "now"]
        self.set_series(series, labels, LEVEL)
        self.border_title = frame_title("Points over pressure, turn by turn")
