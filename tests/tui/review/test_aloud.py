"""Reading aloud: the opening brief in short lines, the turn's injects, the report of the turn."""

import asyncio
from pathlib import Path

import pytest
from textual.content import Content

from tabletop.tui.review.aloud import AloudScreen
from tabletop.tui.review.spoken import next_start, spare_rows, spoken
from tabletop.words.aloud import SpokenPage
from tests.tui.review_app import OneScreen, keys_session, play, reviewing
from tests.tui.room import text_of


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_the_brief_is_read_first_and_pages_follow(tmp_path: Path, size: tuple[int, int]) -> None:
    table = play(keys_session(tmp_path))

    async def run() -> None:
        app = OneScreen(AloudScreen(table))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            assert "Opening brief" in text_of(app)
            if size[0] >= 100:
                assert "█" in text_of(app)
                await pilot.press("z")
                await pilot.pause()
            shown = text_of(app)
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


PAGE = SpokenPage(
    "A toll", ("Who pays for the chain?", "Harrow answers."), "Arrives by boat.", ("Share it", "\u2203 nobody")
)


@pytest.mark.parametrize("width", [40, 73, 112, 190])
@pytest.mark.parametrize("large", [False, True])
def test_every_line_fits_and_choices_have_letters(width: int, large: bool) -> None:
    lines = spoken(PAGE, width, large=large)
    rows = [row for line in lines for row in line.plain.split("\n")]

    assert all(len(row.rstrip()) <= width for row in rows)
    assert rows[-1] == "Arrives by boat."
    assert any(row.startswith("b ") and row.endswith("\u2203 nobody") for row in rows), "what can't be drawn is written"
    assert any(row == "a  Share it" for row in rows) is not large


def test_one_reads_on_at_a_whole_line_and_comes_to_the_end() -> None:
    lines = [Content("x\nx\nx"), Content(""), Content("y\ny\ny"), Content("z\nz\nz")]
    starts = {0, 3, 4, 7, 10}
    for height in range(3, 12):
        top, seen = 0, 0
        while top < 10:
            on = next_start(lines, top, height)
            assert on in starts and on > top
            top, seen = on, seen + 1
        assert seen <= 4


def test_no_line_is_cut_at_the_foot_of_a_page() -> None:
    tall, low = Content("one\ntwo\nthree"), Content("")
    lines = [tall, low, tall, tall]

    assert [spare_rows(lines, 0, height) for height in range(3, 11)] == [0, 0, 1, 2, 0, 1, 2, 0]
    assert spare_rows(lines, 4, 5) == 2
    assert spare_rows(lines, 4, 9) == 0
