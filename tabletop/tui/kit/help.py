"""What `?` shows: what a screen is for, and every key on it."""

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.tui.kit.card import Card
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bound, key_words, said, shown
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette

if TYPE_CHECKING:
    from tabletop.tui.kit.screen import TableScreen

_ONE, _FRAME = 76, 7
"""Columns of the box with one list; columns of it that borders, padding and scrollbar take."""
_TWO, _LONG = 112, 18
"""Columns from which long lists stand in two, and what a long list is."""


class HelpDialog(Card[None]):
    """Any of Escape, ? and Enter closes it; it scrolls."""

    BOX = VerticalScroll
    BINDINGS: ClassVar = bound(("question_mark,enter,space", "leave", "close"))

    def __init__(self, title: str, words: str, keys: list[tuple[str, str]]) -> None:
        super().__init__(f"Help: {title}" if title else "Help", "Esc closes", "help")
        self._words, self._keys = words, keys

    def body(self) -> ComposeResult:
        if self._words:
            yield Static(Content.styled(f"{self._words}\n", palette.TEXT))
        yield Static(Content("\n").join(self._rows()))

    def _rows(self) -> list[Content]:
        """One key a row; two where the terminal is wide and the list long."""
        two = self.app.size.width >= _TWO and len(self._keys) >= _LONG
        room = (_TWO - 6 - _FRAME - 2) // 2 if two else min(_ONE, self.app.size.width * 24 // 25) - _FRAME
        lines = [self._line(key, words, room) for key, words in self._keys]
        if not two:
            return lines
        half = (len(lines) + 1) // 2
        return [_beside(a, b, room + 2) for a, b in zip_longest(lines[:half], lines[half:], fillvalue=Content(""))]

    def on_mount(self) -> None:
        if self.app.size.width >= _TWO:
            self.query_one(VerticalScroll).styles.width = _TWO - 6

    @staticmethod
    def _line(key: str, words: str, room: int) -> Content:
        lead = Content.styled(f"{key:>9}  ", f"bold {palette.ACCENT}")
        return hanging(Content.styled(words, palette.TEXT), room, lead.cell_length, lead)


def _beside(left: Content, right: Content, width: int) -> Content:
    """Two pieces of text side by side, the left one in `width` columns."""
    rows = zip_longest(left.split("\n"), right.split("\n"), fillvalue=Content(""))
    return Content("\n").join(a.pad_right(width - a.cell_length) + b for a, b in rows)


def help_of(screen: "TableScreen") -> HelpDialog:
    """Explains a screen and lists its keys."""
    return HelpDialog(screen.TITLE, said(screen.HELP), [*key_words(screen), *while_typing(screen)])


def while_typing(screen: "TableScreen") -> list[tuple[str, str]]:
    """Keys that no text field takes."""
    note = [(shown("ctrl+n"), "take a note, also while typing")] if takes_notes(screen) else []
    return [*note, (shown("ctrl+space"), "the next step, also while typing")] if next_key(screen) else note


def takes_notes(screen: "TableScreen") -> bool:
    """Whether whoever sits here is control, or holds the pen for it."""
    note = screen.actions.get("note")
    return note.when(screen) if note else screen.table.by_control


def next_key(screen: "TableScreen") -> Key | None:
    """The key of the next step, where a screen has one."""
    return next((key for key in screen.keys()[:1] if key.key in (shown("space"), shown("s"))), None)
