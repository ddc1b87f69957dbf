"""One choice out of several moves, each with what it costs and does."""

from collections.abc import Sequence
from typing import ClassVar

from attrs import frozen
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from tabletop.model.moves import Move
from tabletop.tui.kit.card import Card, words
from tabletop.tui.kit.fit import Column
from tabletop.tui.kit.grid import Grid, Row
from tabletop.tui.look import palette


@frozen
class Choice:
    """A move, its name, what it does in a line, and what stands below while the cursor is on it."""

    move: Move
    name: str
    does: Content
    below: Content | None = None


class Choices(Grid):
    """The choices as rows."""

    BELOW = 3

    def __init__(self, choices: Sequence[Choice], *, look: bool = False) -> None:
        super().__init__(id="choices")
        self.choices, self.look = choices, look

    def on_mount(self) -> None:
        rows = [Row((str(n),), (Content(c.name), c.does)) for n, c in enumerate(self.choices)]
        columns = (Column("", keep=9, flex=True, least=24), Column("", keep=8, flex=True, least=24))
        self.show_rows(columns, rows, Content(""))

    def below(self, row: Row) -> Content:
        choice = self.choices[int(row.key[0])]
        return choice.below or choice.does

    def opened(self, row: Row) -> None:
        self.screen.dismiss(None if self.look else self.choices[int(row.key[0])].move)


class Choose(Card[Move]):
    """Gives the chosen move, or None. `look`: to be read only, nothing is given."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "put away", show=False)]

    def __init__(self, told: str, choices: Sequence[Choice], note: str = "", *, look: bool = False) -> None:
        super().__init__(told, "↑ ↓ · Esc back" if look else "Enter takes it · Esc back")
        self.choices, self.note, self.look = choices, note, look

    def body(self) -> ComposeResult:
        if self.note:
            yield words(Content.styled(self.note, palette.LABEL))
        table = Choices(self.choices, look=self.look)
        table.styles.height = max(2, min(len(self.choices), 10)) + 4
        yield table
