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
from tabletop.tui.kit.keys import said
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.aloud import SpokenPage, first_page, pages

_LINE: Final = 66
"""Columns of a line: what an eye that leaves the page for the room finds again."""


def _page(screen: "AloudScreen", by: int) -> None:
    at = min(max(0, screen.at + by), len(screen.pages) - 1)
    if at != screen.at:
        screen.at = at
        screen.query_one("#page").scroll_home(animate=False)
        screen.refresh_view()


class AloudScreen(TableScreen):
    """`at`: the page shown; it opens at the one that is due."""

    TITLE = "Read aloud"
    HELP = (
        "What is read to the room: the opening brief, every inject of this turn, and the situation report. Left and "
        "right go from page to page, up and down scroll. The grey line at the end is for you."
    )
    ACTIONS = (
        *OF_CONTROL,
        Action("space", "next", "the next page", partial(_page, by=1)),
        Action("right", "page_on", "the next page", partial(_page, by=1), first=True),
        Action("left", "page_back", "the page before", partial(_page, by=-1), first=True),
    )
    AUTO_FOCUS = "#page"

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.pages = self._read()
        self.at = first_page(self.view.world, self.pages)

    def body(self) -> ComposeResult:
        with VerticalScroll(id="page", classes="framed"):
            yield Static(id="words", markup=False)

    def on_resize(self) -> None:
        self.call_after_refresh(self.draw)

    def keys(self) -> list[Key]:
        after = self.pages[self.at + 1 : self.at + 2]
        keys = [self.key("next", page.title) for page in after]
        return [*keys, Key("← →", "page"), self.key("back"), Key("↑ ↓", "scroll")]

    def _read(self) -> list[SpokenPage]:
        return pages(self.view.world, self.view.lines, story(self.view))

    def draw(self) -> None:
        """Writes the page."""
        self.pages = self._read()
        self.at = min(self.at, len(self.pages) - 1)
        page, frame = self.pages[self.at], self.query_one("#page")
        frame.border_title = frame_title(page.title)
        frame.border_subtitle = frame_title(f"{self.at + 1} of {len(self.pages)}")
        width = max(20, min(_LINE, self.app.size.width - 7))
        blocks = [Content("\n").join(wrapped(Content.styled(text, palette.BRIGHT), width)) for text in page.paragraphs]
        if page.aside:
            blocks.append(Content("\n").join(wrapped(Content.styled(said(page.aside), palette.LABEL), width)))
        self.query_one("#words", Static).update(Content("\n\n").join(blocks))
