"""A box over a screen: title in its border, keys in its foot, Escape puts it away."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tabletop.tui.kit.dialog import Dialog

T = TypeVar("T")


class Card(Dialog[T | None], Generic[T]):
    """Subclasses fill `body`; `told` and `keys` give the border's title and foot. Dismissed with None by Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "put away", show=False)]

    def __init__(self, told: str, keys: str) -> None:
        super().__init__()
        self.told, self.keys_told = told, keys

    def compose(self) -> ComposeResult:
        with Vertical(classes="card") as card:
            card.border_title = Content(self.told)
            card.border_subtitle = Content(self.keys_told)
            yield from self.body()

    def body(self) -> ComposeResult:
        """What stands in the box."""
        yield from ()

    def action_leave(self) -> None:
        self.dismiss(None)


def words(content: Content | str, id: str | None = None) -> Static:
    """A paragraph."""
    return Static(content if isinstance(content, Content) else Content(content), classes="words", id=id)


def label(text: str) -> Static:
    """A grey line above a field."""
    return Static(Content(text), classes="label")
