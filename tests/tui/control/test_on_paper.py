"""What is printed from a screen lies beside the save, holds what that place may see, and is told where it lies."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tabletop.model.moves import End
from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tabletop.tui.review.endex import EndexScreen
from tabletop.tui.seat.seat import SeatScreen
from tests.tui.control.test_control_keys import SIZE, heard
from tests.tui.room import KEYS, table, text_of
from tests.tui.test_app import settled


async def laid(pilot: Pilot[Any]) -> None:
    """Until what is printed in the background lies there."""
    await pilot.app.workers.wait_for_complete()
    await settled(pilot)


async def test_control_prints_for_every_seat_from_the_board(tmp_path: Path) -> None:
    session = table(tmp_path, KEYS).session
    app = TabletopApp(exercise=Exercise(session))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        told = heard(app)
        await settled(pilot, "I")
        assert "Seat packs" in text_of(app)
        await settled(pilot, "enter")
        await laid(pilot)

    folder = session.path.parent / f"{session.path.stem}-paper"
    assert {path.stem for path in folder.iterdir()} == {f"seat-pack-{seat}" for seat in session.world.seats}
    assert any(f"{len(session.world.seats)} files in" in words for words in told)


async def test_a_seat_prints_its_own_alone_and_finds_no_quick_look(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS)
    session, seat = control.session, next(iter(control.session.world.seats))
    app = TabletopApp(exercise=Exercise(session))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        app.push_screen(SeatScreen(control.at(seat)))
        await settled(pilot, "I")
        assert "Quick look" not in text_of(app)
        await settled(pilot, "down", "enter")
        await laid(pilot)

    (sheet,) = (session.path.parent / f"{session.path.stem}-paper").iterdir()
    assert sheet.stem == f"order-sheet-t{session.world.turn}-{seat}"
    assert session.head[:12].encode() not in sheet.read_bytes()


async def test_one_key_on_the_close_screen_lays_out_both_quick_looks(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS)
    session = control.session
    assert control.make_now(End(seat="control")) is None
    app = TabletopApp(exercise=Exercise(session))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        app.push_screen(EndexScreen(control))
        await settled(pilot)
        told = heard(app)
        await settled(pilot, "I")
        await laid(pilot)

    stem = session.path.stem
    names = {path.stem for path in (session.path.parent / f"{stem}-paper").iterdir()}
    assert names == {f"{stem}-quick-look", f"{stem}-players"}
    assert any("2 files in" in words for words in told)
