"""Read aloud: the opening brief, the turn's injects and the situation report, one page at a time, in short lines."""

from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.table.port import Table
from tabletop.table.turn_story import story
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.look.titles import frame_title
from tabletop.tui.review.spoken import next_start, spare_rows, spoken
from tabletop.words.aloud import SpokenPage, first_page, pages

_LINE: Final = 66
"""Columns of a line: what an eye that leaves the page for the room finds again."""


_FRAME: Final = 8
"""Columns of its border and margin, of a scrollbar and the one before it."""
_AROUND: Final = 4
"""Rows of a page's border and margin."""
_ROOMY: Final = 100
"""Columns from which large type comes first: in fewer a line holds three words."""


def _on(screen: "AloudScreen") -> None:
    """What stands below on the page, then the next page."""
    page = screen.query_one("#page")
    if page.scroll_offset.y < page.max_scroll_y:
        start = next_start(screen.lines, round(page.scroll_offset.y), page.content_size.height)
        screen.fit(start)
        page.scroll_to(y=start, animate=False, force=True)
    else:
        _page(screen, 1)


def _size(screen: "AloudScreen") -> None:
    screen.large = not screen.large
    screen.query_one("#page").scroll_home(animate=False)
    screen.refresh_view()


def _page(screen: "AloudScreen", by: int) -> None:
    at = min(max(0, screen.at + by), len(screen.pages) - 1)
    if at != screen.at:
        screen.at = at
        screen.query_one("#page").scroll_home(animate=False)
        screen.refresh_view()


class AloudScreen(TableScreen):
    """`at`: the page shown; it opens at the one that is due. `large`: in type that is read from across a room."""

    TITLE = "Read aloud"
    HELP = (
        "What is read to the room: the opening brief, every inject of this turn, and the situation report. Left and "
        "right go from page to page, {Space} reads on. {z} sets it in small type, and back. The grey line at the end "
        "is for you."
    )
    ACTIONS = (
        *OF_CONTROL,
        Action("space", "next", "read on, then the next page", _on),
        Action("z", "size", "large type, or small", _size),
        Action("right", "page_on", "the next page", partial(_page, by=1), first=True),
        Action("left", "page_back", "the page before", partial(_page, by=-1), first=True),
    )
    AUTO_FOCUS = "#page"

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.pages = self._read()
        self.at = first_page(self.view.world, self.pages)
        self.lines: list[Content] = []
        self.large = True

    def body(self) -> ComposeResult:
        with VerticalScroll(id="page", classes="framed"):
            yield Static(id="words", markup=False)

    def on_mount(self) -> None:
        self.large = self.app.size.width >= _ROOMY

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def keys(self) -> list[Key]:
        after = self.pages[self.at + 1 : self.at + 2]
        keys = [self.key("next", page.title) for page in after]
        keys += [Key("← →", "page"), self.key("size", "small type" if self.large else "large type")]
        return [*keys, self.key("back"), Key("↑ ↓", "scroll")]

    def _read(self) -> list[SpokenPage]:
        return pages(self.view.world, self.view.lines, story(self.view))

    def draw(self) -> None:
        """Writes the page."""
        self.pages = self._read()
        self.at = min(self.at, len(self.pages) - 1)
        page, frame = self.pages[self.at], self.query_one("#page")
        frame.border_title = frame_title(page.title)
        frame.border_subtitle = frame_title(f"{self.at + 1} of {len(self.pages)}")
        frame.set_class(self.large, "large")
        room = self.app.size.width - _FRAME
        width = max(20, room if self.large else min(_LINE, room))
        self.lines = spoken(page, width, large=self.large)
        self.query_one("#words", Static).update(Content("\n").join(self.lines))
        self.fit(round(frame.scroll_offset.y))

    def fit(self, start: int) -> None:
        """No line is cut at the foot of the page where one reads on from the row `start`."""
        page = self.query_one("#page")
        room = page.outer_size.height - _AROUND
        page.styles.padding = (1, 2, 1 + spare_rows(self.lines, start, room), 2)
