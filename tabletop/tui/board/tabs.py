"""The tables under the map, one at a time, their names in the border with their jump numbers."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from tabletop.table.port import View
from tabletop.tui.board.journal import Journal
from tabletop.tui.kit.grid import Grid
from tabletop.tui.look import palette

TABS = (
    (2, "contributions", "Contributions", "What members spend and pay for; + and - change it for the seat in hand."),
    (3, "posture", "Posture", "What stands where, leaves and arrives; + and - move it for the seat in hand."),
    (4, "commands", "Commands", "Who holds which post, and what a handover costs; h proposes one."),
    (5, "council", "Council", "Texts on the table, and who has consented or broken silence."),
    (8, "journal", "Journal", ""),
)


class Tables(Vertical):
    """`open_tab` shows one; `show` draws the one that is open. A table is made when it is first opened."""

    DEFAULT_CSS = f"""
    Tables {{ border: round {palette.RULE}; border-title-color: {palette.LABEL}; padding: 0; height: 1fr; }}
    Tables:focus-within {{ border: round {palette.ACCENT}; border-title-color: {palette.ACCENT}; }}
    Tables ContentSwitcher {{ height: 1fr; }}
    Tables ContentSwitcher > * {{ height: 1fr; padding: 0 1; }}
    Tables Journal, Tables Journal:focus {{ border: none; }}
    """

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
        elif hasattr(table, "show"):
            table.show(self._view, self._seat)

    def _title(self) -> Content:
        """The open one is bold, in the border's own colour: the accent while the panel has the focus."""
        return Content("  ").join(
            Content.styled(f"{n} {title}", "bold" if name == self.current else palette.LABEL)
            for n, name, title, _ in TABS
        )


def make_table(name: str) -> Widget:
    """The table of that name; a panel that says what it is for where there is none yet."""
    id = f"table-{name}"
    if name == "journal":
        return Journal(id=id)
    from importlib import import_module

    try:
        made: Widget = getattr(import_module(f"tabletop.tui.levers.{name}"), name.capitalize())(id=id)
    except (ImportError, AttributeError):
        words = next(words for _, tab, _, words in TABS if tab == name)
        return Static(Content(words), id=id, classes="empty")
    return made
