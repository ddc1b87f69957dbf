"""The map with a cursor: a theatre at a time is pointed at from the keyboard. Draws nothing but the mark."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.path import path_of
from tabletop.tui.kit.keys import bound
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.look import palette
from tabletop.tui.map.map import TheatreMap


class PointedMap(TheatreMap, can_focus=True):
    """While it has the focus the plate of one theatre is marked; the arrows go on to the next, Enter asks why."""

    BINDINGS: ClassVar = bound(
        ("up,left", "point(-1)", "the theatre before"),
        ("down,right", "point(1)", "the next theatre"),
        ("enter", "open", "why"),
    )
    at = 0
    """Number of the theatre pointed at, in the scenario's order."""

    @property
    def theatre(self) -> str:
        """The theatre pointed at, "" without any."""
        return self._theatres[self.at % len(self._theatres)].id if self._theatres else ""

    @property
    def points_at(self) -> str:
        """Its deterrence; the margin that its plate shows is what is left of it over pressure."""
        return row_figure(("figure", path_of(DETERRENCE, self.theatre))) if self.theatre else ""

    def action_point(self, step: int) -> None:
        self.at = (self.at + step) % max(1, len(self._theatres))
        self.redraw()

    def action_open(self) -> None:
        if self.theatre:
            self.post_message(self.Selected(self.theatre))

    def on_focus(self) -> None:
        self.redraw()

    def on_blur(self) -> None:
        self.redraw()

    def picture(self, width: int, height: int, ground: str) -> list[Strip]:
        rows = super().picture(width, height, ground)
        plate = next((each for each in self._plates if each.wish == self.at), None)
        if self.has_focus and plate is not None:
            box, mark = plate.box, Style(color=palette.BRIGHT, bgcolor=palette.CURSOR, underline=True)
            for y in range(box.y, box.y + box.height):
                before, here, after = rows[y].divide([box.x, box.x + box.width, rows[y].cell_length])
                marked = [Segment(each.text, (each.style or Style()) + mark, each.control) for each in here]
                rows[y] = Strip.join([before, Strip(marked, here.cell_length), after])
        return rows
