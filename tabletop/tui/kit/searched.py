"""A list that is searched within: what is typed after the key for it leaves the rows that hold every word of it.

Draws nothing but the line that says so, and knows neither what a row is nor how it is drawn.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual.content import Content
from textual.events import Blur, Key, Paste
from textual.message import Message
from textual.widget import Widget

from tabletop.plain import one_line
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.look import palette

T = TypeVar("T")
_THROUGH = ("up", "down", "pageup", "pagedown")
"""Keys that the list has also while one types."""


class Searched(Widget):
    """While `seeking`, letters go into `sought`; Enter keeps the rows that are left, Escape shows all again.

    Subclasses draw in `sift` and say in `whole` how many rows there are without a search.
    """

    class Seeking(Message):
        """One begins to type into a search, or is done."""

    BINDINGS: ClassVar = bound(
        ("slash", "seek", "search the list for what you type"),
        ("escape", "all_rows", ""),
    )
    sought = ""
    seeking = False
    found = 0
    """Rows that are left."""

    @property
    def whole(self) -> int:
        """Rows on which a cursor may stand, those left out as well."""
        return 0

    def sift(self) -> None:
        """Draws the rows that hold what is sought."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "seek":
                return self.whole > 1
            case "all_rows":
                return self.searching
        return super().check_action(action, parameters)

    @property
    def searching(self) -> bool:
        """Whether rows may be left out, or are about to be."""
        return self.seeking or bool(self.sought)

    def action_seek(self) -> None:
        self._seek(self.sought, True)

    def action_all_rows(self) -> None:
        self._seek("", False)

    def _seek(self, words: str, seeking: bool) -> None:
        if seeking != self.seeking:
            self.post_message(self.Seeking())
        self.sought, self.seeking = words, seeking
        self.sift()
        self.refresh(layout=True)

    async def _on_key(self, event: Key) -> None:
        if not self.seeking or event.key in _THROUGH:
            return
        if event.key == "escape":
            self.action_all_rows()
        elif event.key == "enter":
            self._seek(self.sought.strip(), False)
        elif event.key == "backspace":
            self._seek(self.sought[:-1], bool(self.sought))
        elif event.is_printable and event.character:
            self._seek((self.sought + event.character).lstrip(), True)
        else:
            return
        event.stop()
        event.prevent_default()

    def _on_paste(self, event: Paste) -> None:
        if self.seeking:
            event.stop()
            self._seek((self.sought + one_line(event.text)).lstrip(), True)

    def _on_blur(self, event: Blur) -> None:
        if self.seeking:
            self._seek(self.sought.strip(), False)

    def told(self) -> Content:
        """The line above the rows while some may be left out: what is sought, how many hold it, what shows all."""
        words, ink = f"/ {self.sought}", f"bold {palette.ACCENT}"
        count = f"  {self.found} of {self.whole}"
        keys = (
            f" · {shown('enter')} keeps · {shown('escape')} all" if self.seeking else f" · {shown('escape')} shows all"
        )
        return Content.assemble((words, ink), ("▏" if self.seeking else "", ink), (count + keys, palette.LABEL))

    def nothing(self) -> Content:
        """What stands there where no row holds it."""
        return Content.styled(f"No row here holds {self.sought.strip()}.", palette.LABEL)


def typing_in(widget: Widget | None) -> bool:
    """Whether letters go into a search."""
    return isinstance(widget, Searched) and widget.seeking


def sifted(rows: Sequence[T], sought: str, said: Callable[[T], str], head: Callable[[T], bool]) -> tuple[list[T], int]:
    """The rows that hold every word, or stand under a head that does, with their heads; and how many of them are none.

    A head over all rows tells columns: what it says is held by no row.
    """
    words = sought.lower().split()
    if not words:
        return [*rows], sum(not head(row) for row in rows)
    blocks: list[list[T]] = []
    for n, row in enumerate(rows):
        if not blocks or (head(row) and not head(rows[n - 1])):
            blocks.append([])
        blocks[-1].append(row)
    left: list[T] = []
    for block in blocks:
        heads = [row for row in block if head(row)]
        whole = len(blocks) > 1 and any(_holds(said(row), words) for row in heads)
        kept = [row for row in block if not head(row) and (whole or _holds(said(row), words))]
        left += [row for row in block if head(row) or any(row is each for each in kept)] if kept else []
    return left, sum(not head(row) for row in left)


def _holds(text: str, words: Sequence[str]) -> bool:
    text = " ".join(text.lower().split())
    return all(word in text for word in words)
