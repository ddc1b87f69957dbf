"""A table whose figures are moved in place: rows under a cursor, a line of totals above, what a row means below.

Draws and announces; what a row or a key means is its subclass's.
"""

from collections.abc import Sequence
from typing import ClassVar

from attrs import frozen
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tabletop.tui import palette
from tabletop.tui.tables.fit import GAP, Column, laid, shortened, widths

_MARK = 2


@frozen
class Row:
    """`key` names what the row is about. A heading can't be selected; several cells of it title columns."""

    key: tuple[str, ...]
    cells: tuple[Content, ...]
    heading: bool = False


class Grid(Widget, can_focus=True):
    """`show_rows` gives it something to draw; `below` is asked what to say about the row under the cursor."""

    DEFAULT_CSS = """
    Grid { width: 1fr; height: 1fr; padding: 0 1; }
    """
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
        self.cursor = 0

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Row], summary: Content, empty: str = "") -> None:
        """Draws anew; the cursor stays on the row it was on."""
        key = self.selected.key if self.selected else None
        self._columns, self._rows, self._summary, self._empty = columns, rows, summary, empty
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
        width, height = self.content_size
        if width <= 0 or height <= 0:
            return Content("")
        head = self._head(width)
        if not self._rows:
            hint = Content.styled(self._empty, palette.LABEL).wrap(max(10, width))
            gap = [Content("")] if height > len(hint) + 2 else []
            return Content("\n").join([*head, *gap, *hint][:height])
        below = self._below(width, height - len(head))
        room = max(1, height - len(head) - len(below))
        self._scroll(room)
        sizes = self._sizes(width)
        shown = [self._line(n, sizes, width) for n in range(self._top, min(len(self._rows), self._top + room))]
        shown += [Content("")] * (room - len(shown))
        return Content("\n").join([*head, *shown, *below])

    def _sizes(self, width: int) -> list[int]:
        return widths(
            self._columns,
            [row.cells if not row.heading else (Content(""), *row.cells[1:]) for row in self._rows],
            width - _MARK,
        )

    def _head_height(self) -> int:
        return bool(self._summary.plain) + any(column.title for column in self._columns)

    def _head(self, width: int) -> list[Content]:
        lines = [shortened(self._summary, width)] if self._summary.plain else []
        if any(column.title for column in self._columns):
            cells = [
                laid(Content(column.title), size, column.right)
                for column, size in zip(self._columns, self._sizes(width), strict=True)
                if size
            ]
            lines.append(Content.assemble(" " * _MARK, Content(" " * GAP).join(cells)).stylize(palette.DIM))
        return lines

    def _line(self, n: int, sizes: list[int], width: int) -> Content:
        row = self._rows[n]
        if row.heading:
            return self._heading(row, sizes, width)
        cells = [
            laid(cell, size, column.right)
            for cell, size, column in zip(row.cells, sizes, self._columns, strict=False)
            if size
        ]
        here = n == self.cursor
        line = Content.assemble("▸ " if here else "  ", Content(" " * GAP).join(cells))
        line = line.pad_right(max(0, width - line.cell_length))
        if here:
            line = line.stylize_before(f"{palette.BRIGHT} on {'#1f5c4f' if self.has_focus else palette.TRACK}")
        return line

    def _heading(self, row: Row, sizes: list[int], width: int) -> Content:
        if len(row.cells) == 1:
            return shortened(row.cells[0].stylize_before(palette.LABEL), width)
        first = sizes[0] + _MARK
        cells = [
            laid(cell, size, column.right)
            for cell, size, column in zip(row.cells[1:], sizes[1:], self._columns[1:], strict=False)
            if size
        ]
        title = laid(row.cells[0].stylize_before(palette.LABEL), first, False)
        return Content(" " * GAP).join([title, *cells]).stylize_before(palette.DIM)

    def _below(self, width: int, room: int) -> list[Content]:
        if room < self.BELOW + 3:
            return []
        row = self.selected
        told = self.below(row).wrap(width) if row else []
        lines = list(told[: self.BELOW])
        hidden = len(self._rows) - self._top - (room - self.BELOW - 1)
        rule = Content.styled("─" * width, palette.RULE)
        if hidden > 0 and width > 24:
            word = f" {hidden} more ↓ "
            rule = Content.assemble((("─" * (width - len(word) - 2)), palette.RULE), (word, palette.DIM),
                                    ("──", palette.RULE))  # fmt: skip
        return [rule, *lines, *[Content("")] * (self.BELOW - len(lines))]

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
