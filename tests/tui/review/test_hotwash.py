"""The hotwash's fork: from the close screen to its picture in a few keys, what was lost told beside it."""

import asyncio
from pathlib import Path
from shutil import copy

from textual.widgets import Static

from tabletop.journal.session import Session
from tabletop.table.local import LocalTable
from tabletop.tui.review.compare import CompareScreen
from tabletop.tui.review.endex import EndexScreen
from tests.golden.example import EXAMPLE
from tests.tui.review_app import OneScreen
from tests.tui.room import text_of, until

KEYS = ("b", "down", "up", "enter", "enter")
MOST = 12


def test_the_fork_is_at_its_picture_within_a_dozen_keys_and_says_what_no_longer_passes(tmp_path: Path) -> None:
    copy(EXAMPLE, tmp_path / "day.toml")
    session = Session.open(tmp_path / "day.toml")
    app = OneScreen(EndexScreen(LocalTable(session)))

    async def run() -> None:
        async with app.run_test(size=(160, 48)) as pilot:
            await pilot.pause()
            await pilot.press(*KEYS[:1])
            await until(pilot, lambda: "Rota destroyers" in text_of(app))
            assert "Trust -13.0" in text_of(app)
            await pilot.press(*KEYS[1:])
            await until(pilot, lambda: isinstance(app.screen, CompareScreen))
            words = str(app.screen.query_one("#words", Static).content)
            assert "No longer passes" in words and "what if" in words
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, EndexScreen))

    asyncio.run(run())
    assert len(KEYS) <= MOST
