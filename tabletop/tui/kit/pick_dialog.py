"""Shows any pick: names as a list; where rows say what they do, a table that explains the one under the cursor."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from tabletop.model.moves import Move
from tabletop.tui.kit.card import paragraph
from tabletop.tui.kit.figure_card import FigureCard
from tabletop.tui.kit.fit import GridColumn
from tabletop.tui.kit.grid import Grid
from tabletop.tui.kit.gridlines import GridRow
from tabletop.tui.kit.pick import Choice, Pick
from tabletop.tui.kit.row_figures import move_figure, row_figure
from tabletop.tui.kit.rows import Rows

T = TypeVar("T")

_COLUMNS = (GridColumn("", keep=8, flex=True, least=30), GridColumn("", keep=9, flex=True, least=24))
_BACK = "Esc back"
_MOST = 10
"""Choices shown at once with what they do."""


class Choices(Grid):
    """Choices with what each does; Enter calls `take` with the place of the row."""

    BELOW = 4

    def __init__(self, choices: Sequence[Choice[Any]], take: Callable[[int], object]) -> None:
        super().__init__(id="choices")
        self.choices, self.take = choices, take
        self.styles.height = max(2, min(len(choices), _MOST)) + 1 + self.BELOW

    def on_mount(self) -> None:
        self.lay(self.choices)

    def lay(self, choices: Sequence[Choice[Any]]) -> None:
        """Shows these; the cursor stays in its row."""
        self.choices = choices
        rows = [
            GridRow((str(n),), (str(each.name), each.does or ""), below=each.below or each.does or "")
            for n, each in enumerate(choices)
        ]
        self.show_rows(_COLUMNS, rows)

    @property
    def points_at(self) -> str:
        """What the choice under the cursor is about."""
        row = self.selected
        choice = self.choices[int(row.key[0])] if row else None
        return choice_figure(choice) if choice else ""

    def press(self, key: str, row: GridRow) -> None:
        if key == "enter":
            self.take(int(row.key[0]))


def choice_figure(choice: Choice[Any]) -> str:
    """What a choice is about; "" for one without figures."""
    return row_figure(choice.about) or (move_figure(choice.value) if isinstance(choice.value, Move) else "")


class PickDialog(FigureCard[T]):
    """Enter gives what the row under the cursor stands for."""

    def __init__(self, pick: Pick[T]) -> None:
        figures = any(map(choice_figure, pick.choices))
        keys = f"{pick.keys.removesuffix(_BACK)}y origin · {_BACK}" if figures else pick.keys
        super().__init__(pick.title, keys, f"pick {pick.id}")
        self.pick = pick

    def body(self) -> ComposeResult:
        pick = self.pick
        if pick.note:
            yield paragraph(pick.note)
        tells = any(choice.does is not None for choice in pick.choices)
        yield Choices(pick.choices, self.take) if tells else Rows(id="choices")
        if pick.hint:
            yield paragraph(pick.hint, "hint")

    def on_mount(self) -> None:
        for table in self.query(Choices):
            table.select((str(self.pick.at),))
        for rows in self.query(Rows):
            names = [c.name if isinstance(c.name, Content) else Content(c.name) for c in self.pick.choices]
            rows.show_rows([(str(n), name) for n, name in enumerate(names)])
            rows.highlighted = self.pick.at

    def take(self, n: int) -> None:
        """Gives the choice in row n."""
        self.dismiss(self.pick.choices[n].value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.take(int(event.option_id or 0))
