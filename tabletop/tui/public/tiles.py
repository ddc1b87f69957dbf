"""Theatres as tiles: each margin over pressure in block letters, with a word and the way it moved. Pure."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.table.feed_file import Feed
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import letters, rows
from tabletop.tui.public.type import Extent, Lines, beside, big, blocks, columns, spread, widest
from tabletop.words.bands import BANDS, is_short, margin_band, margin_figure

_CHANGED = 0.5
"""Points from which a change is told."""
_LEAST = 24
"""Columns of a tile."""


def tiles(theatres: Sequence[Feed], room: Extent, *, bands: bool) -> Lines:
    """As many tiles in a row as there is room for."""
    if not theatres:
        return []
    across, large = _across(theatres, room)
    width, down = room.width // across, -(-len(theatres) // across)
    wide = max(columns(theatre["name"]) for theatre in theatres) + 3 <= width
    named = large > 1 and wide and down * (rows(large) + rows() + 1) - 1 <= room.height
    bars: list[Lines] = []
    for first in range(0, len(theatres), across):
        row: Lines = []
        for n, theatre in enumerate(theatres[first : first + across]):
            tile = _tile(theatre, width - 2, large, bands=bands, share=room.share, named=named)
            row = beside(row, tile, width * n, 0) if n else tile
        bars.append(row)
    return spread(bars, room.height)


def _across(theatres: Sequence[Feed], room: Extent) -> tuple[int, int]:
    """How many tiles stand in a row, and in letters of which size: the largest for which there is room, 0 for the
    terminal's own."""
    widest_word = max(columns(word) for word in BANDS)
    for size in (3, 2):
        for across in (2, 3, 1):
            down = -(-len(theatres) // across)
            if widest_word * size + 3 <= room.width // across and down * (rows(size) + 2) - 1 <= room.height:
                return across, size
    across = min(len(theatres), 3, max(1, room.width // _LEAST))
    down = -(-len(theatres) // across)
    return across, 1 if down * (rows() + 1) <= room.height else 0


def _tile(theatre: Feed, width: int, size: int, *, bands: bool, share: float, named: bool) -> Lines:
    """`named`: whether its name too stands in block letters."""
    margin = theatre["margin"] - theatre["change"] * (1 - share)
    colour = palette.LOW if is_short(margin) else palette.margin_colour(margin)
    bar = ("▌", colour)
    mark = (" ◆", palette.CRISIS_INK) if theatre["crisis"] else ("", "")
    moved = Content.assemble(mark, " ", _moved(theatre))
    if named:
        name = [Content.assemble(bar, (line, palette.BRIGHT)) for line in letters(theatre["name"])]
    else:
        name = [Content.assemble(bar, (theatre["name"].upper(), f"bold {palette.BRIGHT}")) + moved]
    word = margin_band(margin)
    told = word if bands else margin_figure(margin)
    drawn = blocks(told, colour, size) if size else [Content.styled(told, f"bold {palette.margin_ink(margin)}")]
    side = (
        [] if bands else [*([Content("")] if size else []), Content.styled(word, f"bold {palette.margin_ink(margin)}")]
    )
    if named:
        side = [moved, *side[1:]]
    if widest(drawn) + widest(side) + 3 > width:
        side = []
    return [*name, *(Content.assemble(bar) + line for line in beside(drawn, side, widest(drawn)))]


def _moved(theatre: Feed) -> Content:
    """The way the margin moved, where that can be felt."""
    change = theatre["change"] if abs(theatre["change"]) >= _CHANGED else 0.0
    arrow, _, style = palette.change_mark(change)
    return Content.styled(f"{arrow} {abs(change):.1f}", f"bold {style}") if change else Content("")


def carried_bar(carried: Feed, room: Extent, *, named: bool = False) -> Lines:
    """Who carries what is needed, across the whole width, with the line of one half; the figures below it. `named`:
    whether their names too stand in block letters."""
    width = room.width
    bar = parts_bar(carried["parts"], carried["half"], width)
    large = room.height > rows() + 1
    figures: Lines = []
    for n, (name, part) in enumerate(zip(carried["names"], carried["parts"], strict=False)):
        ink = parts_look()[n][1]
        said = big(name, width // 3 - 2, 3, ink, (1,)) if named else [Content.styled(name.upper(), f"bold {ink}")]
        one = blocks(f"{part}%", ink) + said if large else [Content.styled(f"{part} % {name}", f"bold {ink}")]
        figures = beside(figures, one, n * (width // 3), 0) if n else one
    gap = [Content("")] if room.height > rows() + 3 else []
    return [*([bar] * (2 if large else 1)), *gap, *figures]


def parts_bar(parts: Sequence[float], half: float, width: int) -> Content:
    """Parts of a hundred in a row of so many cells, with a line at one half."""
    cells: list[tuple[str, str]] = []
    for part, (sign, ink) in zip(parts, parts_look(), strict=False):
        cells += [(sign, ink)] * round(width * part / 100)
    cells = (cells + [parts_look()[-1]] * width)[:width]
    cells[min(width - 1, round(width * half / 100))] = ("┃", palette.BRIGHT)
    return Content.assemble(*cells)


def parts_look() -> tuple[tuple[str, str], ...]:
    """Sign and colour of what the others carry, the anchor, and nobody."""
    return ("█", palette.ACCENT), ("▓", palette.MIDDLE), ("░", palette.DIM)
