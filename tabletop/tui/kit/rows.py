"""A bordered list with a cursor: what every panel of the board is made of."""

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tabletop.tui.kit.searched import Searched, sifted
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title

_HEADS = 3
"""Lines that may stand over the first row."""


class Rows(OptionList, Searched):
    """`show_rows` keeps the cursor on the row of the same id. The title stands in the border with its jump number."""

    ALLOW_SELECT: ClassVar[bool] = False

    def show_rows(self, rows: Sequence[tuple[str, Content]], empty: str = "") -> None:
        """Shows rows, each with its id, in the place of those there; one without an id is a head, on which no cursor
        stands. `empty` says what the panel is for while it has none. A search leaves the rows that hold it."""
        self.every, self._empty = rows, empty
        if self.searching:
            rows, empty = self._left(rows), ""
        texts = [(name, content.plain, content.spans) for name, content in rows]
        if texts and texts == self._texts:
            return  # drawing them again would cost more than looking
        self._texts = texts
        was, at, top, width = self.row, self.highlighted, self.scroll_offset, self.inner
        options = [Option(content, id=name or None, disabled=not name) for name, content in rows]
        if not options and empty:
            options = [Option(Content.styled(empty, palette.LABEL), disabled=True)]
        names = [name for name, _ in rows]
        self.set_options(options)
        if was and was in names:
            self.highlighted = names.index(was)
        elif any(names):
            stops = [n for n, name in enumerate(names) if name]
            self.highlighted = min(stops, key=lambda n: abs(n - (at or 0)))
        if width == self._width:
            self.scroll_to(y=top.y, animate=False)
        else:  # rows wrap elsewhere now
            self._width = width
            self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """The row under the cursor, after the list has come to another size."""
        if self.highlighted is not None:
            self.scroll_to_highlight()
        self._tell_more()

    def scroll_to_highlight(self, top: bool = False) -> None:
        """With the first row comes what stands over it."""
        super().scroll_to_highlight(top)
        at = self.highlighted or 0
        if 0 < at <= _HEADS and all(self.get_option_at_index(n).disabled for n in range(at)):
            self.scroll_home(animate=False)

    def on_resize(self) -> None:
        self.call_after_refresh(self._keep_in_sight)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._tell_more()

    def _tell_more(self) -> None:
        """How many lines lie below, in the border, where that is told."""
        if self.TELLS_MORE:
            hidden = max(0, self.virtual_size.height - round(self.scroll_y) - self.scrollable_content_region.height)
            self.border_subtitle = frame_title(f"{hidden} more ↓" if hidden else "")

    TELLS_MORE: ClassVar[bool] = False
    """Whether its border says how much lies below."""
    _width = 0
    _texts: Sequence[object] = ()
    every: Sequence[tuple[str, Content]] = ()
    _empty = ""

    def _left(self, rows: Sequence[tuple[str, Content]]) -> list[tuple[str, Content]]:
        """What is sought, and the rows that hold it."""
        left, self.found = sifted(rows, self.sought, lambda row: row[1].plain, lambda row: not row[0])
        return [("", self.told()), *(left or [("", self.nothing())])]

    @property
    def whole(self) -> int:
        return sum(bool(name) for name, _ in self.every)

    def sift(self) -> None:
        self.show_rows(self.every, self._empty)
        if self.searching:
            self.scroll_home(animate=False)

    def point_at(self, name: str) -> bool:
        """Puts the cursor on the row of an id, also where a search leaves it out; whether there is one."""
        if name not in [each for each, _ in self.every]:
            return False
        if name not in [option.id for option in self.options]:
            self.action_all_rows()
        self.highlighted = self.get_option_index(name)
        return True

    @property
    def row(self) -> str:
        """Id of the row under the cursor, "" without one."""
        if self.highlighted is None or not self.option_count:
            return ""
        return self.get_option_at_index(self.highlighted).id or ""

    @property
    def inner(self) -> int:
        """Columns that a row has, but for the one between it and a scrollbar."""
        return max(8, (self.scrollable_content_region.width or self.size.width or 30) - 1)


def ends(left: Content, right: Content, width: int) -> Content:
    """Two pieces of text at both ends of a row."""
    gap = max(1, width - left.cell_length - right.cell_length)
    return Content.assemble(left, " " * gap, right)
