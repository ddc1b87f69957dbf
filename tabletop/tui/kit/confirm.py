"""The one question before a step that loses something; it names what would be lost."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title


class Confirm(Dialog[bool]):
    """True for yes. Enter and y say yes, Escape and n no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y,space", "yes", "yes", show=False),
        Binding("escape,n", "no", "no", show=False),
    ]

    def __init__(self, title: str, words: str, yes: str, no: str = "leave it") -> None:
        super().__init__()
        self._title, self._words, self._yes, self._no = title, words, yes, no

    def compose(self) -> ComposeResult:
        box = Static(
            Content.assemble(
                (self._words, palette.TEXT),
                "\n\n",
                ("Enter ", f"bold {palette.ACCENT}"),
                (self._yes, palette.TEXT),
                ("    Esc ", f"bold {palette.ACCENT}"),
                (self._no, palette.TEXT),
            )
        )
        box.border_title = frame_title(self._title)
        yield box

    def action_yes(self) -> None:
        self.dismiss(True)

    def action_no(self) -> None:
        self.dismiss(False)
