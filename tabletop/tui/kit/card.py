"""A box over a screen: title in the border above, keys in the border below, Escape puts it away."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import ScrollableContainer, Vertical
from textual.content import Content
from textual.widgets import Static

from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.kit.keyline import Key, fitting, key_line, keys_in
from tabletop.tui.kit.keys import bound
from tabletop.tui.look.titles import frame_title

T = TypeVar("T")
_CORNERS = 6
"""Columns of a border that carry no words."""


class Card(Dialog[T | None], Generic[T]):
    """Subclasses fill `body`. Dismissed with None by Escape. `foot`: its keys, as values or in a line ("Enter sends ·
    Esc back"). `look`: classes of the stylesheet beside `card`."""

    BOX: ClassVar[type[Vertical | ScrollableContainer]] = Vertical
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012  Textual's own type
    BINDINGS: ClassVar = bound(("escape", "leave", "put away"))

    def __init__(self, title: str = "", foot: Sequence[Key] | str = "", look: str = "") -> None:
        super().__init__(classes=look)
        self._heading = title
        self._foot = keys_in(foot) if isinstance(foot, str) else list(foot)

    def compose(self) -> ComposeResult:
        with self.BOX(classes="card") as card:
            card.border_title = frame_title(self._heading)
            yield from self.body()

    def body(self) -> ComposeResult:
        """What stands in the box."""
        yield from ()

    def entitle(self, title: str) -> None:
        """Another title from now on."""
        self.query_one(".card").border_title = frame_title(title)

    def foot(self, keys: Sequence[Key]) -> None:
        """Other keys from now on."""
        self._foot = list(keys)
        self._draw_foot()

    def on_resize(self) -> None:
        """Textual calls this beside a subclass's own."""
        self.call_after_refresh(self._draw_foot)

    def _draw_foot(self) -> None:
        """All keys, in as many words as the border has room for."""
        for card in self.query(".card"):
            keys = fitting(self._foot, card.outer_size.width - _CORNERS)
            card.border_subtitle = Content.assemble(key_line(keys))

    def action_leave(self) -> None:
        self.dismiss(None)


def paragraph(content: Content | str, id: str | None = None) -> Static:
    """A paragraph."""
    return Static(content if isinstance(content, Content) else Content(content), classes="words", id=id)


def label(text: str) -> Static:
    """A grey line above a field."""
    return Static(Content(text), classes="label")
