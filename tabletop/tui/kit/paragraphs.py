"""Some lines of text to type in, in a form that Enter goes on in."""

from typing import ClassVar

from textual.widgets import TextArea

from tabletop.tui.kit.keys import bound


class Paragraphs(TextArea):
    """ctrl+j begins a new line, wherever Enter is the form's."""

    BINDINGS: ClassVar = bound(("ctrl+j", "new_line", "new line"), priority=True)

    def __init__(self, text: str, *, id: str) -> None:
        super().__init__(text, id=id, soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False)

    @property
    def value(self) -> str:
        """What stands in it."""
        return self.text

    @value.setter
    def value(self, words: str) -> None:
        self.text = words

    def action_new_line(self) -> None:
        self.insert("\n")
