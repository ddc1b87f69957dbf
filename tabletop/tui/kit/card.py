"""A box over a screen: title in its border, keys in its foot, Escape puts it away."""

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import ScrollableContainer, Vertical
from textual.content import Content
from textual.widgets import Static

from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import bound, foot
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title

T = TypeVar("T")


class Card(Dialog[T | None], Generic[T]):
    """Subclasses fill `body`. Dismissed with None by Escape. `look`: classes of the stylesheet beside `card`."""

    BOX: ClassVar[type[Vertical | ScrollableContainer]] = Vertical
    BINDINGS: ClassVar = bound(("escape", "leave", "put away"))

    def __init__(self, title: str = "", foot: str = "", look: str = "") -> None:
        super().__init__(classes=look)
        self._heading, self._foot = title, foot

    def compose(self) -> ComposeResult:
        with self.BOX(classes="card") as card:
            card.border_title, card.border_subtitle = frame_title(self._heading), frame_title(foot(self._foot))
            yield from self.body()

    def body(self) -> ComposeResult:
        """What stands in the box."""
        yield from ()

    def entitle(self, title: str) -> None:
        """Another title from now on."""
        self.query_one(".card").border_title = frame_title(title)

    def action_leave(self) -> None:
        self.dismiss(None)


def paragraph(content: Content | str, id: str | None = None) -> Static:
    """A paragraph."""
    return Static(content if isinstance(content, Content) else Content(content), classes="words", id=id)


def label(text: str) -> Static:
    """A grey line above a field."""
    return Static(Content(text), classes="label")


def key_row(keys: Iterable[Key], gap: int = 4) -> Content:
    """Keys in the accent with what each does, for the last line of a box."""
    return Content(" " * gap).join(
        Content.assemble((key.key, f"bold {palette.ACCENT}"), f" {key.word}") for key in keys
    )
