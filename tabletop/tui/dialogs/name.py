"""One line asked for: a name, a note, a word. Nothing is decided here."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tabletop.tui import palette
from tabletop.tui.dialogs.effect_field import Field


class NameDialog(ModalScreen[str | None]):
    """Dismissed with the line, or None on Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "back", show=False)]
    DEFAULT_CSS = f"""
    NameDialog {{ align: center middle; }}
    NameDialog > Vertical {{
        width: 76; max-width: 100%; height: auto; padding: 1 2; border: round {palette.ACCENT};
        border-title-color: {palette.ACCENT}; background: {palette.SURFACE};
    }}
    NameDialog Field {{ margin: 1 0; }}
    """

    def __init__(self, title: str, words: str, enter: str, value: str = "") -> None:
        super().__init__()
        self._title, self._words, self._enter, self._value = title, words, enter, value

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = self._title
            yield Static(self._words, markup=False)
            yield Field(value=self._value, id="name")
            yield Static(
                Content.assemble(
                    ("Enter ", f"bold {palette.ACCENT}"),
                    f"{self._enter}    ",
                    ("Esc ", f"bold {palette.ACCENT}"),
                    "back",
                )
            )

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip())
