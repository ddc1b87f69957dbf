"""What `?` shows: what a screen is for, and every key on it, in groups."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.tui.kit.action import Group
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.commands import commands
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bound, said, shown
from tabletop.tui.kit.lines import GLUE, wrapped
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette

if TYPE_CHECKING:
    from tabletop.tui.kit.screen import TableScreen

KeyWords = tuple[str, str]
_ONE, _FRAME = 76, 7
"""Columns of the box with one list; columns of it that borders, padding and scrollbar take."""
_TWO, _LONG = 112, 18
"""Columns from which long lists stand in two, and what a long list is."""
_LEAD: Final = 9
"""Columns for a key."""
_WORD: Final = "to "
"""How the words of a key that leads to a panel begin."""


class HelpDialog(Card[None]):
    """Any of Escape, ? and Enter closes it; it scrolls. `words`: with keys in braces. `groups`: keys and what they do,
    by the head they stand under."""

    BOX = VerticalScroll
    BINDINGS: ClassVar = bound(("question_mark,enter,space", "leave", "close"))

    def __init__(self, title: str, words: str, groups: Mapping[str, Sequence[KeyWords]]) -> None:
        super().__init__(f"Keys: {title}" if title else "Keys", "↑ ↓ scroll · Esc closes", "help")
        self._words = said(words)
        self._groups = {name: rows for name, rows in groups.items() if rows}

    def body(self) -> ComposeResult:
        yield Static(id="words")
        yield Static(id="keys")

    def on_mount(self) -> None:
        two = self._two
        if two:
            self.query_one(VerticalScroll).styles.width = _TWO - 6
        room = min(_TWO - 6 if two else _ONE, self.app.size.width * 24 // 25) - _FRAME
        words = self.query_one("#words", Static)
        words.display = bool(self._words)
        words.update(Content("\n").join([*wrapped(Content.styled(self._words, palette.TEXT), room), Content("")]))
        self.query_one("#keys", Static).update(Content("\n").join(self._rows(two, room)))

    @property
    def _two(self) -> bool:
        return self.app.size.width >= _TWO and sum(map(len, self._groups.values())) >= _LONG

    def _rows(self, two: bool, room: int) -> list[Content]:
        """One key a row; two where the terminal is wide and the list long."""
        width = (room - 2) // 2 if two else room
        blocks = [_block(name, rows, width) for name, rows in self._groups.items()]
        if not two:
            return _stacked(blocks)
        half = sum(map(len, blocks)) / 2
        at = min(range(1, len(blocks) + 1), key=lambda n: abs(sum(map(len, blocks[:n])) - half))
        pairs = zip_longest(_stacked(blocks[:at]), _stacked(blocks[at:]), fillvalue=Content(""))
        return [a.pad_right(width + 2 - a.cell_length) + b for a, b in pairs]


def _block(name: str, rows: Sequence[KeyWords], width: int) -> list[Content]:
    """A head, and the keys under it."""
    lines = [line for key, words in rows for line in _line(key, words, width).split("\n")]
    return [Content.styled(name, f"bold {palette.LABEL}"), *lines] if name else lines


def _line(key: str, words: str, width: int) -> Content:
    lead = Content.styled(f"{key:>{_LEAD}}  ", f"bold {palette.ACCENT}")
    return hanging(Content.styled(words, palette.TEXT), width, lead.cell_length, lead)


def _stacked(blocks: Sequence[Sequence[Content]]) -> list[Content]:
    """Blocks one below the other, a blank line between."""
    return [line for block in blocks for line in ([Content("")] if block is not blocks[0] else []) + [*block]]


def help_of(screen: "TableScreen") -> HelpDialog:
    """Explains a screen and lists its keys."""
    groups: dict[str, list[KeyWords]] = {group.value: [] for group in Group}
    for each in commands(screen):
        groups[each.group.value].append((each.key, each.words))
    groups[Group.PANELS.value] = panels_in_a_line(groups[Group.PANELS.value])
    groups[Group.ALWAYS.value] += while_typing(screen)
    return HelpDialog(screen.TITLE or "the board", screen.HELP, groups)


def panels_in_a_line(rows: Sequence[KeyWords]) -> list[KeyWords]:
    """Keys that lead to panels, all in one row where they are digits in a row: "1 to 5"."""
    digits = [(key, words.removeprefix(_WORD)) for key, words in rows if key.isdecimal()]
    if len(digits) < 3:
        return [*rows]
    named = sorted((key, f"{key}{GLUE}{words.removeprefix('the ').replace(' ', GLUE)}") for key, words in digits)
    line = ", ".join(words for _, words in named)
    return [(f"{named[0][0]} - {named[-1][0]}", line), *(row for row in rows if not row[0].isdecimal())]


def while_typing(screen: "TableScreen") -> list[KeyWords]:
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
