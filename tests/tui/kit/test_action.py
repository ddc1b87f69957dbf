"""A screen's table of actions: what the footer names is what its key does, with the keyboard and with the mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.table.port import Table
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.solo import SoloScreen
from tabletop.tui.kit.action import Action, bindings
from tabletop.tui.kit.keyline import Keyline
from tabletop.tui.kit.keys import called
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.levers.order import OrderDialog
from tabletop.tui.seat.pass_keyboard import PassScreen
from tabletop.tui.seat.seat import SeatScreen
from tests.long import some
from tests.tui.control.test_control_keys import OPENED
from tests.tui.room import KEYS, session_of, table, text_of
from tests.tui.test_app import settled

SIZE = (120, 36)


def seat_of(control: Table) -> str:
    return next(iter(control.view_now().world.seats))


EVERY: dict[str, Callable[[LocalTable], TableScreen]] = OPENED | {
    "seat": lambda control: SeatScreen(control.at(seat_of(control))),
    "pass": PassScreen,
    "alone": lambda control: SoloScreen(control, seat_of(control)),
}


def test_of_two_rows_with_one_key_the_later_counts_in_the_place_of_the_earlier() -> None:
    rows = [Action("a", "one", "", print), Action("b,c", "two", "", print), Action("a", "three", "", print)]

    bound = bindings(rows)

    assert [(key, binding.action) for key, binding in bound.items()] == [
        ("a", "do('three')"),
        ("b", "do('two')"),
        ("c", "do('two')"),
    ]


@pytest.mark.parametrize("name", some(list(EVERY), 5))
async def test_what_the_footer_names_is_what_its_key_does(tmp_path: Path, name: str) -> None:
    app = TabletopApp(exercise=Exercise(table(tmp_path, KEYS).session))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        app.push_screen(EVERY[name](LocalTable(session_of(app))))
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, TableScreen)
        bound = {(called(key), binding.action) for key, binding in screen._bindings}
        footer = screen.keys()
        named = {(key.key, key.action) for key in footer if key.action}

    assert named and named <= bound


async def test_a_click_on_a_word_of_the_footer_does_it(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(table(tmp_path, KEYS).session))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        line = app.screen.query_one(Keyline)
        words = text_of(app).splitlines()[line.region.y]
        await pilot.click(line, offset=(words.index("order") - line.region.x, 0))
        await settled(pilot)

        assert isinstance(app.screen, OrderDialog)
