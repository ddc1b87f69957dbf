"""The adversary's order as control sets it by keys."""

from pathlib import Path

from tabletop.tui.board.red import RedDialog
from tests.tui.room import KEYS, Room, table
from tests.tui.test_app import settled


async def test_more_and_less_stop_at_their_ends_and_never_turn_round(tmp_path: Path) -> None:
    view = table(tmp_path, KEYS).view_now()
    red = RedDialog(view)
    at = next(n for n, pull in enumerate(red.pulls) if pull.step)
    steps = sorted(next(lever.steps for lever in view.world.scenario.red.levers if lever.id == red.pulls[at].lever))
    app = Room(red)
    seen = []

    async with app.run_test(size=(120, 36)) as pilot:
        for key in (*["down"] * at, "plus", "plus", *["minus"] * len(steps), "minus", "plus"):
            await settled(pilot, key)
            seen.append(red.pulls[at].step)

    assert seen[at : at + 2] == [steps[-1]] * 2
    assert seen[at + 2 :] == [*reversed(steps[:-1]), steps[0], steps[0], steps[1]]
