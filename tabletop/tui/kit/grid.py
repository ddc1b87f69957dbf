"""A table whose figures are moved in place: rows under a cursor, a line of totals above, what a row means below.

Draws and announces; what a row or a key means is its subclass's.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from attrs import evolve
from textual import events
from textual.content import Content
from textual.strip import Strip
from textual.visual import RenderOptions

from tabletop.tui.kit.cells import CellText
from tabletop.tui.kit.cursor_list import CursorList, nearest_stop
from tabletop.tui.kit.fit import GridColumn
from tabletop.tui.kit.gridlines import GridRow, Page, foot, rule
from tabletop.tui.kit.keys import bound
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.kit.searched import Searched, sifted
from tabletop.tui.look import palette

_KEPT = 400
"""Lines kept as they were drawn."""


class Grid(CursorList, Searched):
    """`show_rows` gives it something to draw; `below` is asked what to say about the row under the cursor.

    Of lines that say the same as before the drawn strips are kept: a key changes one or two of thirty.
    """

    BINDINGS: ClassVar = bound(
        ("plus,equals_sign", "press('+')", "more"),
        ("minus", "press('-')", "less"),
        ("enter", "open", "open"),
    )
    BELOW = 2
    """Lines kept free under the rows for what the selected row means."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.page = Page()
        self.every: Sequence[GridRow] = ()
        self._empty = ""
        self._top = 0
        self._explanations: dict[tuple[str, ...], Content] = {}
        self._lines: list[Content] = []
        self._strips: dict[tuple[object, ...], Strip] = {}

    def show_rows(
        self, columns: Sequence[GridColumn], rows: Sequence[GridRow], summary: CellText = "", empty: str = ""
    ) -> None:
        """Draws anew; the cursor stays on the row it was on. A search leaves the rows that hold it."""
        key = self.selected.key if self.selected else None
        self.every, self._empty = rows, empty
        told = Content()
        if self.searching:
            rows, self.found = sifted(rows, self.sought, _said, lambda row: row.heading)
            told, empty = self.told(), self.nothing().plain
        self.page = Page(columns, rows, summary, empty, told)
        self._explanations.clear()
        at = self.page.at(key)
        self.cursor = nearest_stop(self.stops, min(self.cursor, len(rows) - 1), 1) if at is None else at
        self.refresh()

    def recolour(self, other: Callable[[Content], Content]) -> None:
        """Shows the same rows with every text as `other` gives it back."""
        rows = [evolve(row, cells=tuple(map(other, row.cells)), below=other(row.below)) for row in self.every]
        self.show_rows(self.page.columns, rows, other(self.page.summary), self._empty)

    @property
    def whole(self) -> int:
        return sum(not row.heading for row in self.every)

    def sift(self) -> None:
        self.show_rows(self.page.columns, self.every, self.page.summary, self._empty)

    @property
    def stops(self) -> Sequence[int]:
        return [n for n, row in enumerate(self.rows) if not row.heading]

    @property
    def selected(self) -> GridRow | None:
        """The row under the cursor."""
        return self.page.row(self.cursor)

    @property
    def rows(self) -> Sequence[GridRow]:
        return self.page.rows

    def select(self, key: tuple[str, ...]) -> bool:
        """Puts the cursor on a row, also where a search leaves it out; False when there is none."""
        at = self.page.at(key)
        if at is None and self.searching and any(row.key == key for row in self.every):
            self.action_all_rows()
            at = self.page.at(key)
        if at is not None:
            self.go(at)
        return at is not None

    def below(self, row: GridRow) -> Content:
        """What stands under the rows about one of them."""
        return row.below

    def press(self, key: str, row: GridRow) -> None:
        """What a key does on a row: "+", "-", "enter", or one of a subclass's own."""

    def action_press(self, key: str) -> None:
        if self.selected:
            self.press(key, self.selected)

    def action_open(self) -> None:
        self.action_press("enter")

    def on_click(self, event: events.Click) -> None:
        y = event.y - self.page.head_height
        self.clicked(y + self._top if y >= 0 else None)

    def on_mouse_scroll_down(self) -> None:
        self.action_move(1)

    def on_mouse_scroll_up(self) -> None:
        self.action_move(-1)

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
            strips = line.render_strips(width, 1, style, options)
            strip = strips[0] if strips else Strip([])
            self._strips[key] = strip.extend_cell_length(width, style.rich_style)
        return self._strips[key]

    def _laid_out(self) -> list[Content]:
        """The lines that fill the table's place."""
        (width, height), page = self.content_size, self.page
        if width <= 0 or height <= 0:
            return []
        head = page.head(width)
        if not page.rows:
            return [*head, *page.hint(width, height - len(head))][:height]
        below = self._below(width, height - len(head))
        room = max(1, height - len(head) - len(below))
        self._top = page.top(self._top, self.cursor, room)
        return [*head, *page.lines(width, room, self._top, self.cursor, self.has_focus), *below]

    def _below(self, width: int, room: int) -> list[Content]:
        """A rule and what the row under the cursor means, asked once a row and drawing: it may price an order."""
        if room < self.BELOW + 3 or not self.BELOW:
            return []
        row = self.selected
        if row and row.key not in self._explanations:
            self._explanations[row.key] = self.below(row)
        told = wrapped(self._explanations[row.key], width) if row else []
        said = " ".join(line.plain for line in told)
        if row and (cut := [cell for cell in self.page.cut(row, width) if cell.plain not in said]):
            told = [*wrapped(Content.styled(" · ", palette.DIM).join(cut).stylize_before(palette.TEXT), width), *told]
        lines = foot(told, room, self.BELOW)
        return [rule(width, len(self.rows) - self._top - (room - len(lines) - 1)), *lines]


def _said(row: GridRow) -> str:
    return " ".join(cell.plain for cell in row.cells)
