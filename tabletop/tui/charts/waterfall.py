"""Why a score moved: before, the causes with their bars, after. Shows that they add up; doesn't look for causes."""

from collections.abc import Sequence
from typing import ClassVar

from attrs import evolve
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tabletop.tui.charts.causes import WaterfallLine, WaterfallRow, columns, compose_lines, draw_line
from tabletop.tui.charts.ledger import ledger
from tabletop.tui.kit.cursor_list import CursorList
from tabletop.tui.kit.keys import bound
from tabletop.tui.look import palette


class Waterfall(CursorList, ScrollView):
    """Causes as bars about a zero axis, scrolled with a cursor; `w` on a score shows it."""

    BINDINGS: ClassVar = bound(("enter", "open", "Open"))

    class Opened(Message):
        """Enter was pressed on a cause, or it was clicked while selected."""

    _rows: Sequence[WaterfallRow] = ()
    _lines: Sequence[WaterfallLine] = ()

    def show(self, rows: Sequence[WaterfallRow], before: float, after: float, title: str, better: str = "high") -> None:
        """Show these in the place of what is shown, the cursor at the first cause, unless they are the same again.

        `better`: which way is good, "high", "low" or "" for neither; it decides the colours.
        """
        same = [row.label for row in rows] == [row.label for row in self._rows]
        self._rows, self._title, self._better = rows, title, better
        self._ledger = ledger(before, [row.amount for row in rows], after)
        if not same:
            self.cursor = 0
            self.scroll_home(animate=False)
        self._lay_out()

    def on_resize(self) -> None:
        if self._lines:
            self._lay_out()

    @property
    def stops(self) -> Sequence[int]:
        return range(len(self._rows))

    def moved(self) -> None:
        lines = [y for y, line in enumerate(self._lines) if line.cause == self.cursor]
        if lines:
            top = 0 if self.cursor == 0 else lines[0]
            bottom = len(self._lines) if self.cursor == len(self._rows) - 1 else lines[-1] + 1
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
            ground = palette.CURSOR if self.has_focus else palette.TRACK
            line = evolve(line, ink=palette.BRIGHT, note_ink=palette.TEXT)
        strip = draw_line(line, self._layout_columns, ground, self._better)
        return strip.adjust_cell_length(width, Style(bgcolor=ground))

    def _lay_out(self) -> None:
        width = self.size.width
        self._layout_columns = columns(self._rows, self._ledger, width)
        self._lines = compose_lines(self._rows, self._ledger, self._layout_columns, self._title)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()
