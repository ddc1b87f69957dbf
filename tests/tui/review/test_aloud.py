"""Reading aloud: the opening brief in short lines, the turn's injects, the report of the turn."""

import asyncio
from pathlib import Path

import pytest

from tabletop.tui.review.aloud import AloudScreen
from tests.tui.review_app import OneScreen, keys_session, play, reviewing
from tests.tui.room import text_of


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_the_brief_is_read_first_and_pages_follow(tmp_path: Path, size: tuple[int, int]) -> None:
    table = play(keys_session(tmp_path))

    async def run() -> None:
        app = OneScreen(AloudScreen(table))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            shown = text_of(app)
            assert "Opening brief" in shown
            assert "Harrow is tired of guarding other people's boats." in " ".join(shown.replace("│", " ").split())
            assert "1 of " in shown
            await pilot.press("right")
            await pilot.pause()
            assert "Opening brief" not in text_of(app)

    asyncio.run(run())


def test_at_the_review_the_report_is_due(tmp_path: Path) -> None:
    table = reviewing(tmp_path)

    async def run() -> None:
        app = OneScreen(AloudScreen(table))
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            assert "Situation report, turn 1" in text_of(app)

    asyncio.run(run())
