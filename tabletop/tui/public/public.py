"""The room's stage in a process of its own."""

from pathlib import Path

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tabletop.errors import TabletopError
from tabletop.table.feed_file import Feed, feed_path, read_feed
from tabletop.tui.kit.acting import Acting
from tabletop.tui.kit.action import Action
from tabletop.tui.look import palette
from tabletop.tui.look.schemes import DARK, LIGHT
from tabletop.tui.public.stage import Stage

_LOOK_EVERY = 0.25
_NOTHING = "Nothing is shown yet: resume the save in another terminal."


class PublicScreen(Acting):
    """Shows the feed beside a save as it changes; it never opens the save. `first`: what is shown until there is one.

    A feed that can't be read leaves what was shown last, and says so.
    """

    ACTIONS = (
        Action("G", "light", "a light ground for a lit room, and back", lambda screen: screen.turn_light()),
        Action("q", "leave", "leave", lambda screen: screen.app.exit()),
    )

    def __init__(self, save: Path, first: Feed | None = None) -> None:
        super().__init__()
        self.path = feed_path(save)
        self._feed = first
        self._dark = DARK.name
        self._stamp: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        yield Stage()
        yield Static(id="wait")

    def on_mount(self) -> None:
        self.set_interval(_LOOK_EVERY, self.look)
        self.call_after_refresh(self._show, "" if self._feed else _NOTHING)
        self.call_after_refresh(self.look)

    def look(self) -> None:
        """Shows what has changed in the feed; else the clock alone."""
        try:
            stat = self.path.stat()
            here = stat.st_mtime_ns, stat.st_ino
        except OSError:
            here = None
        if here != self._stamp:
            self._stamp = here
            try:
                self._feed = read_feed(self.path) or self._feed
            except TabletopError as wrong:
                self._show(f"{wrong.problem}; this is what was shown last")
            else:
                self._show("" if self._feed else _NOTHING)
        elif self._feed:
            self.query_one(Stage).tick()

    def turn_light(self) -> None:
        """From a dark theme to the light one, and back to the one before."""
        dark = palette.in_use().dark
        if dark:
            self._dark = self.program.theme
        self.program.show_theme(LIGHT.name if dark else self._dark)

    def repaint(self) -> None:
        """In the colours of another theme."""
        self.query_one(Stage).draw()

    def _show(self, remark: str) -> None:
        wait = self.query_one("#wait", Static)
        wait.display = bool(remark)
        wait.update(Content(remark))
        self.query_one(Stage).show(self._feed)
