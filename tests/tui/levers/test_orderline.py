"""The order line of a seat: what is half typed waits there, but not for another turn."""

from pathlib import Path

from textual.widgets import Input

from tabletop.model.moves import Advance
from tabletop.tui.seat.seat import SeatScreen
from tests.tui.review_app import RED
from tests.tui.room import NATO, Room, table

ADVANCE = Advance(seat="control")


async def test_words_half_typed_stand_there_again_this_turn_and_not_in_the_next(tmp_path: Path) -> None:
    control = table(tmp_path, NATO)
    app = Room(SeatScreen(control.at("warsaw")))
    found = []

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("colon", *"estimate x", "escape")
        for moves in ((), (ADVANCE, RED, ADVANCE, ADVANCE, ADVANCE)):
            for move in moves:
                assert control.make_now(move) is None
            app.push_screen(SeatScreen(control.at("warsaw")))
            await pilot.pause()
            await pilot.press("colon")
            found.append(app.screen.query_one("#line", Input).value)

    assert control.session.world.turn == 2
    assert found == ["estimate x", ""]
