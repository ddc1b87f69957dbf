"""The full-screen notice while the exercise is stopped for the real world."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tabletop.tui import palette
from tabletop.tui.dialogs.dialog import Dialog

_BIG = (
    "█▀▀▄ █▀▀█ █  █ █▀▀▀ █▀▀▀ █▀▀▄",
    "█▄▄▀ █▄▄█ █  █ ▀▀▀█ █▀▀  █  █",
    "█    █  █ ▀▄▄▀ ▄▄▄█ █▄▄▄ █▄▄▀",
)


class PausedNotice(Dialog[bool]):
    """True when play goes on; Escape goes back to the board, still paused."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,P", "again", "go on", show=False),
        Binding("escape", "back", "back, still paused", show=False),
    ]
    DEFAULT_CSS = f"""
    PausedNotice {{ background: {palette.CRISIS}; align: center middle; }}
    PausedNotice > Static {{ width: 1fr; height: auto; text-align: center; color: {palette.CRISIS_TEXT}; }}
    """

    def __init__(self, marking: str) -> None:
        super().__init__()
        self._marking = marking

    def compose(self) -> ComposeResult:
        yield Static(
            Content.assemble(
                (f"{self._marking}\n\n", "bold"),
                ("\n".join(_BIG), "bold"),
                ("\n\nThe exercise is stopped. No clock runs.\n\n", ""),
                ("Space", "bold"),
                (" goes on    ", ""),
                ("Esc", "bold"),
                (" the board, still paused", ""),
            )
        )

    def action_again(self) -> None:
        self.dismiss(True)

    def action_back(self) -> None:
        self.dismiss(False)
