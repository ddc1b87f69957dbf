"""The tables under the map, one at a time, their names in the border with their jump numbers."""

from collections.abc import Iterable, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher

from tabletop.table.port import View
from tabletop.tui.kit.grid import Grid
from tabletop.tui.kit.zoom import ZOOMED
from tabletop.tui.look import palette
from tabletop.tui.panels import TABLES, Panel, widget_of


class Tables(Vertical):
    """`open_tab` shows one; `show` draws the one that is open. A table is made when it is first opened."""

    def __init__(self, *, id: str | None = None, panels: Sequence[Panel] = TABLES) -> None:
        super().__init__(id=id)
        self._panels = panels
        self.current = "contributions"
        self._view: View | None = None
        self._seat = ""
        self._widgets: dict[str, Widget] = {}
        self.named = True
        """Whether the tables there are stand in the border; else a line above names them."""

    def compose(self) -> ComposeResult:
        yield ContentSwitcher(id="switch")

    def on_mount(self) -> None:
        self.name_tabs()

    def name_tabs(self, named: bool | None = None) -> None:
        """Writes the border's title."""
        self.named = self.named if named is None else named
        self.border_title = tab_line(self._panels if self.named or self.has_class(ZOOMED) else (), self.current)

    async def open_tab(self, name: str, *, focus: bool = True) -> None:
        """Shows a table by its name, and puts the focus in it."""
        self.current = name
        switch = self.query_one(ContentSwitcher)
        if name not in self._widgets:
            panel = next(panel for panel in self._panels if panel.id == name)
            self._widgets[name] = widget_of(panel.board, f"table-{name}")
            await switch.mount(self._widgets[name])
        switch.current = f"table-{name}"
        self.name_tabs()
        self._draw()
        if focus:
            self.focus_table()

    def focus_table(self) -> None:
        """Puts the focus into the open table."""
        if self.current in self._widgets:
            self._widgets[self.current].focus()

    def show(self, view: View, seat: str) -> None:
        """`seat`: for whom + and - order, "" for looking only."""
        self._view, self._seat = view, seat
        self._draw()

    @property
    def grid(self) -> Grid | None:
        """The open table, when its rows can be moved."""
        table = self._widgets.get(self.current)
        return table if isinstance(table, Grid) else None

    def _draw(self) -> None:
        self.name_tabs()
        table: Any = self._widgets.get(self.current)
        if table is not None and self._view is not None:
            table.show(self._view, self._seat)


def tab_line(panels: Iterable[Panel], here: str, ink: str = "bold") -> Content:
    """Panels with their keys. The one `here` is in an ink of its own: by itself the colour of the border around it,
    which is the accent while the panel has the focus."""
    return Content("  ").join(
        Content.styled(f"{panel.key} {panel.title}".rstrip(), ink if panel.id == here else palette.LABEL)
        for panel in panels
    )
