"""After the seal: a calm plate with a lamp for each team, and no stray key that opens the orders again."""

from pathlib import Path

from textual.widgets import Static

from tabletop.model.moves import Seal
from tabletop.tui.kit.confirm import Confirm
from tabletop.tui.levers.outlook import Outlook, ghost_bar, outlook_lines
from tabletop.tui.levers.sealed import lamps
from tabletop.tui.seat.seat import SeatScreen
from tests.tui.room import NATO, Room, table, text_of, until


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


async def test_beside_the_sheet_stand_the_seat_s_own_objectives_as_the_sheet_would_have_them(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("washington")))

    async with app.run_test(size=(120, 36)) as pilot:
        outlook = app.first.query_one(Outlook)
        assert all(each.objective.title in str(outlook.content) for each in app.first.levers.objectives)
        await until(pilot, lambda: "your sheet" in str(outlook.content))
        shown, width = str(outlook.content), outlook.content_size.width

    levers = control.at("washington").view_now().levers("washington")
    after = {each.objective.id: each.points for each in levers.after_sheet}
    assert shown == outlook_lines(levers.objectives, after, width).plain


def test_a_ghost_is_as_long_as_what_would_come_or_go() -> None:
    assert ghost_bar(50, 30, 10).plain == "▇▇▇░░▁▁▁▁▁"
    assert ghost_bar(30, 50, 10).plain == "▇▇▇░░▁▁▁▁▁"
    assert ghost_bar(30, None, 10).plain == "▇▇▇▁▁▁▁▁▁▁"
