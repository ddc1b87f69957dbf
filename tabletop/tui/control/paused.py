"""The full-screen notice while the exercise is stopped for the real world."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.kit.stopped import Stopped


class PausedNotice(Dialog[bool]):
    """True when play goes on; Escape goes back to what lies below, still paused. A note can be taken over it.

    `ours`: whether this terminal may go on; another's pause ends when that one goes on.
    """

    BINDINGS: ClassVar = bound(
        ("space,H", "again", "go on"),
        ("n", "app.note", "take a note"),
        ("escape", "back", "back, still paused"),
    )

    def __init__(self, marking: str, *, ours: bool = True) -> None:
        super().__init__()
        self._marking, self._ours = marking, ours

    def compose(self) -> ComposeResult:
        yield Stopped()

    def on_mount(self) -> None:
        parts: list[Content | str | tuple[str, str]] = []
        if self._ours:
            parts += [(shown("space"), "bold"), " goes on    "]
        parts += [(shown("n"), "bold"), " takes a note    ", (shown("escape"), "bold"), " back, still paused"]
        self.query_one(Stopped).show(self._marking, Content.assemble(*parts))

    def action_again(self) -> None:
        if self._ours:
            self.dismiss(True)

    def action_back(self) -> None:
        self.dismiss(False)
