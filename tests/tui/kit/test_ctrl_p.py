"""The palette: groups, keys at the right, the last used first, things by their names, nothing that may not be done."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from tabletop.journal.session import Session
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.table.things import things
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.tabs import Tables
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.ctrl_p import Palette, offers, open_thing
from tabletop.tui.kit.where_from import OriginDialog
from tabletop.tui.review.why import WhyScreen
from tabletop.tui.seat.seat import SeatScreen
from tests.tui.room import KEYS, NATO, Room, table
from tests.tui.test_app import settled


def keys_of(text: str) -> list[str]:
    return ["space" if letter == " " else letter for letter in text]


def listed(palette: object) -> list[str]:
    assert isinstance(palette, Palette)
    return [offer.words if offer else "" for offer in palette.rows]


async def test_its_rows_stand_in_groups_with_the_key_at_the_right(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(table(tmp_path).session))

    async with app.run_test(size=(120, 50)) as pilot:
        await settled(pilot, "ctrl+p")
        rows = listed(app.screen)
        found = app.screen.query_one("#found", OptionList)
        shown = [str(found.get_option_at_index(n).prompt) for n in range(found.option_count)]
        heads = [words for words, row in zip(shown, rows, strict=True) if not row]

    assert heads == ["Here", "Look closer", "Panels", "Room and clock", "Record", "Always", "Themes"]
    keys = {row: words.split()[-1] for words, row in zip(shown, rows, strict=True) if row}
    assert keys["the next step, named in the footer"] == "Space"
    assert keys["take a note"] == "n" and keys["why a score moved"] == "w"
    assert len({len(words) for words, row in zip(shown, rows, strict=True) if row}) == 1, "keys end in one column"


async def test_what_was_used_last_comes_first(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(table(tmp_path).session))

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, "ctrl+p", *"journal", "enter")
        await settled(pilot, "ctrl+p")

        assert listed(app.screen)[1] == "to the journal"


@pytest.mark.parametrize(
    ("typed", "opens"),
    [
        ("baltic", WhyScreen),
        ("greenland", None),
        ("paris", BoardScreen),
        ("173rd airborne", BoardScreen),
        ("france", None),
    ],
)
async def test_things_are_found_by_name_and_opened(tmp_path: Path, typed: str, opens: type | None) -> None:
    app = TabletopApp(exercise=Exercise(table(tmp_path).session))

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, "ctrl+p", *keys_of(typed))
        assert any(typed in words.lower() for words in listed(app.screen))
        await settled(pilot, "enter")

        assert not isinstance(app.screen, Palette)
        if opens:
            assert isinstance(app.screen, opens)
        if typed == "173rd airborne":
            grid = app.screen.query_one(Tables).grid
            assert grid and grid.selected and "Airborne" in grid.selected.cells[0].plain


async def test_a_thing_without_a_row_says_where_its_figures_come_from(tmp_path: Path) -> None:
    app = Room(SeatScreen(table(tmp_path).at("berlin")))

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        thing = next(each for each in things(app.first.view.world) if each.kind == "seat")
        await open_thing(app.first, thing)
        await pilot.pause()

        assert isinstance(app.screen, OriginDialog)


async def test_a_seat_is_offered_nothing_of_control_s_and_no_inject_to_come(tmp_path: Path) -> None:
    control = table(tmp_path)
    screen = SeatScreen(control.at("berlin"))

    async with Room(screen).run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        here = {offer.words for offer in offers(screen.app, screen)}
        known = {offer.words for offer in offers(screen.app, screen) if offer.key == "inject"}

    own = {action.words for action in SeatScreen.ACTIONS}
    assert not here & {action.words for action in OF_CONTROL if action.words not in own}
    assert "end the exercise" not in here
    view = control.at("berlin").view_now()
    assert len(known) == len(view.world.injects) < len(control.session.world.injects)


@pytest.mark.parametrize("scenario", [NATO, KEYS])
def test_every_thing_can_be_asked_where_it_comes_from(tmp_path: Path, scenario: Path) -> None:
    control = table(tmp_path, scenario)
    for who in ("control", *control.session.world.seats):
        view = control.at(who).view_now()
        for thing in things(view.world):
            assert view.origin(thing.figure).name


async def test_nothing_is_offered_that_is_entered_where_nothing_can_be(tmp_path: Path) -> None:
    table(tmp_path).session.close()
    session = Session.open(tmp_path / "x.toml", read_only=True)
    screen = BoardScreen(LocalTable(session))

    async with Room(screen).run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        here = {offer.words for offer in offers(screen.app, screen)}

    assert not here & {action.words for action in BoardScreen.ACTIONS if action.enters and action.words}
    assert "take a note" in here
