"""One of a few, by name: a seat, the room."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title


class Pick(Dialog[str | None]):
    """Dismissed with the id picked, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "back", show=False)]
    DEFAULT_CSS = f"""
    Pick {{ align: center middle; }}
    Pick OptionList, Pick OptionList:focus {{
        width: 50; max-width: 96%; height: auto; max-height: 80%; padding: 0 1; border: round {palette.ACCENT};
        border-title-color: {palette.ACCENT}; border-subtitle-color: {palette.LABEL}; background: {palette.SURFACE};
    }}
    Pick OptionList > .option-list--option {{ padding: 0; }}
    Pick OptionList > .option-list--option-highlighted {{ background: #1f5c4f; text-style: none; }}
    Pick OptionList:focus {{ background-tint: {palette.SURFACE} 0%; }}
    """

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
