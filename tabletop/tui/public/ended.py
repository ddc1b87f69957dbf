"""The poster of the end: what came of it, and how much each seat reached of what it wanted. Pure."""

from typing import Final

from attrs import evolve
from textual.content import Content

from tabletop.table.feed_file import Feed
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import rows
from tabletop.tui.public.tiles import carried_bar, parts_bar, tiles
from tabletop.tui.public.told import pages
from tabletop.tui.public.type import (
    Extent,
    Lines,
    at_right,
    beside,
    big,
    blocks,
    caption,
    columns,
    page_of,
    read,
    spread,
)

_LOW: Final = 24
"""Rows of a scene below which there is one bar of who carries it."""
_BAR: Final = 12
"""Columns that a bar has at least."""
_GOOD, _POOR = 60, 40
"""Points from which, and below which, what was reached has another colour."""


def poster(scene: Feed, room: Extent) -> Lines:
    """What came of it, how it stands, what the seats reached, page by page."""
    below = evolve(room, height=room.height - 1)
    parts = [*_told(scene, below), _stands(scene, below)] if room.high else [_on_one(scene, below)]
    return page_of([*parts, *([reached(scene, below)] if scene["reached"] else [])], room)


def _title(scene: Feed, room: Extent) -> Lines:
    words = f"{scene['title']} · {scene['played']} of {scene['planned']} turns"
    return big(words, room.width, 6 if room.high else 3, palette.ACCENT, (2, 1))


def _on_one(scene: Feed, room: Extent) -> Lines:
    """Three lines, every margin with its change since the opening, who carried it then and who carries it now."""
    title, words = _title(scene, room), [line for each in scene["lines"] for line in read(each, room.width)]
    low = room.height < _LOW
    carried = carried_bar(scene["carried"], Extent(room.width, 4)) if low else _carried(scene, room)
    left = room.height - len(title) - len(words) - len(carried) - (0 if low else 2)
    return spread([title, words, tiles(scene["theatres"], Extent(room.width, left), bands=False), carried], room.height)


def _told(scene: Feed, room: Extent) -> list[Lines]:
    """The three lines, on as many pages as their type needs."""
    title = _title(scene, room)
    found = pages(scene["lines"], room.width, room.height - len(title) - 1)
    return [[*title, Content(""), *page] for page in found]


def _stands(scene: Feed, room: Extent) -> Lines:
    """Every margin with its change since the opening, who carried it then and who carries it now."""
    carried = _carried(scene, room)
    left = Extent(room.width, room.height - len(carried) - 1, room.share)
    return spread([tiles(scene["theatres"], left, bands=False), carried], room.height)


def _carried(scene: Feed, room: Extent) -> Lines:
    """Who carries it, then and now."""
    then = parts_bar(scene["before"], scene["carried"]["half"], room.width)
    now = carried_bar(scene["carried"], Extent(room.width, 7), named=room.high)
    return [*caption("at the opening", room, palette.LABEL), then, *caption("now", room, palette.LABEL), *now]


# ---------------------------------------------------------------------- what the seats reached


def reached(scene: Feed, room: Extent) -> Lines:
    """A bar for each seat, its points beside it in figures as large as there is room for."""
    seats = scene["reached"]
    title = big("What each seat reached", room.width, 3 if room.height < _LOW else 5, palette.ACCENT, (2, 1))
    foot = caption(_of_what(scene), room, palette.LABEL)
    left = room.height - len(title) - len(foot) - 2
    size = next((size for size in (2, 1) if len(seats) * rows(size) <= left and room.width > 40 * size), 0)
    names = max(columns(each["name"]) if size > 1 else len(each["name"]) for each in seats)
    parts = [_bar(each, room, size, names) for each in seats]
    return spread([title, *parts, foot], room.height, 2)


def _of_what(scene: Feed) -> str:
    """Which objectives are meant, and what of them counts."""
    what = "Of all that it wanted" if scene["told"] else "Of its open objectives; the secret ones are not told yet"
    part = any(each["counted"] < 100 for each in scene["reached"])
    return f"{what}, in points of 100" + ("; what asks for a later turn is not counted." if part else ".")


def _bar(seat: Feed, room: Extent, size: int, names: int) -> Lines:
    """Name, bar, points. `size`: of the figures, 0 for the terminal's own; `names`: columns of the longest name."""
    points, ink = seat["points"], _ink(seat["points"])
    said = "–" if points is None else f"{points:.0f}"
    figures = blocks(said, ink, size) if size else [Content.styled(said, f"bold {ink}")]
    side = columns("100", size) if size else 3
    above = names + side + _BAR + 4 > room.width
    name = big(seat["name"], names, 3, palette.BRIGHT, (1,)) if size > 1 else read(seat["name"], room.width)
    length = room.width - side - 2 - (0 if above else names + 2)
    filled = round(length * (points or 0.0) / 100 * room.share)
    row = Content.assemble(("█" * filled, ink), ("░" * (length - filled), palette.EMPTY))
    bar = [row] * max(1, len(figures) - 1)
    line = beside(bar, at_right(figures, side), length)
    return [*name, *line] if above else beside(name, line, names)


def _ink(points: float | None) -> str:
    if points is None:
        return palette.LABEL
    return palette.HIGH_TEXT if points >= _GOOD else palette.LOW if points < _POOR else palette.MIDDLE
