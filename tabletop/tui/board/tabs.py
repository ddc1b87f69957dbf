"""The tables under the map, one at a time, their names in the border with their jump numbers."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from tabletop.table.port import View
from tabletop.tui.board.journal import Journal
from tabletop.tui.kit.grid import Grid
from tabletop.tui.look import palette

TABS = (
    (2, "contributions", "Contributions"),
    (3, "posture", "Posture"),
    (4, "commands", "Commands"),
    (5, "council", "Council"),
    (8, "journal", "Journal"),
)


class Tables(Vertical):
    """`open_tab` shows one; `show` draws the one that is open. A table is made when it is first opened."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.current = "contributions"
        self._view: View | None = None
        self._seat = ""
        self._made: dict[str, Widget] = {}

    def compose(self) -> ComposeResult:
        yield ContentSwitcher(id="switch")

    def on_mount(self) -> None:
        self.border_title = self._title()

    async def open_tab(self, name: str, *, focus: bool = True) -> None:
        """Shows a table by its name, and puts the focus in it."""
        self.current = name
        switch = self.query_one(ContentSwitcher)
        if name not in self._made:
            made = self._made[name] = make_table(name)
            await switch.mount(made)
        switch.current = f"table-{name}"
        self.border_title = self._title()
        self._draw()
        if focus:
            self.focus_table()

    def focus_table(self) -> None:
        """Puts the focus into the open table."""
        table = self._made.get(self.current)
        if table is None:
            return
        if table.focusable:
            table.focus()
            return
        first = next((child for child in table.query("*") if child.focusable), None)
        if first is not None:
            first.focus()

    def show(self, view: View, seat: str) -> None:
        """`seat`: for whom + and - order, "" for looking only."""
        self._view, self._seat = view, seat
        self._draw()

    @property
    def grid(self) -> Grid | None:
        """The open table, when its rows can be moved."""
        table = self._made.get(self.current)
        return table if isinstance(table, Grid) else None

    def _draw(self) -> None:
        table: Any = self._made.get(self.current)
        if table is None or self._view is None:
            return
        if isinstance(table, Journal):
            table.show(self._view)
        else:
            table.show(self._view, self._seat)

    def _title(self) -> Content:
        """The open one is bold, in the border's own colour: the accent while the panel has the focus."""
        return Content("  ").join(
            Content.styled(f"{n} {title}", "bold" if name == self.current else palette.LABEL) for n, name, title in TABS
        )


def make_table(name: str) -> Widget:
    """The table of that name; its code is loaded when it is first wanted."""
    id = f"table-{name}"
    match name:
        case "contributions":
            from tabletop.tui.levers.contributions import Contributions

            return Contributions(id=id)
        case "posture":
            from tabletop.tui.levers.posture import Posture

            return Posture(id=id)
        case "commands":
            from tabletop.tui.levers.commands import Commands

            return Commands(id=id)
        case "council":
            from tabletop.tui.levers.council import Council

            return Council(id=id)
    return Journal(id=id)
