"""How wide the columns of a table are. A column goes before a word does."""

from collections.abc import Sequence

from attrs import frozen
from textual.content import Content

GAP = 2
_SPARED = 3
"""Columns kept no dearer than this go before the first column's words are cut, if that saves them."""


@frozen
class GridColumn:
    """`keep`: of columns that don't fit the lowest goes first, never the first column. `flex`: may end at a word."""

    title: str
    right: bool = False
    keep: int = 5
    flex: bool = False
    least: int = 14  # of a flexible column


def widths(columns: Sequence[GridColumn], cells: Sequence[Sequence[Content]], width: int) -> list[int]:
    """Cells wide for every column; 0 for those that had to go."""
    need = [
        max([len(column.title), *(row[n].cell_length for row in cells if n < len(row))])
        for n, column in enumerate(columns)
    ]
    stay = [n for n in range(len(columns)) if need[n]]
    while len(stay) > 1 and _least(columns, need, stay) > width:
        stay.remove(min(stay[1:], key=lambda n: columns[n].keep))
    spare = [n for n in stay if columns[n].keep > _SPARED or n == 0]
    if _whole(columns, need, stay) > width >= _whole(columns, need, spare):
        stay = spare
    sizes = [need[n] if n in stay else 0 for n in range(len(columns))]
    over = sum(sizes) + GAP * (len(stay) - 1) - width
    for n in sorted((n for n in stay if columns[n].flex), key=lambda n: columns[n].keep):
        cut = min(max(0, over), max(0, sizes[n] - columns[n].least))
        sizes[n] -= cut
        over -= cut
    if over > 0 and stay:
        sizes[stay[0]] = max(1, sizes[stay[0]] - over)
    return sizes


def _whole(columns: Sequence[GridColumn], need: Sequence[int], stay: Sequence[int]) -> int:
    """With every word, but for those of a flexible column that may be spared."""
    sizes = (min(need[n], each.least) if (each := columns[n]).flex and each.keep <= _SPARED else need[n] for n in stay)
    return sum(sizes) + GAP * (len(stay) - 1)


def _least(columns: Sequence[GridColumn], need: Sequence[int], stay: Sequence[int]) -> int:
    sizes = (min(need[n], columns[n].least) if columns[n].flex else need[n] for n in stay)
    return sum(sizes) + GAP * (len(stay) - 1)


def shortened(content: Content, width: int) -> Content:
    """The content in `width` cells; where it is too long it loses parts set off by dots, what stands in brackets at
    its end, or ends at a word."""
    if content.cell_length <= width:
        return content
    plain = content.plain
    part = plain.rfind(" · ", 0, max(1, width + 1))
    if part > 0:
        return content[:part]
    bracket = plain.rfind(" (")
    if plain.endswith(")") and 0 < bracket <= width:
        return content[:bracket]
    cut = plain.rfind(" ", 0, max(1, width))
    if cut < width // 2:
        return content.truncate(width, ellipsis=True)
    return Content.assemble(content[:cut].rstrip(" ,:;("), "…")


def laid(content: Content, width: int, right: bool) -> Content:
    """The content in exactly `width` cells."""
    content = shortened(content, width)
    room = width - content.cell_length
    return content.pad_left(room) if right else content.pad_right(room)
