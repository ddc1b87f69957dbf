"""Read aloud: the opening brief, the turn's injects and the situation report, one page at a time, in short lines."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.table.port import Table
from tabletop.table.turn_story import story
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bind
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.aloud import SpokenPage, first_page, pages

_LINE: Final = 66
"""Columns of a line: what an eye that leaves the page for the room finds again."""


class AloudScreen(TableScreen):
    """`at`: the page shown; it opens at the one that is due."""

    ACTIONS = OF_CONTROL
    TITLE = "Read aloud"
    HELP = (
        "What is read to the room: the opening brief, every inject of this turn, and the situation report. Left and "
        "right go from page to page, up and down scroll. The grey line at the end is for you."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("space", "page(1)", "the next page"),
        Binding("right,l", "page(1)", "the next page", show=False, priority=True),
        Binding("left,h", "page(-1)", "the page before", show=False, priority=True),
    ]

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._pages: list[SpokenPage] = self._read()
        self.at = first_page(self.view.world, self._pages)

    def body(self) -> ComposeResult:
        with VerticalScroll(id="page", classes="framed"):
            yield Static(id="words", markup=False)

    def on_mount(self) -> None:
        self.query_one("#page").focus()

    def on_resize(self) -> None:
        super().on_resize()
        self.call_after_refresh(self.draw)

    def keys(self) -> list[Key]:
        keys = []
        if self.at < len(self._pages) - 1:
            keys.append(Key("Space", self._pages[self.at + 1].title, "page(1)"))
        return [*keys, Key("← →", "page"), self.key("back"), Key("↑ ↓", "scroll")]

    def _read(self) -> list[SpokenPage]:
        return pages(self.view.world, self.view.lines, story(self.view))

    def draw(self) -> None:
        """Writes the page."""
        self._pages = self._read()
        self.at = min(self.at, len(self._pages) - 1)
        page, frame = self._pages[self.at], self.query_one("#page")
        frame.border_title = frame_title(page.title)
        frame.border_subtitle = frame_title(f"{self.at + 1} of {len(self._pages)}")
        width = max(20, min(_LINE, self.app.size.width - 7))
        blocks = [Content("\n").join(wrapped(Content.styled(text, palette.BRIGHT), width)) for text in page.paragraphs]
        if page.aside:
            blocks.append(Content("\n").join(wrapped(Content.styled(page.aside, palette.LABEL), width)))
        self.query_one("#words", Static).update(Content("\n\n").join(blocks))

    def action_page(self, by: int) -> None:
        at = min(max(0, self.at + by), len(self._pages) - 1)
        if at != self.at:
            self.at = at
            self.query_one("#page").scroll_home(animate=False)
            self.refresh_view()
