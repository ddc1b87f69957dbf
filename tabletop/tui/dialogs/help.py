"""What `?` shows: what a screen is for, and every key on it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tabletop.tui import palette


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
            yield Static(Content("\n").join(self._line(key, words) for key, words in self._keys))

    @staticmethod
    def _line(key: str, words: str) -> Content:
        return Content.assemble((f"{key:>9}  ", f"bold {palette.ACCENT}"), (words, palette.TEXT))
