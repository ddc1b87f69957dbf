"""The one question before a step that loses something; it names what would be lost."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from tabletop.tui.kit.card import Card, key_row, paragraph
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bound


class Confirm(Card[bool]):
    """True for yes. Enter says yes, Escape no."""

    BINDINGS: ClassVar = bound(("enter,space", "answer(True)", "yes"), ("escape", "answer(False)", "no"))

    def __init__(self, title: str, words: str, yes: str, no: str = "leave it") -> None:
        super().__init__(title, look="question")
        self._words, self._keys = words, (Key("Enter", yes), Key("Esc", no))

    def body(self) -> ComposeResult:
        yield paragraph(self._words)
        yield Static(key_row(self._keys))

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
