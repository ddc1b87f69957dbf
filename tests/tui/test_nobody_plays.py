"""The screens show a member whom nobody plays, and its forces."""

import shutil
from pathlib import Path

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.world import Phase
from tabletop.scenario.load import load_scenario
from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tests.e2e.screens import SIZE, go_on, press
from tests.tui.room import NATO, text_of


async def test_board_and_tables_open_and_a_turn_is_played(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(NATO, tmp_path / "nato-3-0"))
    seats = (folder / "seats.toml").read_text(encoding="utf-8")
    (folder / "seats.toml").write_text(
        seats.replace('["de", "nl", "be", "lu"]', '["nl", "be", "lu"]'), encoding="utf-8"
    )
    session = Session.create(tmp_path / "s.toml", load_scenario(folder), Terms(seed="7"))
    app = TabletopApp(exercise=Exercise(session))

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        drawn = ""
        for tab in "23458":
            await press(pilot, tab)
            drawn += text_of(app)
            await press(pilot, "1")
        await go_on(pilot, session, Phase.REVIEW)

    assert "Germany" in drawn
    assert session.world.turn == 1
