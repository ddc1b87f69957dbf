"""Rows of a table as lines of text: cells under their columns, headings, the selected row filled. Pure."""

from collections.abc import Sequence

from attrs import frozen
from textual.content import Content

from tabletop.tui.kit.fit import GAP, Column, laid, shortened
from tabletop.tui.look import palette

MARK = 2
"""Cells before every row, for the mark of the one that is selected."""
_TITLE = 30


@frozen
class Row:
    """`key` names what the row is about. A heading can't be selected; several cells of it title columns."""

    key: tuple[str, ...]
    cells: tuple[Content, ...]
    heading: bool = False


def row_line(
    row: Row, columns: Sequence[Column], sizes: Sequence[int], width: int, here: bool, focused: bool
) -> Content:
    """One row in `width` cells. `here`: it is the selected one, filled bright while the table has the focus."""
    if row.heading:
        return _heading(row, columns, sizes, width)
    line = Content.assemble("▸ " if here else "  ", Content(" " * GAP).join(_cells(row.cells, columns, sizes)))
    if not here:
        return line
    filled = line.pad_right(max(0, width - line.cell_length))
    return filled.stylize_before(f"{palette.BRIGHT} on {palette.CURSOR if focused else palette.TRACK}")


def title_line(columns: Sequence[Column], sizes: Sequence[int]) -> Content:
    """The columns' own titles."""
    cells = _cells([Content(column.title) for column in columns], columns, sizes)
    return Content.assemble(" " * MARK, Content(" " * GAP).join(cells)).stylize(palette.DIM)


def _heading(row: Row, columns: Sequence[Column], sizes: Sequence[int], width: int) -> Content:
    if len(row.cells) == 1:
        return shortened(row.cells[0].stylize_before(palette.LABEL), width)
    title = laid(row.cells[0].stylize_before(palette.LABEL), sizes[0] + MARK, False)
    rest = _cells(row.cells[1:], columns[1:], sizes[1:])
    return Content(" " * GAP).join([title, *rest]).stylize_before(palette.DIM)


def _cells(cells: Sequence[Content], columns: Sequence[Column], sizes: Sequence[int]) -> list[Content]:
    laid_out = zip(cells, sizes, columns, strict=False)
    return [laid(cell, size, column.right) for cell, size, column in laid_out if size]


def measured(row: Row) -> tuple[Content, ...]:
    """The cells that say how wide columns must be: a heading's own title only so far."""
    if not row.heading:
        return row.cells
    first = row.cells[0] if len(row.cells) > 1 and row.cells[0].cell_length <= _TITLE else Content("")
    return (first, *row.cells[1:])
