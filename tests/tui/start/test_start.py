"""The start screen is a poster: what is asked, the map as it begins, who plays; at any size nothing is cut."""

from pathlib import Path

import pytest
from textual.widgets import Static

from tabletop.scenario.load import load_scenario
from tabletop.table.unbegun import outset
from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.help import HelpDialog
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.start.start import StartScreen
from tests.tui.room import NATO, text_of, until


@pytest.fixture(autouse=True)
def no_saves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path.cwd()
    (tmp_path / "saves").mkdir()
    (tmp_path / "scenarios").symlink_to(root / "scenarios")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 36), (200, 60)])
async def test_the_question_and_every_seat_stand_whole_where_there_is_room(size: tuple[int, int]) -> None:
    app = TabletopApp()

    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "gap on the way" in text_of(app))
        await pilot.pause(0.1)
        text = text_of(app)

        assert not [line for line in text.splitlines() if "…" in line and "Saves go to" not in line]
        if size >= (100, 30):
            assert "8 seats" in text and "Ankara & the South-East" in text and "Secretary General" in text
        assert isinstance(app.screen, StartScreen)


@pytest.mark.parametrize("size", [(120, 36), (200, 60)])
async def test_the_map_shows_the_margins_before_the_first_draw(size: tuple[int, int]) -> None:
    app = TabletopApp()
    begin = outset(load_scenario(NATO)).scores

    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: bool(app.screen.query(TheatreMap)))
        await until(pilot, lambda: "ample" in text_of(app))

        assert f"{begin['margin/mediterranean']:+.0f}" in text_of(app)
        assert not any(theatre.asks for theatre in app.screen.query_one(TheatreMap)._theatres)


async def test_the_help_before_an_exercise_names_keys_as_they_are_shown() -> None:
    app = TabletopApp()

    async with app.run_test(size=(120, 36)) as pilot:
        for way in ((), ("down", "down", "enter"), ("escape", "down", "enter")):  # start, set-up, playing alone
            await pilot.press(*way, "question_mark")
            await until(pilot, lambda: isinstance(app.screen, HelpDialog))
            words = str(app.screen.query_one("#words", Static).content)
            await pilot.press("escape")

            assert words and "{" not in words
