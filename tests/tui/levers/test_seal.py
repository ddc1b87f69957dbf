"""The seal: read back, why and what is expected, then locked."""

from pathlib import Path

from tabletop.model.moves import Fund, Seal
from tabletop.tui.seat.seat import SeatScreen
from tests.tui.room import NATO, Room, table, text_of


async def test_the_seal_asks_why_and_what_is_expected_then_locks(tmp_path: Path) -> None:
    control = table(tmp_path, NATO, Fund(seat="berlin", programme="c-patriot"))
    app = Room(SeatScreen(control.at("berlin")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s", *"as planned", "tab", "plus", "minus", "0", "enter")
        await pilot.pause()
        sealed = [e.move for e in control.session.entries if isinstance(e.move, Seal)]

        assert sealed[0].why == "as planned"
        assert sorted(sealed[0].expect.values()) == ["down", "same", "up"]
        assert "has sealed" in text_of(app)
        assert "Pays for a tranche" not in text_of(app)
        await pilot.press("2", "plus", "colon", "U", "enter")
        await pilot.pause()
        assert not control.session.world.seats["berlin"].sealed
        assert "Pays for a tranche" in text_of(app)


async def test_what_is_not_answered_is_read_back_before_the_seal(tmp_path: Path) -> None:
    control = table(tmp_path)
    app = Room(SeatScreen(control.at("washington")))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        await pilot.pause()

        assert "The working group stalls is not answered" in text_of(app)
        await pilot.press("escape")
        assert not control.session.world.seats["washington"].sealed
