"""The end on a page over control's whole screen, as the room would see it."""

from collections.abc import Callable
from typing import ClassVar, Final

from textual.app import ComposeResult

from tabletop.table.countdown import Countdown
from tabletop.table.feed_file import Feed
from tabletop.table.port import Control
from tabletop.table.stage.scene import Scene
from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.kit.keyline import Key, Keyline
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.public.stage import Stage

POSTER: Final = Scene("poster")


class PosterPage(Dialog[Scene]):
    """Gives the scene where it shall go to the room too."""

    BINDINGS: ClassVar = bound(("space,p", "push", "to the room"), ("escape,z", "dismiss", "back"))

    def __init__(self, control: Control, clock: Callable[[], Countdown]) -> None:
        super().__init__()
        self._control, self._clock = control, clock

    def compose(self) -> ComposeResult:
        yield Stage()
        yield Keyline()

    def on_mount(self) -> None:
        self.query_one(Keyline).show([Key(shown("space"), "to the room"), Key("Esc", "back")], tail=False)
        self.call_after_refresh(self._draw)

    def repaint(self) -> None:
        """In the colours of another theme."""
        self._draw()

    def _draw(self) -> None:
        if not self.gone:
            now = self._control.stands(self._clock())
            feed: Feed = {"now": now, "scene": self._control.prepare(POSTER), "after": now["word"]}
            self.query_one(Stage).show(feed)

    def action_push(self) -> None:
        self.dismiss(POSTER)
