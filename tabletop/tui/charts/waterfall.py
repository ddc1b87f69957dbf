"""Why a score moved: before, the causes as steps from there, after. Shows that they add up; doesn't look for causes."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from attrs import evolve
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tabletop.tui.charts.causes import (
    StepRow,
    WaterfallLine,
    WaterfallRow,
    columns,
    compose_lines,
    draw_line,
    shown_rows,
)
from tabletop.tui.charts.ledger import ledger
from tabletop.tui.kit.cursor_list import CursorList
from tabletop.tui.kit.keys import bound
from tabletop.tui.look import palette


class Waterfall(CursorList, ScrollView):
    """Causes as steps from before to after, scrolled with a cursor; `w` on a score shows it."""

    BINDINGS: ClassVar = bound(("enter", "open", "Open"))

    class Opened(Message):
        """Enter was pressed on a cause, or it was clicked while selected."""

    class Laid(Message):
        """Rows were joined or parted to fit another height."""

    _rows: Sequence[WaterfallRow] = ()
    _shown: Sequence[StepRow] = ()
    _lines: Sequence[WaterfallLine] = ()

    def show(
        self,
        rows: Sequence[WaterfallRow],
        before: float,
        after: float,
        better: str = "high",
        *,
        fold: Callable[[int], str] | None = None,
        kept: int = 0,
        ends: tuple[str, str] = ("before", "after"),
    ) -> None:
        """Show these in the place of what is shown, the cursor at the first cause, unless they are the same again.

        `better`: which way is good, "high", "low" or "" for neither; it decides the colours. `fold`: what so many of
        the last rows are called where not all have room, but for the last `kept`; without it they are scrolled to.
        """
        same = [row.label for row in rows] == [row.label for row in self._rows]
        self._rows, self._better, self._fold, self._kept, self._ends = rows, better, fold, kept, ends
        self._ledger = ledger(before, [row.amount for row in rows], after)
        if not same:
            self.cursor = 0
            self.scroll_home(animate=False)
        self._lay_out()

    def on_resize(self) -> None:
        if self._lines:
            many = len(self._shown)
            self._lay_out()
            if len(self._shown) != many:
                self.cursor = min(self.cursor, max(0, len(self._shown) - 1))
                self.post_message(self.Laid())

    @property
    def tenths(self) -> Sequence[int]:
        """The amounts of all rows as they are shown: tenths of a point that add up."""
        return self._ledger.amounts

    def stands_for(self, at: int) -> range:
        """Which of all rows the one on the screen stands for."""
        return self._shown[at].of if 0 <= at < len(self._shown) else range(0)

    @property
    def stops(self) -> Sequence[int]:
        return range(len(self._shown))

    def moved(self) -> None:
        lines = [y for y, line in enumerate(self._lines) if line.cause == self.cursor]
        if lines:
            top = 0 if self.cursor == 0 else lines[0]
            bottom = len(self._lines) if self.cursor == len(self._shown) - 1 else lines[-1] + 1
            self.scroll_to_region(Region(0, top, 1, bottom - top), animate=False, force=True)
            super().moved()

    def action_open(self) -> None:
        if self._rows:
            self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        y = -1 if at is None else at.y + self.scroll_offset.y
        self.clicked(self._lines[y].cause if 0 <= y < len(self._lines) else None)

    def render_line(self, y: int) -> Strip:
        y += self.scroll_offset.y
        width = self.size.width
        if y >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line, ground = self._lines[y], self.background_colors[1].hex6
        if line.cause is not None and line.cause == self.cursor:
            ground = palette.CURSOR if self.has_focus else palette.RESTING
            line = evolve(line, chosen=True)
        strip = draw_line(line, self._layout_columns, self._ledger.before, ground, self._better)
        return strip.adjust_cell_length(width, Style(bgcolor=ground))

    def _lay_out(self) -> None:
        width, height = self.size
        self._layout_columns = columns(self._rows, self._ledger, width)
        self._shown = shown_rows(self._rows, self._ledger, self._layout_columns, height, self._fold, self._kept)
        self._lines = compose_lines(self._shown, self._ledger, self._layout_columns, self._ends)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()
