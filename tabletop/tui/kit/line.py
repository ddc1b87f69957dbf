"""One line to type in. What is pasted into it stays whole: where lines meet, a space."""

from textual.events import Paste
from textual.widgets import Input

from tabletop.plain import one_line


class LineInput(Input):
    """An input that holds text and nothing that a terminal would obey."""

    def validate_value(self, value: str) -> str:
        return one_line(value)

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()  # Textual's own handler takes the first line alone
        self.replace(one_line(event.text), *sorted(self.selection))
