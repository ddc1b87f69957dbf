"""Panels are registered once: what stands there has a key, a tab and a picture."""

from pathlib import Path
from pkgutil import resolve_name

import pytest
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from tabletop.table.exercise import Exercise
from tabletop.table.port import View
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.needs import Needs
from tabletop.tui.board.picture import BoardPicture
from tabletop.tui.board.tabs import Tables
from tabletop.tui.kit.program import Program
from tabletop.tui.panels import ON_BOARD, PANELS, PANES, TABLES, Panel
from tests.tui.room import NATO, table, text_of
from tests.tui.test_app import settled


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


async def test_an_open_table_is_named_once_where_a_line_above_names_all(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(table(tmp_path).session))

    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await settled(pilot, "3")
        assert text_of(app).count("3 Posture") == 1
        await settled(pilot, "z")
        assert text_of(app).count("3 Posture") == 1


async def test_who_bears_the_need_takes_all_rows_of_the_screen_that_it_is_given(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = TabletopApp(exercise=Exercise(control.session))

    async with app.run_test(size=(120, 60)) as pilot:
        await settled(pilot)
        await settled(pilot, "1", "z")
        needs = app.screen.query_one(Needs)
        drawn = text_of(app).splitlines()[needs.region.y + 1 : needs.region.bottom - 1]

    turns = control.session.world.turns + 1
    assert len(drawn) > 2 * turns
    assert sum("█" in line for line in drawn) == 2 * (len(drawn) // turns)
    assert [line.split()[1] for line in drawn if line.split()[1] in ("start", "now")] == ["start", "now"]
