"""A table whose figures are moved in place: rows under a cursor, a line of totals above, what a row means below.

Draws and announces; what a row or a key means is its subclass's.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.visual import RenderOptions
from textual.widget import Widget

from tabletop.tui.kit.fit import Column, shortened, widths
from tabletop.tui.kit.gridlines import MARK, Row, measured, row_line, title_line
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.look import palette

_TALL = 16
_ROWS = 5
"""Rows, and the rule below them, that a long explanation leaves."""
_KEPT = 400
"""Lines kept as they were drawn."""


class Grid(Widget, can_focus=True):
    """`show_rows` gives it something to draw; `below` is asked what to say about the row under the cursor.

    Of lines that say the same as before the drawn strips are kept: a key changes one or two of thirty.
    """

    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "row up", show=False),
        Binding("down", "move(1)", "row down", show=False),
        Binding("pageup", "move(-8)", "page up", show=False),
        Binding("pagedown", "move(8)", "page down", show=False),
        Binding("home", "first", "first row", show=False),
        Binding("end", "last", "last row", show=False),
        Binding("plus,equals_sign", "more", "more", show=False),
        Binding("minus", "less", "less", show=False),
        Binding("enter", "open", "open", show=False),
    ]
    BELOW = 2
    """Lines kept free under the rows for what the selected row means."""

    class Moved(Message):
        """The cursor came to another row."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._columns: Sequence[Column] = ()
        self._rows: Sequence[Row] = ()
        self._summary = Content("")
        self._empty = ""
        self._top = 0
        self._told: dict[tuple[str, ...], Content] = {}
        self._lines: list[Content] = []
        self._strips: dict[tuple[object, ...], Strip] = {}
        self.cursor = 0

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Row], summary: Content, empty: str = "") -> None:
        """Draws anew; the cursor stays on the row it was on."""
        key = self.selected.key if self.selected else None
        self._columns, self._rows, self._summary, self._empty = columns, rows, summary, empty
        self._told.clear()
        found = next((n for n, row in enumerate(rows) if row.key == key and not row.heading), None)
        self.cursor = found if found is not None else self._settle(min(self.cursor, len(rows) - 1), 1)
        self.refresh()

    @property
    def selected(self) -> Row | None:
        """The row under the cursor."""
        if 0 <= self.cursor < len(self._rows) and not self._rows[self.cursor].heading:
            return self._rows[self.cursor]
        return None

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def select(self, key: tuple[str, ...]) -> bool:
        """Puts the cursor on a row; False when there is none."""
        found = next((n for n, row in enumerate(self._rows) if row.key == key), None)
        if found is not None:
            self._go(found)
        return found is not None

    def below(self, row: Row) -> Content:
        """What stands under the rows about one of them."""
        return Content("")

    def more(self, row: Row) -> None:
        """+ on a row."""

    def less(self, row: Row) -> None:
        """- on a row."""

    def opened(self, row: Row) -> None:
        """Enter on a row."""

    def action_move(self, step: int) -> None:
        self._go(self._settle(self.cursor + step, 1 if step > 0 else -1))

    def action_first(self) -> None:
        self._go(self._settle(0, 1))

    def action_last(self) -> None:
        self._go(self._settle(len(self._rows) - 1, -1))

    def action_more(self) -> None:
        if self.selected:
            self.more(self.selected)

    def action_less(self) -> None:
        if self.selected:
            self.less(self.selected)

    def action_open(self) -> None:
        if self.selected:
            self.opened(self.selected)

    def on_click(self, event: events.Click) -> None:
        at = event.y - self._head_height() + self._top
        if event.y < self._head_height() or not 0 <= at < len(self._rows) or self._rows[at].heading:
            return
        if at == self.cursor:
            self.action_open()
        self._go(at)

    def on_mouse_scroll_down(self) -> None:
        self.action_move(1)

    def on_mouse_scroll_up(self) -> None:
        self.action_move(-1)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render(self) -> Content:
        return Content("\n").join(self._laid_out())

    def render_line(self, y: int) -> Strip:
        if self._dirty_regions or not self._lines:
            self._lines = self._laid_out()
            self._dirty_regions.clear()
        width, style = self.content_size.width, self.visual_style
        line = self._lines[y] if y < len(self._lines) else Content("")
        key = (line.plain, tuple(line.spans), width, style)
        if key not in self._strips:
            if len(self._strips) > _KEPT:
                self._strips.clear()
            options = RenderOptions(self._get_style, {}, None, None)
            drawn = line.render_strips(width, 1, style, options)
            strip = drawn[0] if drawn else Strip([])
            self._strips[key] = strip.extend_cell_length(width, style.rich_style)
        return self._strips[key]

    def _laid_out(self) -> list[Content]:
        """The lines that fill the table's place."""
        width, height = self.content_size
        if width <= 0 or height <= 0:
            return []
        head = self._head(width)
        if not self._rows:
            hint = Content.styled(self._empty, palette.LABEL).wrap(max(10, width))
            gap = [Content("")] if height > len(hint) + 2 else []
            return [*head, *gap, *hint][:height]
        below = self._below(width, height - len(head))
        room = max(1, height - len(head) - len(below))
        self._scroll(room)
        sizes = self._sizes(width)
        shown = [
            row_line(self._rows[n], self._columns, sizes, width, n == self.cursor, self.has_focus)
            for n in range(self._top, min(len(self._rows), self._top + room))
        ]
        shown += [Content("")] * (room - len(shown))
        return [*head, *shown, *below]

    def _sizes(self, width: int) -> list[int]:
        return widths(
            self._columns,
            [measured(row) for row in self._rows],
            width - MARK,
        )

    def _head_height(self) -> int:
        return bool(self._summary.plain) + any(column.title for column in self._columns)

    def _head(self, width: int) -> list[Content]:
        lines = [shortened(self._summary, width)] if self._summary.plain else []
        if any(column.title for column in self._columns):
            lines.append(title_line(self._columns, self._sizes(width)))
        return lines

    def _below(self, width: int, room: int) -> list[Content]:
        if not self.BELOW or room < self.BELOW + 3:
            return []
        row = self.selected
        told = wrapped(self._said(row), width) if row else []
        keep = self.BELOW + (2 if room >= _TALL else 0)
        keep = max(keep, min(len(told), room - _ROWS))  # what a row means is told whole before more rows are shown
        lines = list(told[:keep])
        if len(told) > keep:
            lines[-1] = shortened(Content.assemble(lines[-1], " …"), width)
        hidden = len(self._rows) - self._top - (room - keep - 1)
        rule = Content.styled("─" * width, palette.RULE)
        if hidden > 0 and width > 24:
            word = f" {hidden} more ↓ "
            rule = Content.assemble((("─" * (width - len(word) - 2)), palette.RULE), (word, palette.DIM),
                                    ("──", palette.RULE))  # fmt: skip
        return [rule, *lines, *[Content("")] * (keep - len(lines))]

    def _said(self, row: Row) -> Content:
        """`below`, asked once a row and drawing: it may price an order."""
        if row.key not in self._told:
            self._told[row.key] = self.below(row)
        return self._told[row.key]

    def _scroll(self, room: int) -> None:
        first = self.cursor
        while first > 0 and self._rows[first - 1].heading:
            first -= 1
        if first < self._top:
            self._top = first
        if self.cursor >= self._top + room:
            self._top = self.cursor - room + 1
        self._top = max(0, min(self._top, len(self._rows) - room))

    def _go(self, n: int) -> None:
        if n != self.cursor:
            self.cursor = n
            self.post_message(self.Moved())
        self.refresh()

    def _settle(self, n: int, step: int) -> int:
        """The nearest row that can be selected, looking along `step` first."""
        n = max(0, min(n, len(self._rows) - 1))
        order = [*range(n, len(self._rows)), *range(n, -1, -1)]
        if step < 0:
            order = [*range(n, -1, -1), *range(n, len(self._rows))]
        return next((at for at in order if at >= 0 and at < len(self._rows) and not self._rows[at].heading), 0)


__all__ = ["Grid", "Row"]
