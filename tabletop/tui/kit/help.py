"""What `?` shows: what a screen is for, and every key on it, in groups; typing narrows them."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tabletop.tui.kit.action import Group
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.commands import commands
from tabletop.tui.kit.keyline import Key, keys_in
from tabletop.tui.kit.keys import bound, said, shown
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.lines import GLUE, wrapped
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette

if TYPE_CHECKING:
    from tabletop.tui.kit.screen import TableScreen

KeyWords = tuple[str, str]
_KEYS: Final = "↑ ↓ scroll · Esc closes"
_TYPED: Final = "↑ ↓ scroll · Enter closes · Esc all keys again"
_SHUT: Final = "question_mark,space"
_ONE, _FRAME = 76, 7
"""Columns of the box with one list; columns of it that borders, padding and scrollbar take."""
_TWO, _LONG = 112, 18
"""Columns from which long lists stand in two, and what a long list is."""
_LEAD: Final = 9
"""Columns for a key."""
_WORD: Final = "to "
"""How the words of a key that leads to a panel begin."""


class _Narrowing(LineInput):
    """While it is empty it leaves the dialog the keys that close it."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return super().check_consume_key(key, character) and (bool(self.value) or key not in _SHUT.split(","))


class HelpDialog(Card[None]):
    """What is typed narrows the keys, under their heads; Escape takes that back, then closes. While nothing is typed ?
    and Space close it too. `words`: with keys in braces. `groups`: keys and what they do, by the head they stand under.
    """

    BINDINGS: ClassVar = [
        *bound(("enter", "leave", "close")),
        *bound(
            (_SHUT, "shut", "close"),
            ("down", "scroll(1)", "down"),
            ("up", "scroll(-1)", "up"),
            ("pagedown", "scroll(8)", "a page down"),
            ("pageup", "scroll(-8)", "a page up"),
            priority=True,
        ),
    ]

    def __init__(self, title: str, words: str, groups: Mapping[str, Sequence[KeyWords]]) -> None:
        super().__init__(f"Keys: {title}" if title else "Keys", _KEYS, "help")
        self._words = said(words)
        self._groups = {name: rows for name, rows in groups.items() if rows}

    def body(self) -> ComposeResult:
        yield _Narrowing(placeholder="a key, or a word of what it does", id="typed", classes="field")
        with VerticalScroll(id="pages", can_focus=False):
            yield Static(id="words")
            yield Static(id="keys")

    def on_mount(self) -> None:
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        """Sets all in the columns that there are now."""
        wide = _TWO - 6 if self._wide(self._groups) else _ONE
        self.query_one(".card").styles.width = wide
        self._room = min(wide, self.app.size.width * 24 // 25) - _FRAME
        words = wrapped(Content.styled(self._words, palette.TEXT), self._room) if self._words else []
        self.query_one("#words", Static).update(Content("\n").join([*words, Content("")]))
        # it keeps its height when fewer keys are left
        self.query_one("#pages").styles.height = self._draw("") + (len(words) + 1 if words else 0)
        if self._typed:
            self._draw(self._typed)

    @property
    def _typed(self) -> str:
        return self.query_one("#typed", LineInput).value.strip()

    def _draw(self, typed: str) -> int:
        """Shows the keys that fit what is typed; how many rows they take."""
        groups = narrowed(self._groups, typed)
        rows = self._rows(groups) or [Content.styled(f"No key here does {typed}.", palette.LABEL)]
        self.query_one("#words").display = bool(self._words) and not typed
        self.query_one("#keys", Static).update(Content("\n").join(rows))
        self.query_one("#pages").scroll_home(animate=False)
        return len(rows)

    def _wide(self, groups: Mapping[str, Sequence[KeyWords]]) -> bool:
        return self.app.size.width >= _TWO and sum(map(len, groups.values())) >= _LONG

    def _rows(self, groups: Mapping[str, Sequence[KeyWords]]) -> list[Content]:
        """One key a row; two where the terminal is wide and the list long."""
        two = self._wide(groups)
        width = (self._room - 2) // 2 if two else self._room
        blocks = [_block(name, rows, width) for name, rows in groups.items()]
        if not two:
            return _stacked(blocks)
        half = sum(map(len, blocks)) / 2
        at = min(range(1, len(blocks) + 1), key=lambda n: abs(sum(map(len, blocks[:n])) - half))
        pairs = zip_longest(_stacked(blocks[:at]), _stacked(blocks[at:]), fillvalue=Content(""))
        return [a.pad_right(width + 2 - a.cell_length) + b for a, b in pairs]

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._draw(event.value.strip())
        self.foot(keys_in(_TYPED if event.value.strip() else _KEYS))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        return action != "shut" or not self._typed

    def action_shut(self) -> None:
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        self.query_one("#pages").scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        if self._typed:
            self.query_one("#typed", LineInput).clear()
        else:
            self.dismiss(None)


def narrowed(groups: Mapping[str, Sequence[KeyWords]], typed: str) -> dict[str, list[KeyWords]]:
    """The rows that fit all that is typed: a key as it is called, or the beginning of a word of theirs or of their
    head's; one letter alone is a key where it is one."""
    parts = typed.split()
    key = [typed] if len(typed) == 1 and any(typed in k.split() for rows in groups.values() for k, _ in rows) else []
    found = {
        name: [(k, words) for k, words in rows if (set(key) <= set(k.split()) if key else _fits(k, words, name, parts))]
        for name, rows in groups.items()
    }
    return {name: rows for name, rows in found.items() if rows}


def _fits(key: str, words: str, head: str, parts: Sequence[str]) -> bool:
    known = f" {key} {words} {head}".replace(GLUE, " ").lower()
    return all(f" {part.lower()}" in known for part in parts)


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
