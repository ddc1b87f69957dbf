"""Panels are registered once: what stands there has a key, a tab and a picture."""

from pathlib import Path
from pkgutil import resolve_name

import pytest
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from tabletop.table.port import View
from tabletop.tui.board.picture import BoardPicture
from tabletop.tui.board.tabs import Tables
from tabletop.tui.kit.program import Program
from tabletop.tui.panels import ON_BOARD, PANELS, PANES, TABLES, Panel
from tests.tui.room import NATO, table


class Toy(Static):
    """A panel that shows for whom it stands there."""

    def show(self, view: View, seat: str) -> None:
        self.update(f"turn {view.world.turn} for {seat}")


TOY = Panel("9", "toy", "Toy", board="tests.tui.test_panels:Toy")


class Shown(Program):
    """One widget alone."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget

    def compose(self) -> ComposeResult:
        yield self.widget


async def test_a_row_is_all_that_a_new_panel_needs(tmp_path: Path) -> None:
    view, tables = table(tmp_path, NATO).view_now(), Tables(panels=(*TABLES, TOY))

    async with Shown(tables).run_test(size=(120, 36)):
        tables.show(view, "berlin")
        await tables.open_tab("toy", focus=False)

        assert str(tables.query_one("#table-toy", Static).render()) == "turn 1 for berlin"
        assert "9 Toy" in str(tables.border_title)


@pytest.mark.parametrize("name", sorted({name for panel in PANELS for name in (panel.board, panel.seat) if name}))
def test_what_draws_a_panel_is_there_and_shows_a_view_for_a_seat(name: str) -> None:
    assert callable(resolve_name(name)(id="it").show)


def test_no_two_panels_of_a_screen_have_one_key() -> None:
    for panels in (ON_BOARD, PANES):
        keys = [panel.key for panel in panels]

        assert keys == sorted(set(keys))


async def test_what_the_board_has_in_a_place_of_its_own_is_drawn_there(tmp_path: Path) -> None:
    board = BoardPicture(table(tmp_path, NATO))

    async with Shown(board).run_test(size=(120, 36)):
        assert all(board.query(f"#{panel.id}") for panel in PANELS if panel.fixed)
