"""Which seat to take; the cursor begins on the scenario's second."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from tabletop.model.scenario import Scenario
from tabletop.tui.kit.dialog import Dialog
from tabletop.tui.kit.rows import Rows
from tabletop.tui.look import palette


class ChooseSeat(Dialog[str]):
    """The chosen seat's id, None for none."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "back", show=False)]

    def __init__(self, scenario: Scenario) -> None:
        super().__init__()
        self._scenario = scenario

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Rows()

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.border_title = "Which seat is yours?"
        rows.border_subtitle = "Enter takes it, Esc goes back"
        members = self._scenario.members
        rows.show_rows(
            [
                (
                    seat,
                    Content.assemble(
                        (f"{spec.name}  ", palette.BRIGHT),
                        (", ".join(members[m].name for m in spec.members[:4] if m in members), palette.LABEL),
                    ),
                )
                for seat, spec in self._scenario.seats.items()
            ]
        )
        rows.highlighted = min(1, rows.option_count - 1)
        rows.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)
