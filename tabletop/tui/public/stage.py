"""The room's stage: the head, then one scene of a feed, or a word that fills it. Draws what the feed holds, no more."""

from time import monotonic
from typing import Any, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from tabletop.plain import one_line
from tabletop.table.feed_file import Feed
from tabletop.tui.kit.removable import Removable
from tabletop.tui.kit.stopped import FILLS, Stopped
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.map.theatre import MapTheatre
from tabletop.tui.public.head import head, head_height
from tabletop.tui.public.painters import frame_of, paint
from tabletop.tui.public.type import Extent, Lines

_MAPPED: Final = 100, 26
"""Columns and rows below which the map gives way to the tiles."""
_TILES: Final = 48
_WIDE: Final = 180
"""Columns from which the tiles take most of the width, and have the room for names in block letters."""
_FRAMES: Final = 4
_FRAME: Final = 0.075
"""Seconds of a step of a motion; a motion has `_FRAMES`."""
_TURN: Final = 12.0
"""Seconds that a page stands of a scene that takes several."""
_CALLED: Final = 10.0
"""Seconds for which STARTEX fills the display; after that the scene and the clock matter."""
_STEP: Final = 2.5
"""Seconds that a turn stands in the replay."""


class Stage(Removable, Vertical):
    """`show` draws a feed; one without a scene is blank but for its head and marking, None quite."""

    def __init__(self) -> None:
        super().__init__()
        self.feed: Feed | None = None
        self.share = 1.0
        self._page = 0
        self._called, self._since = "", 0.0
        self._motion: Timer | None = None
        self._turning: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        with Horizontal(id="scene"):
            yield TheatreMap(id="map", bold=True)
            yield Static(id="painted", markup=False)
        yield Static(id="foot", markup=False)
        yield Stopped()

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def show(self, feed: Feed | None) -> None:
        """Draws a feed as `tabletop.table.feed_file` reads it; another scene than before moves into its place."""
        before, self.feed = self.feed, _in_plain(feed)
        if _scene(before) != _scene(self.feed):
            self._page = 0
            self._move()
            self._turn_pages()
        self.draw()

    @property
    def fills(self) -> str:
        """The word that fills the display, or ""."""
        if not self.feed or not (now := self.feed["now"]):
            return ""
        word = str(now["word"])
        if word != self._called:
            self._called, self._since = word, monotonic()
        over = word == "STARTEX" and monotonic() - self._since > _CALLED
        return word if word == "PAUSED" or (word in FILLS and self.feed.get("after") != word and not over) else ""

    # ------------------------------------------------------------------ motion

    @property
    def _still(self) -> bool:
        return self.app.animation_level == "none"

    def _move(self) -> None:
        """From the last figures to these in a few frames."""
        if self._motion:
            self._motion.stop()
        self.share = 1.0
        if _scene(self.feed) and not self._still:
            self.share = 0.0
            self._motion = self.set_interval(_FRAME, self._frame)

    def _frame(self) -> None:
        self.share = min(1.0, self.share + 1 / _FRAMES)
        if self.share == 1.0 and self._motion:
            self._motion.stop()
        self.draw()

    def _turn_pages(self) -> None:
        if self._turning:
            self._turning.stop()
        kind = _kind(self.feed)
        if kind and not (kind == "replay" and self._still):
            self._turning = self.set_interval(_STEP if kind == "replay" else _TURN, self._turn)

    def _turn(self) -> None:
        self._page += 1
        self.draw()

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draws all anew, as large as there is room for."""
        if self.gone or not self.is_mounted:
            return
        feed, fills = self.feed, self.fills
        self.set_class(bool(fills), "-filled")
        if fills and feed:
            self.query_one(Stopped).show(feed["now"]["marking"], word=fills)
            return
        scene, width, height = _scene(feed), self.size.width - 2, self.size.height
        self.query_one("#foot", Static).update(Content(feed["now"]["caveat"] if feed else ""))
        self.tick()
        world_map = self.query_one(TheatreMap)
        mapped = (
            bool(scene) and scene.get("kind") in ("map", "replay") and (width >= _MAPPED[0] and height >= _MAPPED[1])
        )
        world_map.display = mapped
        room_height = height - head_height(width, height) - 1 - (1 if height > 30 else 0)
        room = Extent(width, room_height, self.share, self._page, self._still)
        lines: Lines = []
        if scene:
            if mapped:
                side = max(_TILES, width * (46 if width < _WIDE else 57) // 100)
                world_map.styles.width = width - side - 1
                self._draw_map(world_map, scene)
                room = Extent(side, room_height, self.share, self._page, self._still)
            lines = paint(scene, room)
        self.query_one("#painted", Static).update(Content("\n").join(lines))

    def _draw_map(self, world_map: TheatreMap, scene: Feed) -> None:
        scene = frame_of(scene, self._page, still=self._still)
        world_map.bands = bool(scene["bands"])
        world_map.set_theatres([_on_map(row) for row in scene["theatres"]])

    def tick(self) -> None:
        """Draws the head anew: the clock ticks in it."""
        if bool(self.fills) != self.has_class("-filled"):
            self.draw()
        elif self.feed and not self.fills:
            lines = head(self.feed, self.size.width - 2, self.size.height)
            if not _scene(self.feed):
                lines = lines[: len(lines) - head_height(self.size.width - 2, self.size.height) + 1]
            self.query_one("#head", Static).update(Content("\n").join(lines))


def _in_plain(value: Any) -> Any:
    """What a feed holds with every text as it may be shown: what is laid out is as wide as what is drawn."""
    match value:
        case dict():
            return {key: _in_plain(each) for key, each in value.items()}
        case list():
            return [_in_plain(each) for each in value]
        case str():
            return one_line(value)
    return value


def _scene(feed: Feed | None) -> Feed:
    return (feed or {}).get("scene") or {}


def _kind(feed: Feed | None) -> str:
    return str(_scene(feed).get("kind", ""))


def _on_map(row: Feed) -> MapTheatre:
    return MapTheatre(row["id"], row["name"], tuple(row["members"]), row["lon"], row["lat"], row["value"],
                      row["margin"], row["change"] if abs(row["change"]) >= 0.5 else 0.0, row["crisis"])  # fmt: skip
