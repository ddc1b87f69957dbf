"""Scenes of the close: the poster, what the seats say, what they had wanted. Pure."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.table.feed_file import Feed
from tabletop.tui.look import palette
from tabletop.tui.public.tiles import carried_bar, parts_bar, tiles
from tabletop.tui.public.type import Extent, Lines, beside, big, blocks, read, spread, widest

_READ = 84
"""Columns of a line that is read from afar."""
_LOW = 24
"""Rows of a scene below which the poster has one bar, and its lines in the terminal's own letters."""


# ---------------------------------------------------------------------- the poster


def poster(scene: Feed, room: Extent) -> Lines:
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
    left = room.height - len(title) - len(words) - len(carried) - 2
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


# ---------------------------------------------------------------------- the hotwash


def hotwash(scene: Feed, room: Extent) -> Lines:
    """What each seat has said, in as large a type as holds all of it; who has not spoken yet has its name there."""
    seats = scene["seats"]
    for scales in ((2, 1), (1,), ()):
        parts = [_said(seat, room.width, scales) for seat in seats]
        if sum(map(len, parts)) + len(parts) - 1 <= room.height:
            return spread(parts, room.height, 2)
    return _in_columns([_said(seat, room.width // 2 - 2, ()) for seat in seats], room)


def _said(seat: Feed, width: int, scales: Sequence[int]) -> Lines:
    ink = palette.ACCENT if seat["lines"] else palette.LABEL
    rows: Lines = [Content.styled(seat["name"], f"bold {ink}")]
    for text in seat["lines"]:
        rows += big(text, width, 100, palette.BRIGHT, scales) if scales else read(text, width)
    return rows


# ---------------------------------------------------------------------- the reveal


def reveal(scene: Feed, room: Extent) -> Lines:
    """What each seat had wanted, with the points it has for it; the secret ones in the accent."""
    parts = []
    for seat in scene["seats"]:
        rows: Lines = big(seat["name"], room.width, 3, palette.BRIGHT, (1,)) if len(scene["seats"]) == 1 else []
        rows = rows or [Content.styled(seat["name"], f"bold {palette.BRIGHT}")]
        for each in seat["objectives"]:
            ink = palette.ACCENT if each["secret"] else palette.TEXT
            points = f"{each['points']:.0f}"
            secret = "  (secret)" if each["secret"] else ""
            if len(scene["seats"]) == 1:
                left = blocks(points, ink)
                text = read(f"{each['title']}{secret}", room.width - 16, f"bold {ink}")
                rows += beside(left, text, max(13, widest(left)))
            else:
                rows += [Content.styled(f"{points:>5}  {each['title']}{secret}", f"bold {ink}")]
        parts.append(rows)
    return _in_columns(parts, room) if len(parts) > 1 else spread(parts, room.height)


def _in_columns(parts: Sequence[Lines], room: Extent) -> Lines:
    """Two columns where one would be too high."""
    one = spread(parts, room.height)
    if sum(map(len, parts)) <= room.height or room.width < 2 * _READ // 2:
        return one
    half = -(-len(parts) // 2)
    wide = room.width // 2 - 2
    left, right = (spread(side, room.height) for side in (parts[:half], parts[half:]))
    return beside([line.truncate(wide) for line in left], right, wide)
