"""How a scene sets its words: block letters where they fit, else the terminal's own. Pure."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from attrs import frozen
from textual.content import Content

from tabletop.tui.kit.lines import wrapped
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import letters, setting, width

Lines = list[Content]


_HIGH: Final = 40
"""Rows of a scene from which one is too low to be read from afar."""
_PLAIN: Final = 26
"""Rows of a scene up to which one is a good part of its height: the terminal's own letters do for a text."""


@frozen
class Extent:
    """Columns and rows for a scene. `share` of a motion that is over, 1 when all stands still; `page` of what is told
    in several, and `still` where nothing shall turn its pages."""

    width: int
    height: int
    share: float = 1.0
    page: int = 0
    still: bool = False

    @property
    def high(self) -> bool:
        """Whether a row is so low that captions too are set in block letters."""
        return self.height >= _HIGH

    @property
    def plain(self) -> bool:
        """Whether a row is high enough for a text in the terminal's own letters."""
        return self.height <= _PLAIN


def blocks(text: str, style: str, scale: int = 1) -> Lines:
    """One line of block letters."""
    return [Content.styled(row, style) for row in letters(text, scale)]


def big(text: str, room: int, height: int, style: str, scales: Sequence[int] = (2, 1)) -> Lines:
    """The text in the largest of the scales in which it fits; in the terminal's own letters where it fits in none."""
    fit = setting(text, room, height, scales)
    if fit is None:
        return read(text, room, f"bold {style}")
    gap = [Content("")] if fit.scale > 1 else []
    lines: Lines = []
    for line in fit.lines:
        lines += [*(gap if lines else ()), *blocks(line, style, fit.scale)]
    return lines


def fits(text: str, room: int, height: int) -> bool:
    """Whether a text can be set in block letters at all."""
    return setting(text, room, height, (1,)) is not None


def read(text: str, room: int, style: str = "") -> Lines:
    """In the terminal's own letters, bold."""
    return wrapped(Content.styled(text, style or f"bold {palette.BRIGHT}"), max(8, room))


def caption(text: str, room: Extent, style: str, width: int = 0) -> Lines:
    """A few words beside a figure: in the terminal's own letters, bold; in block letters where rows are low and one
    line holds them. `width`: the columns they have, by default the scene's."""
    across = width or room.width
    return big(text, across, 3, style, (1,)) if room.high else read(text, across, f"bold {style}")


def beside(left: Lines, right: Lines, room: int, apart: int = 2) -> Lines:
    """Two columns, the left one in `room` columns."""
    pairs = zip_longest(left, right, fillvalue=Content(""))
    return [one.pad_right(max(0, room + apart - one.cell_length)) + other for one, other in pairs]


def opposite(left: Lines, right: Lines, room: int) -> Lines:
    """One at each edge of `room` columns; under one another where they would touch."""
    if widest(left) + widest(right) + 2 > room:
        return [*left, *right]
    return beside(left, at_right(right, room - widest(left) - 2), widest(left))


def at_right(lines: Lines, room: int) -> Lines:
    """Each line at the right edge of `room` columns."""
    return [line.pad_left(max(0, room - line.cell_length)) for line in lines]


def widest(lines: Lines) -> int:
    """Columns of the widest line."""
    return max((line.cell_length for line in lines), default=0)


def spread(parts: Sequence[Lines], height: int, most: int = 2) -> Lines:
    """Parts one under another, with as many free rows between them as there is room for."""
    shown = [part for part in parts if part]
    free, between = max(0, height - sum(map(len, shown))), max(1, len(shown) - 1)
    lines: Lines = []
    for n, part in enumerate(shown):
        gap = min(most, free // between + (n <= free % between)) if n else 0
        lines += [*([Content("")] * gap), *part]
    return lines[:height]


def in_pages(parts: Sequence[Lines], room: Extent) -> Lines:
    """The page that is due of parts for which there is no room in all, which of how many in the last line: a part is
    torn only where it is longer than a page."""
    height = max(1, room.height - 1)
    pages: list[Lines] = [[]]
    for part in filter(None, parts):
        if pages[-1] and len(pages[-1]) + 1 + len(part) > height:
            pages.append([])
        elif pages[-1]:
            pages[-1].append(Content(""))
        for line in part:
            if len(pages[-1]) == height:
                pages.append([])
            pages[-1].append(line)
    return page_of(pages, room)


def page_of(pages: Sequence[Lines], room: Extent) -> Lines:
    """The one that is due, which of how many in the last line."""
    at = room.page % len(pages)
    lines = (pages[at] + [Content("")] * room.height)[: room.height - 1]
    return [*lines, page_dots(at, len(pages))]


def page_dots(at: int, many: int) -> Content:
    """Which page of how many."""
    return Content.styled(" ".join("●" if n == at else "○" for n in range(many)), palette.LABEL)


def columns(text: str, scale: int = 1) -> int:
    """Columns of one line of block letters."""
    return width(text, scale)
