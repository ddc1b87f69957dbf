"""Space is alive on every screen at a table: the next step, or back to where the next step is, and the footer says so
first."""

from pathlib import Path

import pytest

from tabletop.model.moves import End
from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.kit.keyline import Keyline
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.review.endex import EndexScreen
from tests.tui.everywhere import everything
from tests.tui.review_app import played


def test_every_screen_at_a_table_has_space_once() -> None:
    kinds = [kind for kind in everything(TableScreen) if kind.ACTIONS]

    assert len(kinds) > 10
    for kind in kinds:
        rows = [action for action in kind.ACTIONS if "space" in action.key.split(",")]
        assert len(rows) == 1 and rows[0].words, kind


@pytest.mark.parametrize("keys", [("w",), ("i",), ("k",)])
async def test_from_what_is_only_looked_at_space_goes_back_and_the_footer_says_so(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    app = TabletopApp(exercise=Exercise(played(tmp_path, 1).session), now=lambda: 0.0)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        away = app.screen
        assert isinstance(away, TableScreen) and not isinstance(away, BoardScreen)
        if "onward" in away.actions:
            assert str(away.query_one(Keyline).content).strip().startswith("Space")
            await pilot.press("space")
            await pilot.pause()
            assert isinstance(app.screen, BoardScreen)
        else:
            await pilot.press("space")
            await pilot.pause()
            assert app.screen is away  # it says what is next, and hands nothing to nobody


async def test_at_the_close_space_reveals_asking_once_and_then_goes_to_the_hotwash(tmp_path: Path) -> None:
    here = played(tmp_path, 1)
    exercise = Exercise(here.session)
    assert exercise.enter(End(seat="control")) is None
    app = TabletopApp(exercise=exercise, now=lambda: 0.0)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.rooms.close(exercise.table())
        await pilot.pause()
        assert isinstance(app.screen, EndexScreen)
        close: EndexScreen = app.screen

        steps = []
        for _ in range(2):
            steps.append(close.next_step)
            await pilot.press("space")
            await pilot.pause()
            if app.screen is not close:
                await pilot.press("enter" if steps[-1] == "reveal" else "escape")
                await pilot.pause()

        assert steps == ["reveal", "hotwash"] and close.revealed
