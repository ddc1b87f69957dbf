"""The bottom line of every screen: keys in the accent, then one word each; the palette apart at the right.

Words give way before any key does.
"""

from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen
from textual.content import Content
from textual.widgets import Static

from tabletop.tui.kit.keys import foot, shown
from tabletop.tui.look import palette

_GAP: Final = 2
_ARROWS: Final = "←→↑↓"


@frozen
class Key:
    """`key` as shown, `word` what it does, `action` a Textual action string for the mouse ("" for none). `short`: a
    word in its place where there is less room."""

    key: str
    word: str
    action: str = ""
    short: str = ""

    @property
    def cells(self) -> int:
        """Columns it takes."""
        return len(self.key) + (len(self.word) + 1 if self.word else 0)

    def drawn(self) -> Content:
        """The key in the accent, then its word."""
        part = Content.styled(self.key, f"bold {palette.ACCENT}")
        if self.word:
            part = Content.assemble(part, (f" {self.word}", palette.TEXT))
        call = self.action if self.action.startswith("app.") else f"screen.{self.action}"
        return part.stylize(f"@click={call}") if self.action else part


_MOST: Final = 9
_APART: Final = 3
"""Columns between what a screen can and what is to be had everywhere."""


class Keyline(Static):
    """Two rows: the keys, and the caveat when the session has one."""

    auto_links = False
    _rows = 0
    _lines = Content("")

    def show(
        self,
        keys: Sequence[Key],
        caveat: str = "",
        note: str = "",
        *,
        spare: Sequence[Key] = (),
        tail: bool = True,
        urgent: bool = False,
    ) -> None:
        """All keys, with as many words as fit; `note` (say, where the record lies) stands beside the caveat.

        `spare`: keys for which there may be room left. `tail`: whether help and palette are to be had here. `urgent`:
        the note goes before the caveat where there is room for one.
        """
        width = max(20, (self.app.size.width or 80) - 2)
        lines = [key_row(keys, spare, width, tail)]
        if caveat or note:
            lines.append(_last(caveat, note, width, urgent))
        block = Content("\n").join(lines)
        if not block.is_same(self._lines):
            self.update(block, layout=len(lines) != self._rows)
            self._lines, self._rows = block, len(lines)


def _tail() -> Sequence[Key]:
    """What every screen has."""
    palette_key = Key(shown("ctrl+p"), "anything", "app.command_palette")
    return Key(shown("question_mark"), "keys", "do('help')"), palette_key


def key_row(keys: Sequence[Key], spare: Sequence[Key], width: int, tail: bool = True) -> Content:
    """The keys in so many columns, help and palette apart at the right; their words are the first to go."""
    end: Sequence[Key] = _tail() if tail else ()
    if cells(keys) + cells(end) + _APART > width:
        end = [_bare(key) for key in end]
    room = width - cells(end) - (_APART if end else 0)
    row = with_spare(fitting(keys[:_MOST], room), spare[: max(0, _MOST - len(keys))], room)
    left, right = key_line(row), key_line(end)
    return Content.assemble(left, " " * max(1, width - left.cell_length - right.cell_length), right)


def cells(keys: Sequence[Key], gap: int = _GAP) -> int:
    """Columns of so many keys in a row."""
    return sum(key.cells for key in keys) + gap * max(0, len(keys) - 1)


def fitting(keys: Sequence[Key], width: int) -> list[Key]:
    """The keys in `width` columns: long words become short ones from the last key on, then words go, the last first.

    The first key keeps a word as long as it can, for it is the next step. Keys themselves go only where not even they
    have room.
    """
    row = list(keys)
    for each in (_shorter, _bare):
        for place in [*range(len(row) - 1, 0, -1), 0]:
            if cells(row) <= width:
                return row
            row[place] = each(row[place])
    while row and cells(row) > width:
        row.pop()
    return row


def keys_in(line: str) -> list[Key]:
    """Keys as they are written in a line, "↑ ↓ choose · Enter takes it · Esc back", as mapped."""
    keys = []
    for part in filter(None, foot(line).split(" · ")):
        words = part.split(" ")
        n = 2 if len(words) > 1 and words[0] in _ARROWS and words[1] in _ARROWS else 1
        keys.append(Key(" ".join(words[:n]), " ".join(words[n:])))
    return keys


def with_spare(keys: Sequence[Key], spare: Sequence[Key], width: int) -> list[Key]:
    """Keys that are there if there is room for them with their words, after those that have to be."""
    row = list(keys)
    for key in spare:
        if cells([*row, key]) > width:
            break
        row.append(key)
    return row


def key_line(keys: Sequence[Key], gap: int = _GAP) -> Content:
    """A row of keys."""
    return Content(" " * gap).join(key.drawn() for key in keys)


def _shorter(key: Key) -> Key:
    return evolve(key, word=key.short) if key.short else key


def _bare(key: Key) -> Key:
    return evolve(key, word="")


def _last(caveat: str, note: str, width: int, urgent: bool) -> Content:
    """The caveat in one line; the note beside it where there is room. An urgent note is never left out."""
    ink = f"bold {palette.LOW}" if urgent else palette.DIM
    gap = width - len(caveat) - len(note)
    if gap >= 2:
        return Content.assemble((caveat, palette.LABEL), " " * gap, (note, ink))
    if urgent:
        return Content.styled(fitted(note, width), ink)
    return Content.styled(fitted(caveat or note, width), palette.LABEL)


def fitted(text: str, width: int) -> str:
    """The text in at most so many cells: whole, or cut after a word with an ellipsis."""
    if len(text) <= width:
        return text
    if width <= 1:
        return text[: max(0, width)]
    cut = text[: width - 1]
    space = cut.rfind(" ")
    if space > width // 2:
        cut = cut[:space]
    return cut.rstrip(" ,;:·") + "…"
