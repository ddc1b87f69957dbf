"""The projector's screen, in a process of its own; and the same picture on the board before it is pushed."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tabletop.table.feed import clock_feed, feed_path, read_feed
from tabletop.table.local import LocalTable
from tabletop.tui import palette
from tabletop.tui.dialogs.dialog import Dialog
from tabletop.tui.keys import deed
from tabletop.tui.panels.picture import Picture
from tabletop.tui.standing import Standing
from tabletop.tui.widgets.headline import Clock
from tabletop.tui.widgets.keyline import Key, Keyline

_LOOK_EVERY = 0.5


class PublicScreen(Standing, Screen[None]):
    """Shows the feed beside a save as it changes; it never opens the save."""

    BINDINGS: ClassVar[list[BindingType]] = [deed("q", "leave", "leave")]

    def __init__(self, save: Path) -> None:
        super().__init__()
        self.path = feed_path(save)
        self._seen: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        yield Picture()
        yield Static(id="wait")

    def on_mount(self) -> None:
        self.set_interval(_LOOK_EVERY, self._look)
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        picture = self.query_one(Picture)
        try:
            stat = self.path.stat()
            here = stat.st_mtime_ns, stat.st_ino
        except OSError:
            here = None
        if here != self._seen or here is None:
            self._seen = here
            feed = read_feed(self.path)
            picture.show(feed)
            wait = self.query_one("#wait", Static)
            wait.display = feed is None
            wait.update(Content.styled("Nothing has been pushed yet: p on the board, then Space.", palette.DIM))
        elif not picture.has_class("-blank"):
            picture.tick()

    def action_leave(self) -> None:
        self.app.exit()


class Prepared(Dialog[str]):
    """The picture before it is pushed. Gives "push", "blank" or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "give('push')", "push", show=False),
        Binding("b", "give('blank')", "blank", show=False),
        Binding("d", "digits", "digits or bands", show=False),
        Binding("escape,p", "dismiss", "back", show=False),
    ]
    DEFAULT_CSS = f"""
    Prepared {{ background: {palette.BACKGROUND}; }}
    Prepared > Vertical {{ border: round {palette.ACCENT}; border-title-color: {palette.ACCENT}; height: 1fr; }}
    """

    def __init__(self, table: LocalTable, clock: Clock | None = None) -> None:
        super().__init__()
        self.table = table
        self._clock = clock or Clock()

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = "Prepared for the room, not yet shown"
            yield Picture()
        yield Keyline()

    def on_mount(self) -> None:
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def action_give(self, act: str) -> None:
        self.dismiss(act)

    def action_digits(self) -> None:
        self.app.public_bands = not self.bands  # type: ignore[attr-defined]
        self._draw()

    @property
    def bands(self) -> bool:
        """Whether the room sees words in the place of digits."""
        return bool(getattr(self.app, "public_bands", True))

    def _draw(self) -> None:
        import time

        from tabletop.tui.publishing import prepare

        clock = clock_feed(self._clock.left, self._clock.running, time.time())
        self.query_one(Picture).show(prepare(self.table, bands=self.bands) | {"clock": clock})
        keys = [Key("Space", "push", "give('push')"), Key("b", "blank the room's screen", "give('blank')")]
        keys += [Key("d", "show digits" if self.bands else "show words"), Key("Esc", "back")]
        self.query_one(Keyline).show(keys, tail=False)
