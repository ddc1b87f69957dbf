"""A table as lines of text: totals, cells under their columns, headings, the selected row filled, a rule. Pure."""

from collections.abc import Iterable, Sequence

from attrs import field, frozen
from textual.content import Content

from tabletop.tui.kit.cells import CellText, content_of
from tabletop.tui.kit.fit import GAP, GridColumn, laid, shortened, widths
from tabletop.tui.look import palette

MARK = 2
"""Cells before every row, for the mark of the one that is selected."""
_TITLE = 30
_TALL = 16
_ROWS = 2
"""Rows that stay in sight above an explanation, however long."""


def _contents(cells: Iterable[CellText]) -> tuple[Content, ...]:
    return tuple(map(content_of, cells))


@frozen
class GridRow:
    """`key` names what the row is about, `below` what is told of it. A heading can't be selected; several cells of it
    title columns."""

    key: tuple[str, ...]
    cells: tuple[Content, ...] = field(converter=_contents)
    heading: bool = False
    below: Content = field(default=Content(), converter=content_of, kw_only=True)


def titles(*cells: str) -> GridRow:
    """A heading, whose key is its words up to a colon: a count behind it may change."""
    return GridRow(("heading", cells[0].partition(":")[0]), cells, heading=True)


@frozen
class Page:
    """What a table shows: `summary` above its rows, or `empty` in their place."""

    columns: Sequence[GridColumn] = ()
    rows: Sequence[GridRow] = ()
    summary: Content = field(default=Content(), converter=content_of)
    empty: str = ""
    told: Content = field(default=Content(), converter=content_of)
    """What stands above all: what is searched for."""

    def row(self, n: int) -> GridRow | None:
        """A row that can be selected, by its number."""
        return self.rows[n] if 0 <= n < len(self.rows) and not self.rows[n].heading else None

    def at(self, key: tuple[str, ...] | None) -> int | None:
        """The number of the row about something."""
        return next((n for n, row in enumerate(self.rows) if row.key == key and not row.heading), None)

    @property
    def head_height(self) -> int:
        """Lines above the rows."""
        return bool(self.told.plain) + bool(self.summary.plain) + any(column.title for column in self.columns)

    def head(self, width: int) -> list[Content]:
        """What is searched for, the totals and the columns' titles."""
        lines = [shortened(line, width) for line in (self.told, self.summary) if line.plain]
        if any(column.title for column in self.columns):
            lines.append(title_line(self.columns, self._sizes(width)))
        return lines

    def hint(self, width: int, height: int) -> list[Content]:
        """What stands there without rows."""
        lines = Content.styled(self.empty, palette.LABEL).wrap(max(10, width))
        return [Content(""), *lines] if height > len(lines) + 2 else lines

    def top(self, top: int, cursor: int, room: int) -> int:
        """The first row shown so that the one under the cursor is, with the headings above it and what goes on of it
        below; else as before."""
        first = cursor
        while first > 0 and self.rows[first - 1].heading:
            first -= 1
        top, last = min(top, first), cursor
        while last + 1 < len(self.rows) and self._goes_on(last + 1, cursor):
            last += 1
        top = max(top, last - room + 1)
        return max(0, min(top, len(self.rows) - room))

    def _goes_on(self, n: int, cursor: int) -> bool:
        """Whether a row only says more of the one under the cursor."""
        row = self.rows[n]
        return row.heading and len(row.key) > 1 and row.key[1:] == self.rows[cursor].key[1:]

    def lines(self, width: int, room: int, top: int, cursor: int, focused: bool) -> list[Content]:
        """So many lines of rows from the row `top`."""
        sizes, last = self._sizes(width), min(len(self.rows), top + room)
        lines = [row_line(self.rows[n], self.columns, sizes, width, n == cursor, focused) for n in range(top, last)]
        return lines + [Content("")] * (room - len(lines))

    def cut(self, row: GridRow, width: int) -> list[Content]:
        """Cells of a row that are not shown whole: below the rows there is room for them."""
        return [cell for cell, size in zip(row.cells, self._sizes(width), strict=False) if 0 < size < cell.cell_length]

    def _sizes(self, width: int) -> list[int]:
        return widths(self.columns, [sizing_cells(row) for row in self.rows], width - MARK)


def foot(lines: Sequence[Content], room: int, least: int) -> list[Content]:
    """What a row means: `least` lines or more, all of it where some of the `room` is left for rows."""
    keep = max(least + (2 if room >= _TALL else 0), min(len(lines), room - _ROWS - 1))
    return [*lines[:keep], *[Content("")] * (keep - len(lines))]


def rule(width: int, hidden: int) -> Content:
    """The line under the rows, and how many more there are."""
    word = f" {hidden} more ↓ "
    if hidden <= 0 or width <= 24:
        return Content.styled("─" * width, palette.RULE)
    return Content.assemble(("─" * (width - len(word) - 2), palette.RULE), (word, palette.DIM), ("──", palette.RULE))


def row_line(
    row: GridRow, columns: Sequence[GridColumn], sizes: Sequence[int], width: int, here: bool, focused: bool
) -> Content:
    """One row in `width` cells. `here`: it is the selected one, filled bright while the table has the focus."""
    if row.heading:
        return _heading(row, columns, sizes, width)
    line = Content.assemble("▸ " if here else "  ", Content(" " * GAP).join(_cells(row.cells, columns, sizes)))
    if not here:
        return line
    filled = line.pad_right(max(0, width - line.cell_length))
    return filled.stylize_before(f"{palette.BRIGHT} on {palette.CURSOR if focused else palette.RESTING}")


def title_line(columns: Sequence[GridColumn], sizes: Sequence[int]) -> Content:
    """The columns' own titles."""
    cells = _cells([Content(column.title) for column in columns], columns, sizes)
    return Content.assemble(" " * MARK, Content(" " * GAP).join(cells)).stylize(palette.DIM)


def _heading(row: GridRow, columns: Sequence[GridColumn], sizes: Sequence[int], width: int) -> Content:
    if len(row.cells) == 1:
        return shortened(row.cells[0].stylize_before(palette.LABEL), width)
    title = laid(row.cells[0].stylize_before(palette.LABEL), sizes[0] + MARK, False)
    rest = _cells(row.cells[1:], columns[1:], sizes[1:])
    return Content(" " * GAP).join([title, *rest]).stylize_before(palette.DIM)


def _cells(cells: Sequence[Content], columns: Sequence[GridColumn], sizes: Sequence[int]) -> list[Content]:
    laid_out = zip(cells, sizes, columns, strict=False)
    return [laid(cell, size, column.right) for cell, size, column in laid_out if size]


def sizing_cells(row: GridRow) -> tuple[Content, ...]:
    """The cells that say how wide columns must be: a heading's own title only so far."""
    if not row.heading:
        return row.cells
    first = row.cells[0] if len(row.cells) > 1 and row.cells[0].cell_length <= _TITLE else Content("")
    return (first, *row.cells[1:])
