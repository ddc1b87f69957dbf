"""The projector's screen, in a process of its own; and the same picture on the board before it is pushed."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tabletop.errors import TabletopError
from tabletop.table.countdown import Countdown
from tabletop.table.feed_file import Feed, feed_path, read_feed
from tabletop.table.port import Control
from tabletop.tui.kit.acting import Acting
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.kit.keyline import Key, Keyline
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.kit.program import program_of
from tabletop.tui.kit.stopped import Stopped
from tabletop.tui.public.picture import FeedPicture

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOK_EVERY = 0.5
_NOTHING = "Nothing is shown yet: resume the save in another terminal."


class PublicScreen(Acting):
    """Shows the feed beside a save as it changes; it never opens the save. `first`: what is shown until there is one.

    A feed that can't be read leaves what was shown last, and says so.
    """

    ACTIONS = (Action("q", "leave", "leave", lambda screen: screen.app.exit()),)

    def __init__(self, save: Path, first: Feed | None = None) -> None:
        super().__init__()
        self.path = feed_path(save)
        self._feed = first
        self._stamp: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        yield FeedPicture()
        yield Stopped()
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
            self.query_one(FeedPicture).tick()

    def repaint(self) -> None:
        if self._feed:
            self.query_one(FeedPicture).show(self._feed)

    def _show(self, remark: str) -> None:
        wait = self.query_one("#wait", Static)
        wait.display = bool(remark)
        wait.update(Content(remark))
        now = (self._feed or {}).get("now", {})
        self.set_class(now.get("state") == "paused", "-paused")
        self.query_one(Stopped).show(now.get("marking", ""))
        self.query_one(FeedPicture).show(self._feed)


class Prepared(Dialog[str]):
    """The picture before it is pushed. Gives "push", "blank" or None."""

    BINDINGS: ClassVar = bound(
        ("space,enter", "give('push')", "push"),
        ("B", "give('blank')", "blank"),
        ("d", "digits", "digits or bands"),
        ("escape,p", "dismiss", "back"),
    )

    def __init__(self, control: Control, clock: "Callable[[], Countdown]" = Countdown) -> None:
        super().__init__()
        self._control = control
        self._clock = clock

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = "Prepared for the room, not yet shown"
            yield FeedPicture()
        yield Keyline()

    def on_mount(self) -> None:
        self.set_interval(_LOOK_EVERY, self._tick)
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _tick(self) -> None:
        picture = self.query_one(FeedPicture)
        if picture.feed:
            picture.feed["now"] = self._control.stands(self._clock())
            picture.tick()

    def action_give(self, act: str) -> None:
        self.dismiss(act)

    def action_digits(self) -> None:
        program_of(self.app).public_bands = not self.bands
        self._draw()

    @property
    def bands(self) -> bool:
        """Whether the room sees words in the place of digits."""
        return program_of(self.app).public_bands

    def repaint(self) -> None:
        """In the colours of another theme."""
        self._draw()

    def _draw(self) -> None:
        control = self._control
        feed = {"now": control.stands(self._clock()), "picture": control.prepare(bands=self.bands)}
        self.query_one(FeedPicture).show(feed)
        keys = [
            Key(shown("space"), "push", "give('push')"),
            Key(shown("B"), "blank the room's screen", "give('blank')"),
        ]
        keys += [Key(shown("d"), "show digits" if self.bands else "show words"), Key("Esc", "back")]
        self.query_one(Keyline).show(keys, tail=False)
