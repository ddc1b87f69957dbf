"""How each scene is painted, by its kind; those with a map here, for they are painted beside it or without it. Pure."""

from collections.abc import Callable, Mapping
from typing import Final

from tabletop.table.feed_file import Feed
from tabletop.tui.look import palette
from tabletop.tui.public import charted, closing, ended, measured, told
from tabletop.tui.public.tiles import carried_bar, tiles
from tabletop.tui.public.type import Extent, Lines, big, spread


def _map(scene: Feed, room: Extent) -> Lines:
    below = 7 if room.height > 22 else 6 if room.height > 18 else 4
    carried = carried_bar(scene["carried"], Extent(room.width, below), named=room.high)
    space = Extent(room.width, room.height - len(carried) - 1, room.share)
    above = tiles(scene["theatres"], space, bands=scene["bands"])
    return spread([above, carried], room.height, 4)


def frame_of(scene: Feed, page: int, *, still: bool) -> Feed:
    """A scene with theatres as they stood in a frame of it; of a map as it is."""
    frames = scene.get("frames")
    if not frames:
        return scene
    at = len(frames) - 1 if still else page % len(frames)
    before = frames[max(0, at - 1)]["margins"]
    rows = [
        row | {"margin": margin, "value": value, "change": margin - was, "crisis": False}
        for row, margin, value, was in zip(
            scene["theatres"], frames[at]["margins"], frames[at]["values"], before, strict=False
        )
    ]
    return scene | {"theatres": rows, "frame": frames[at]}


def _replay(scene: Feed, room: Extent) -> Lines:
    now = frame_of(scene, room.page, still=room.still)
    if "frame" not in now:
        return []
    frame = now["frame"]
    words = f"turn {frame['turn']} · {frame['period']}" if frame["turn"] else "the opening"
    title = big(words, room.width, 6 if room.height > 22 else 3, palette.ACCENT, (1,))
    below = Extent(room.width, room.height - len(title) - 1, room.share)
    return spread([title, tiles(now["theatres"], below, bands=scene["bands"])], room.height, 2)


PAINTERS: Final[Mapping[str, Callable[[Feed, Extent], Lines]]] = {
    "welcome": told.welcome,
    "map": _map,
    "inject": told.inject,
    "argument": measured.argument,
    "story": told.story,
    "moved": measured.moved,
    "why": measured.why,
    "ribbon": measured.ribbon,
    "replay": _replay,
    "compare": charted.compare,
    "ahead": charted.ahead,
    "poster": ended.poster,
    "hotwash": closing.hotwash,
    "reveal": closing.reveal,
}
"""How each scene is painted."""


def paint(scene: Feed, room: Extent) -> Lines:
    """A scene in no more rows than there are."""
    return PAINTERS[scene["kind"]](scene, room)[: room.height]
