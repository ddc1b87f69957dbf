"""What `?` shows: what a screen is for, and every key on it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tabletop.tui import palette

_TWO, _LONG = 112, 18
"""Columns from which long lists stand in two, and what a long list is."""


class HelpDialog(ModalScreen[None]):
    """Any of Escape, ? and Enter closes it; it scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,enter,q,space", "dismiss", "close", show=False)
    ]
    DEFAULT_CSS = f"""
    HelpDialog {{ align: center middle; }}
    HelpDialog > VerticalScroll {{
        width: 76; max-width: 96%; height: auto; max-height: 90%; padding: 0 2; border: round {palette.ACCENT};
        border-title-color: {palette.ACCENT}; background: {palette.SURFACE}; scrollbar-size-vertical: 1;
    }}
    """

    def __init__(self, title: str, words: str, keys: list[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self._words, self._keys = title, words, keys

    def compose(self) -> ComposeResult:
        with VerticalScroll() as box:
            box.border_title = f"Help: {self._title}" if self._title else "Help"
            box.border_subtitle = "Esc closes"
            if self._words:
                yield Static(Content.styled(f"{self._words}\n", palette.TEXT))
            yield Static(Content("\n").join(self._rows()))

    def _rows(self) -> list[Content]:
        """One key a row; two where the terminal is wide and the list long."""
        lines = [self._line(key, words) for key, words in self._keys]
        if self.app.size.width < _TWO or len(lines) < _LONG:
            return lines
        half = (len(lines) + 1) // 2
        left, right = lines[:half], [*lines[half:], Content("")][:half]
        width = max(line.cell_length for line in left) + 2
        return [Content.assemble(a.pad_right(width - a.cell_length), b) for a, b in zip(left, right, strict=True)]

    def on_mount(self) -> None:
        if self.app.size.width >= _TWO:
            self.query_one(VerticalScroll).styles.width = _TWO - 6

    @staticmethod
    def _line(key: str, words: str) -> Content:
        return Content.assemble((f"{key:>9}  ", f"bold {palette.ACCENT}"), (words, palette.TEXT))
