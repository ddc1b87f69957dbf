"""One of a few, by name: a seat, the room."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.look.titles import frame_title


class Pick(Dialog[str | None]):
    """Dismissed with the id picked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "back", show=False)]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title, self._choices = title, choices

    def compose(self) -> ComposeResult:
        listed = OptionList(*(Option(name, id=key) for key, name in self._choices), markup=False)
        listed.border_title = frame_title(self._title)
        listed.border_subtitle = "Enter · Esc back"
        yield listed

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)
