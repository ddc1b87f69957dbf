"""After the seal: a calm plate with a lamp for each team, and no stray key that opens the orders again."""

from pathlib import Path

from textual.widgets import Static

from tabletop.model.moves import Seal
from tabletop.tui.kit.confirm import Confirm
from tabletop.tui.levers.sealed import lamps
from tabletop.tui.seat.seat import SeatScreen
from tests.tui.room import NATO, Room, table, text_of


async def test_a_stray_key_asks_first_and_names_the_team(tmp_path: Path) -> None:
    control = table(tmp_path, NATO, Seal(seat="berlin"))
    app = Room(SeatScreen(control.at("berlin")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("U")
        assert isinstance(app.screen, Confirm)
        assert "Open the orders of Berlin & Benelux again?" in text_of(app)
        await pilot.press("escape")
        assert control.session.world.seats["berlin"].sealed
        await pilot.press("U", "enter")
        await pilot.pause()
        assert not control.session.world.seats["berlin"].sealed


async def test_the_plate_has_a_lamp_for_each_team_and_nothing_of_the_orders(tmp_path: Path) -> None:
    control = table(tmp_path, NATO, Seal(seat="berlin"), Seal(seat="paris"))
    levers = control.at("berlin").view_now().levers("berlin")
    app = Room(SeatScreen(control.at("berlin")))

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        plate = str(app.screen.query_one("#plate", Static).content)

    teams = [seat for seat, state in levers.world.seats.items() if state.player == "team"]
    row = lamps(levers).plain
    assert row.count("○") == len(teams) - 2
    assert row.count("●") + row.count("◉") == 2
    assert row in plate and "Berlin & Benelux has sealed" in plate
