"""A box over a screen: title in its border, keys in its foot, Escape puts it away."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.look import palette

T = TypeVar("T")


class Card(Dialog[T | None], Generic[T]):
    """Subclasses fill `body`; `told` and `keys` give the border's title and foot. Dismissed with None by Escape."""

    DEFAULT_CSS = f"""
    Card {{ align: center middle; }}
    Card > .card {{
        width: 96; max-width: 100%; height: auto; max-height: 100%; padding: 0 1;
        border: round {palette.ACCENT}; border-title-color: {palette.ACCENT}; border-subtitle-color: {palette.LABEL};
        background: {palette.BACKGROUND};
    }}
    Card .words {{ height: auto; margin-bottom: 1; color: {palette.TEXT}; }}
    Card Input {{
        border: none; height: 1; padding: 0 1; background: {palette.TRACK}; margin-bottom: 1; width: 1fr;
    }}
    Card Input:focus {{ border: none; background: #1f5c4f; }}
    Card .label {{ height: auto; color: {palette.LABEL}; }}
    """
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
