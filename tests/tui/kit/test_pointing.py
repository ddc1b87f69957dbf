"""Wherever a person can point at a figure one key says where it comes from; one table says what can be pointed at."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.widget import Widget
from textual.widgets import Input

import tabletop.tui
from tabletop.analysis.origins.things import KINDS
from tabletop.model.moves import Withdraw
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.inject import InjectDialog
from tabletop.tui.board.injects import Injects
from tabletop.tui.board.scores import Scores
from tabletop.tui.board.seats import SeatList
from tabletop.tui.kit.grid import Grid
from tabletop.tui.kit.pick import priced
from tabletop.tui.kit.pick_dialog import PickDialog
from tabletop.tui.kit.row_figures import _THINGS, move_figure
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.kit.where_from import OriginDialog
from tabletop.tui.levers.posture import match_choices
from tabletop.tui.levers.send import SendDialog
from tabletop.tui.levers.sheet import Sheet
from tabletop.tui.levers.withdraw import WithdrawDialog
from tabletop.tui.map.pointed import PointedMap
from tabletop.tui.review.ahead import AheadScreen
from tabletop.tui.review.why import WhyScreen
from tabletop.tui.seat.seat import SeatScreen
from tests.offered import options
from tests.tui.room import NATO, Room, table, text_of, until


@pytest.mark.parametrize("seat", ["washington", "berlin", "secretary-general"])
def test_every_order_of_a_sheet_is_about_a_figure(tmp_path: Path, seat: str) -> None:
    control = table(tmp_path, NATO)
    view, world = control.at(seat).view_now(), control.view_now().world
    orders = {(type(move), move_figure(move)): move for move in options(world, seat) if move.order}

    assert len(orders) > 20 or seat == "secretary-general"
    assert not {kind.do for kind, of in orders if not of}
    assert all(view.origin(of).source for _, of in orders)


def test_one_table_says_what_is_pointed_at_and_the_scenario_knows_each_of_its_kinds() -> None:
    assert set(_THINGS.values()) <= set(KINDS)

    for path in Path(*tabletop.tui.__path__).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name == "points_at" and path.name != "where_from.py":
                called = {
                    each.func.id
                    for each in ast.walk(node)
                    if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)
                }
                assert called & {"row_figure", "move_figure", "choice_figure"}, path


def _rows(widget: Widget) -> Iterator[None]:
    """Puts the cursor on one row after the other."""
    match widget:
        case Rows():
            for n in range(min(12, widget.option_count)):
                if not widget.get_option_at_index(n).disabled:
                    widget.highlighted = n
                    yield
        case Grid():
            for n in widget.stops[:12]:
                widget.go(n)
                yield
        case PointedMap():
            for _ in widget._theatres:
                widget.action_point(1)
                yield
        case _:
            yield


@pytest.mark.parametrize("of", [BoardScreen, InjectDialog, SeatScreen, WhyScreen, AheadScreen])
async def test_wherever_the_cursor_stands_the_key_opens_the_box_or_says_plainly_that_there_is_no_figure(
    tmp_path: Path, of: Any
) -> None:
    control = table(tmp_path, NATO, Withdraw(seat="washington", force="us-2cr", turn=4))
    at = control.at("washington") if of is SeatScreen else control
    screen: TableScreen = InjectDialog(at, "") if of is InjectDialog else of(at)
    app, boxes = Room(screen), 0

    def answered() -> bool:
        return isinstance(app.screen, OriginDialog) or bool(app._notifications)

    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: screen.focused is not None)
        for widget in [each for each in screen.query("*") if each.focusable and not isinstance(each, Input)]:
            widget.focus()
            await pilot.pause()
            for _ in _rows(widget):
                app.clear_notifications()
                await pilot.press("y")
                await until(pilot, answered)
                assert answered(), widget
                if isinstance(app.screen, OriginDialog):
                    boxes += 1
                    await pilot.press("escape")
                    await until(pilot, lambda: app.screen is screen)
                else:
                    assert not isinstance(widget, SeatList | Injects | Scores | Sheet | PointedMap), widget

    assert boxes


@pytest.mark.parametrize("of", ["withdraw", "send", "match"])
async def test_a_dialog_with_figures_answers_and_names_the_key(tmp_path: Path, of: str) -> None:
    control = table(tmp_path, NATO)
    seat = "washington" if of == "withdraw" else "berlin"
    levers = control.at(seat).view_now().levers(seat)
    own = next(force for force in levers.packages.own if levers.packages.assignments(force))
    dialogs: dict[str, Any] = {
        "withdraw": lambda: WithdrawDialog(levers, "us-2cr"),
        "send": lambda: SendDialog(levers, own),
        "match": lambda: PickDialog(priced("What would match?", match_choices(levers, "us-2cr"))),
    }
    app = Room(SeatScreen(control.at(seat)))

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, SeatScreen))
        await app.push_screen(dialogs[of]())
        await pilot.pause()
        assert "y origin" in text_of(app)
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, OriginDialog))
        assert isinstance(app.screen, OriginDialog)
