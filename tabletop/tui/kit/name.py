"""Words asked for: a line, or some sentences. Nothing is decided here."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.kit.effect_field import Field
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title


class NameDialog(Dialog[str | None]):
    """Dismissed with the line, or None on Escape."""

    DRAFTS = True

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "back", show=False)]

    def __init__(self, title: str, words: str, enter: str, value: str = "") -> None:
        super().__init__()
        self._title, self._words, self._enter, self._value = title, words, enter, value
        self.about = title

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = frame_title(self._title)
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


class StoryDialog(Dialog[str | None]):
    """Some sentences to edit; ctrl+s keeps them, Escape leaves them. `about`: whose or of what the sentences are."""

    DRAFTS = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back", show=False, priority=True),
        Binding("ctrl+s", "keep", "keep it", show=False, priority=True),
    ]

    def __init__(self, title: str, words: str, value: str, about: str = "") -> None:
        super().__init__()
        self._title, self._words, self._value = title, words, value
        self.about = f"{title}/{about}"

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = frame_title(self._title)
            yield Static(self._words, markup=False)
            yield TextArea(
                self._value, id="story", soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False
            )
            yield Static(
                Content.assemble(
                    ("^s ", f"bold {palette.ACCENT}"), "keep it    ", ("Esc ", f"bold {palette.ACCENT}"), "back"
                )
            )

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()

    def action_keep(self) -> None:
        self.dismiss(self.query_one(TextArea).text.strip())
