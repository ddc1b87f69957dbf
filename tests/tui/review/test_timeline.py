"""The timeline of injects: every one has a lane, told and untold apart, and nobody but control comes there."""

import asyncio
from pathlib import Path

import pytest

from tabletop.model.injects import InjectState
from tabletop.tui.control.lanes import OPEN_NOW, TOLD, lane_of
from tabletop.tui.kit.rows import Rows
from tabletop.tui.review.timeline import TimelineScreen, timeline_rows
from tests.tui.review_app import OneScreen, played
from tests.tui.room import text_of


@pytest.mark.parametrize("width", [54, 74, 114, 194])
def test_every_inject_has_a_lane_and_no_line_is_too_wide(tmp_path: Path, width: int) -> None:
    world = played(tmp_path, 2).session.world
    rows = dict(timeline_rows(world, width))

    assert {*rows} - {""} == {*world.injects}
    assert all(len(line.rstrip()) <= width for row in rows.values() for line in row.plain.split("\n"))


def test_a_lane_says_where_an_inject_was_told_and_no_later_turn_twice(tmp_path: Path) -> None:
    world = played(tmp_path, 2).session.world
    for name, state in world.injects.items():
        lane = lane_of(world, name, 4).plain
        if state.turn and state.state is not InjectState.ARMED:
            assert lane[(state.turn - 1) * 4] in (TOLD, OPEN_NOW)
            assert not set(lane) - {" ", "·", TOLD, OPEN_NOW}
        if not state.turn:
            assert TOLD not in lane and OPEN_NOW not in lane


def test_what_the_cursor_is_on_is_told_below(tmp_path: Path) -> None:
    table = played(tmp_path, 2)
    app = OneScreen(TimelineScreen(table))

    async def run() -> None:
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            row = app.screen.query_one(Rows).row
            assert table.session.world.injects[row].turn == 1
            assert "Told in turn 1." in text_of(app)

    asyncio.run(run())
