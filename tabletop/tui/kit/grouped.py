"""A list under heads in which something is found by typing elsewhere: the cursor goes over the heads."""

from collections.abc import Sequence
from typing import Final, Generic, TypeVar

from attrs import frozen
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tabletop.tui.kit.keys import bound
from tabletop.tui.look import palette

T = TypeVar("T")
THROUGH: Final = bound(
    ("down", "move(1)", "down"),
    ("up", "move(-1)", "up"),
    ("pagedown", "move(8)", "a page down"),
    ("pageup", "move(-8)", "a page up"),
    priority=True,
)
"""Keys by which a dialog goes through its list while its field has the focus."""


@frozen
class Headed(Generic[T]):
    """`head` stands over the rows, each with what it stands for; `more` below them, where some are left out."""

    head: str
    rows: Sequence[tuple[T, Content]]
    more: str = ""


class Grouped(OptionList, Generic[T]):
    """Takes no focus: a field above it has the keys."""

    can_focus = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.values: list[T | None] = []
        """What the rows stand for, None for a head."""

    def lay(self, blocks: Sequence[Headed[T]], empty: str, at: T | None = None) -> None:
        """Shows these; the cursor stands on the first row, or on the one for `at`. `empty` stands where there are
        none."""
        options: list[Option] = []
        self.values = []
        for block in blocks:
            if block.rows and block.head:
                self._add(options, Option(Content.styled(block.head, f"bold {palette.LABEL}"), disabled=True))
            for value, content in block.rows:
                self._add(options, Option(content), value)
            if block.rows and block.more:
                self._add(options, Option(Content.styled(block.more, palette.DIM), disabled=True))
        self.set_options(options or [Option(Content.styled(empty, palette.LABEL), disabled=True)])
        stops = self._stops
        self.highlighted = next((n for n in stops if at is not None and self.values[n] is at), next(iter(stops), None))
        if stops and self.highlighted == stops[0]:
            self.scroll_home(animate=False)

    def _add(self, options: list[Option], option: Option, value: T | None = None) -> None:
        options.append(option)
        self.values.append(value)

    @property
    def _stops(self) -> list[int]:
        return [n for n, value in enumerate(self.values) if value is not None]

    def move(self, by: int) -> None:
        """The cursor so many rows down; held at the ends."""
        stops = self._stops
        if stops:
            now = stops.index(self.highlighted) if self.highlighted in stops else 0
            self.highlighted = stops[min(max(0, now + by), len(stops) - 1)]
            if self.highlighted == stops[0]:
                self.scroll_home(animate=False)

    @property
    def under(self) -> T | None:
        """What stands under the cursor."""
        return None if self.highlighted is None else self.value(self.highlighted)

    def value(self, at: int) -> T | None:
        """What a row stands for."""
        return self.values[at] if at < len(self.values) else None
