"""The poster of the end: what came of it, and how much each seat reached of what it wanted. Pure."""

from collections.abc import Sequence
from typing import Final

from attrs import evolve
from textual.content import Content

from tabletop.table.feed_file import Feed
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import rows
from tabletop.tui.public.tiles import carried_bar, parts_bar, tiles
from tabletop.tui.public.type import Extent, Lines, at_right, beside, big, blocks, columns, page_of, read, spread

_LOW: Final = 24
"""Rows of a scene below which there is one bar of who carries it, and the lines stand in the terminal's own letters."""
_BAR: Final = 12
"""Columns that a bar has at least."""
_GOOD, _POOR = 60, 40
"""Points from which, and below which, what was reached has another colour."""


def poster(scene: Feed, room: Extent) -> Lines:
    """What came of it, then what the seats reached, page by page."""
    below = evolve(room, height=room.height - 1)
    return page_of([_result(scene, below), reached(scene, below)], room) if scene["reached"] else _result(scene, room)


def _result(scene: Feed, room: Extent) -> Lines:
    """Three lines, every margin with its change since the opening, who carried it then and who carries it now."""
    turns = f"{scene['played']} of {scene['planned']} turns"
    title = big(f"{scene['title']} · {turns}", room.width, 6 if room.height > 2 * _LOW else 3, palette.ACCENT, (2, 1))
    if room.height < _LOW:
        words = [line for each in scene["lines"] for line in read(each, room.width)]
        carried = carried_bar(scene["carried"], Extent(room.width, 4))
    else:
        words = _large(scene["lines"], room)
        then = parts_bar(scene["before"], scene["carried"]["half"], room.width)
        carried = [_label("at the opening"), then, _label("now"), *carried_bar(scene["carried"], Extent(room.width, 7))]
    left = room.height - len(title) - len(words) - len(carried) - (2 if room.height >= _LOW else 0)
    return spread([title, words, tiles(scene["theatres"], Extent(room.width, left), bands=False), carried], room.height)


def _large(lines: Sequence[str], room: Extent) -> Lines:
    """The lines in block letters where these take no more than a third of the scene."""
    drawn: Lines = []
    for n, each in enumerate(lines):
        drawn += [*([Content("")] if n else ()), *big(each, room.width, room.height, palette.BRIGHT, (1,))]
    if len(drawn) * 3 <= room.height:
        return drawn
    return [line for each in lines for line in read(each, room.width)]


def _label(words: str) -> Content:
    return Content.styled(words, f"bold {palette.LABEL}")


# ---------------------------------------------------------------------- what the seats reached


def reached(scene: Feed, room: Extent) -> Lines:
    """A bar for each seat, its points beside it in figures as large as there is room for."""
    seats = scene["reached"]
    title = big("What each seat reached", room.width, 3 if room.height < _LOW else 5, palette.ACCENT, (2, 1))
    foot = read(_of_what(scene), room.width, f"bold {palette.LABEL}")
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
    row = Content.assemble(("█" * filled, ink), ("░" * (length - filled), palette.TRACK))
    bar = [row] * max(1, len(figures) - 1)
    line = beside(bar, at_right(figures, side), length)
    return [*name, *line] if above else beside(name, line, names)


def _ink(points: float | None) -> str:
    if points is None:
        return palette.LABEL
    return palette.HIGH_TEXT if points >= _GOOD else palette.LOW if points < _POOR else palette.MIDDLE
