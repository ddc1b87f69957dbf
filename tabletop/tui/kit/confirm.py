"""The one question before a step that loses something; it names what would be lost."""

from typing import ClassVar

from textual.app import ComposeResult

from tabletop.tui.kit.card import Card, paragraph
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bound


class Confirm(Card[bool]):
    """True for yes. Enter says yes, Escape no."""

    BINDINGS: ClassVar = bound(("enter,space", "answer(True)", "yes"), ("escape", "answer(False)", "no"))

    def __init__(self, title: str, words: str, yes: str, no: str = "leave it") -> None:
        super().__init__(title, (Key("Enter", yes), Key("Esc", no)), "question")
        self._words = words

    def body(self) -> ComposeResult:
        yield paragraph(self._words)

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
