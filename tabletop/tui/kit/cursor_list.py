"""A list with a cursor: on which row the keys act and how it moves. Draws nothing and knows no row's meaning."""

from collections.abc import Sequence
from typing import ClassVar

from textual.message import Message
from textual.widget import Widget

from tabletop.tui.kit.keys import bound


class CursorList(Widget, can_focus=True):
    """`stops` says on which rows the cursor may stand, from the top. Subclasses bind the key that opens one to `open`.

    Lists of a plain line a row are `Rows`.
    """

    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar = bound(
        ("up", "move(-1)", "row up"),
        ("down", "move(1)", "row down"),
        ("pageup", "move(-8)", "page up"),
        ("pagedown", "move(8)", "page down"),
        ("home", "first", "first row"),
        ("end", "last", "last row"),
    )
    cursor = 0
    """The row the keys act on, counted from 0."""

    class Moved(Message):
        """The cursor came to another row."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    @property
    def stops(self) -> Sequence[int]:
        """Rows the cursor may stand on."""
        return ()

    def go(self, at: int) -> None:
        """Puts the cursor on a row."""
        if at != self.cursor:
            self.cursor = at
            self.moved()
        self.refresh()

    def moved(self) -> None:
        """Tells that the cursor came to another row."""
        self.post_message(self.Moved(self.cursor))

    def clicked(self, at: int | None) -> None:
        """A row was clicked: the cursor comes there; a second time, it is opened."""
        if at is not None and at in self.stops:
            if at == self.cursor:
                self.action_open()
            self.go(at)

    def action_move(self, step: int) -> None:
        self.go(nearest_stop(self.stops, self.cursor + step, step))

    def action_first(self) -> None:
        self.go(nearest_stop(self.stops, 0, 1))

    def action_last(self) -> None:
        self.go(nearest_stop(self.stops, max(self.stops, default=0), -1))

    def action_open(self) -> None:
        """A second click, or the key for it."""


def nearest_stop(stops: Sequence[int], at: int, way: int) -> int:
    """The stop nearest to a row, looking up or down (`way` below or above 0) first; 0 where there is none."""
    if way > 0:
        return next((stop for stop in stops if stop >= at), max(stops, default=0))
    return next((stop for stop in reversed(stops) if stop <= at), min(stops, default=0))
