"""The branches of a record as a tree: which part leaves which, and where; choosing one goes there."""

from collections.abc import Callable, Sequence

from textual.content import Content

from tabletop.table.branches import BranchRow
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.pick import Choice, Pick
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette

_WIDEST, _FRAME = 100, 6
"""Columns of the box, and those that its frame takes."""


def branches(drawing: Callable[[int], tuple[str, Sequence[BranchRow]]], here: int, columns: int) -> Pick[int]:
    """Gives the number of an entry: the end of a part, or where it leaves its parent.

    `drawing`: what stands over the columns and the rows, for a width; `here`: an entry, with whose part the cursor
    begins, the first for the opening; `columns` of the terminal.
    """
    width = min(_WIDEST, columns) - _FRAME
    over, rows = drawing(width)
    many = len(rows) > 1
    hint = "The part that stands comes first; the others hang where they leave it."
    if not many:
        hint = f"There is one line so far; {shown('b')} in the replay begins a branch."
    return Pick(
        "branches",
        f"Branches {len(rows)}" if many else "One line, no branch",
        [Choice(row.last, _row(row), other=row.leaves) for row in rows],
        over,
        hanging(Content.styled(hint, palette.LABEL), width, 0),
        "Enter to its end · g to where it leaves · Esc back",
        next((at for at, row in enumerate(rows) if here in row.entries), 0),
        second="g",
    )


def _row(branch: BranchRow) -> Content:
    ink = f"bold {palette.BRIGHT}" if branch.live else palette.LABEL if branch.undone else palette.TEXT
    return Content.assemble((branch.lead, palette.ACCENT), (branch.rest, ink))
