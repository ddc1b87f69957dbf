"""Scenes of the close: what the seats say, what they had wanted. Pure."""

from collections.abc import Sequence

from attrs import evolve
from textual.content import Content

from tabletop.table.feed_file import Feed
from tabletop.tui.look import palette
from tabletop.tui.public.type import Extent, Lines, beside, big, blocks, in_pages, page_of, read, spread, widest

_SECRET, _MARK = "  (secret)", " *"
"""What is said of a secret objective, where there is room and where there is less."""

# ---------------------------------------------------------------------- the hotwash


def hotwash(scene: Feed, room: Extent) -> Lines:
    """What each seat has said, in as large a type as holds all of it; who has not spoken yet has its name there."""
    seats = scene["seats"]
    tries = ((2, 1), True), ((1,), True), ((2, 1), False), ((1,), False), ((), False)
    for scales, named in tries if room.high else tries[2:]:
        parts = [_said(seat, room.width, scales, named=named) for seat in seats]
        if sum(map(len, parts)) + len(parts) - 1 <= room.height:
            return spread(parts, room.height, 2)
    return _in_columns([_said(seat, room.width // 2 - 2) for seat in seats], room)


def _said(seat: Feed, width: int, scales: Sequence[int] = (), *, named: bool = False) -> Lines:
    """`named`: whether the seat's name too stands in block letters."""
    ink = palette.ACCENT if seat["lines"] else palette.LABEL
    rows: Lines = big(seat["name"], width, 3, ink, (1,) if named else ())
    for text in seat["lines"]:
        rows += big(text, width, 100, palette.BRIGHT, scales) if scales else read(text, width)
    return rows


# ---------------------------------------------------------------------- the reveal


def reveal(scene: Feed, room: Extent) -> Lines:
    """What each seat had wanted, with the points it has for it; the secret ones in the accent."""
    seats = scene["seats"]
    if len(seats) == 1:
        return spread([_wanted(seats[0], room)], room.height)
    if not room.plain:
        return in_pages([_wanted(seat, evolve(room, height=room.height - 1)) for seat in seats], room)
    parts = [_wanted_of_many(seat, _SECRET) for seat in seats]
    if _two_wide(parts) <= room.width:
        return _in_columns(parts, room)
    lower = evolve(room, height=room.height - 1)  # the mark of the secret ones is said in the last line
    lines = _in_columns([_wanted_of_many(seat, _MARK) for seat in seats], lower)
    return [*(lines + [Content("")] * lower.height)[: lower.height], _label(f"{_MARK.strip()} secret")]


def _wanted(seat: Feed, room: Extent) -> Lines:
    """A seat's alone, its points in block digits, its titles in block letters where all of them have the room."""
    rows: Lines = []
    for scales in ((1,), ()):
        rows = big(seat["name"], room.width, 3, palette.BRIGHT, (1,))
        for each in seat["objectives"]:
            ink = palette.ACCENT if each["secret"] else palette.TEXT
            left = blocks(f"{each['points']:.0f}", ink)
            rows += beside(left, big(_objective(each), room.width - 16, 6, ink, scales), max(13, widest(left)))
        if len(rows) <= room.height:
            break
    return rows


def _wanted_of_many(seat: Feed, secret: str) -> Lines:
    rows: Lines = [Content.styled(seat["name"], f"bold {palette.BRIGHT}")]
    for each in seat["objectives"]:
        ink = palette.ACCENT if each["secret"] else palette.TEXT
        rows.append(Content.styled(f"{each['points']:>5.0f}  {_objective(each, secret)}", f"bold {ink}"))
    return rows


def _objective(each: Feed, secret: str = _SECRET) -> str:
    return f"{each['title']}{secret if each['secret'] else ''}"


def _label(words: str) -> Content:
    return Content.styled(words, f"bold {palette.LABEL}")


def _in_columns(parts: Sequence[Lines], room: Extent) -> Lines:
    """In one column, else in two; where there is room for neither, page by page, which of how many in the last line."""
    wide = room.width // 2 - 2
    for height in (room.height, room.height - 1):
        columns = _filled(parts, height)
        if len(columns) == 1:
            return spread(columns[0], height, 2)
        two = _two_wide(parts) <= room.width
        pages = [columns[n : n + 2] for n in range(0, len(columns), 2)] if two else [[each] for each in columns]
        if len(pages) == 1:
            left, right = (spread(column, height, 2) for column in pages[0])
            return beside(left, right, wide)
    return page_of([_side_by_side(page, room.height - 1, wide) for page in pages], room)


def _side_by_side(columns: Sequence[Sequence[Lines]], height: int, wide: int) -> Lines:
    """One column or two of a page."""
    sides = [spread(column, height, 1) for column in columns]
    return beside(sides[0], sides[1], wide) if len(sides) > 1 else sides[0]


def _two_wide(parts: Sequence[Lines]) -> int:
    """What two columns of them take."""
    return 2 * max(map(widest, parts), default=0) + 4


def _filled(parts: Sequence[Lines], height: int) -> list[list[Lines]]:
    """Parts in columns, one after another, each column filled before the next; a part is not torn."""
    columns: list[list[Lines]] = [[]]
    for part in parts:
        if columns[-1] and sum(map(len, columns[-1])) + len(columns[-1]) + len(part) > height:
            columns.append([])
        columns[-1].append(part)
    return columns
