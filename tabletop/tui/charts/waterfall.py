"""Why a score moved: before, the causes with their bars, after. Shows that they add up; doesn't look for causes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from attrs import evolve
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tabletop.tui.charts.causes import Layout, Line, WaterfallRow, columns, compose_lines, draw_line
from tabletop.tui.charts.ledger import ledger
from tabletop.tui.look import palette

__all__ = ["Waterfall", "WaterfallRow"]


class Waterfall(ScrollView, can_focus=True):
    """Causes as bars about a zero axis, scrolled with a cursor; `w` on a score shows it."""

    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("home", "move_to(0)", "First", show=False),
        Binding("end", "move_to(-1)", "Last", show=False),
        Binding("pageup", "move(-8)", "Page up", show=False),
        Binding("pagedown", "move(8)", "Page down", show=False),
        Binding("enter", "open", "Open", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    """The selected cause, counted from 0."""

    class Selected(Message):
        """The cursor came to a cause."""

        def __init__(self, row_index: int) -> None:
            super().__init__()
            self.row_index = row_index

    class Opened(Message):
        """Enter was pressed on a cause, or it was clicked while selected."""

        def __init__(self, row_index: int) -> None:
            super().__init__()
            self.row_index = row_index

    def __init__(
        self,
        rows: Sequence[WaterfallRow] = (),
        before: float = 0.0,
        after: float = 0.0,
        title: str = "",
        *,
        better: str = "high",
        words: tuple[str, str, str, str] = ("before", "other", "change", "after"),
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._words = words
        self._lines: tuple[Line, ...] = ()
        self._layout_columns = Layout(0, 0, 0, 0, 0)
        self.show(rows, before, after, title, better)

    def show(
        self, rows: Sequence[WaterfallRow], before: float, after: float, title: str = "", better: str = "high"
    ) -> None:
        """Show these in the place of what is shown, the cursor at the first cause. `better`: which way is good,
        "high", "low" or "" for neither; it decides the colours."""
        self._rows, self._title, self._better = tuple(rows), title, better
        self._ledger = ledger(before, [row.amount for row in rows], after)
        self.set_reactive(Waterfall.cursor, 0)
        if self.is_attached:
            self.scroll_home(animate=False)
            self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def watch_cursor(self, cursor: int) -> None:
        lines = [y for y, line in enumerate(self._lines) if line.cause == cursor]
        if lines:
            top = 0 if cursor == 0 else lines[0]
            bottom = len(self._lines) if cursor == len(self._rows) - 1 else lines[-1] + 1
            self.scroll_to_region(Region(0, top, 1, bottom - top), animate=False, force=True)
            self.refresh()
            self.post_message(self.Selected(cursor))

    def action_move(self, by: int) -> None:
        self.cursor = min(max(0, self.cursor + by), max(0, len(self._rows) - 1))

    def action_move_to(self, row: int) -> None:
        self.cursor = max(0, len(self._rows) - 1) if row < 0 else row

    def action_open(self) -> None:
        if self._rows:
            self.post_message(self.Opened(self.cursor))

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        y = -1 if at is None else at.y + self.scroll_offset.y
        cause = self._lines[y].cause if 0 <= y < len(self._lines) else None
        if cause == self.cursor:
            self.post_message(self.Opened(cause))
        elif cause is not None:
            self.cursor = cause

    def render_line(self, y: int) -> Strip:
        y += self.scroll_offset.y
        width = self.size.width
        if y >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line, ground = self._lines[y], self.background_colors[1].hex6
        if line.cause is not None and line.cause == self.cursor:
            ground = palette.blend(palette.ACCENT if self.has_focus else palette.LABEL, ground, 0.75)
            line = evolve(line, ink=palette.BRIGHT, note_ink=palette.TEXT)
        strip = draw_line(line, self._layout_columns, ground, self._better)
        return strip.adjust_cell_length(width, Style(bgcolor=ground))

    def _lay_out(self) -> None:
        width = self.size.width
        self._layout_columns = columns(self._rows, self._ledger, width)
        self._lines = compose_lines(self._rows, self._ledger, self._layout_columns, self._title, self._words)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()
