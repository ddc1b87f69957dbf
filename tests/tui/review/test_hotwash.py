"""The hotwash's fork: from the close screen to its picture in a few keys, what was lost told beside it."""

import asyncio
import re
from pathlib import Path
from shutil import copy

from textual.widgets import Static

from tabletop.journal.session import Session
from tabletop.model.moves import Note
from tabletop.table.local import LocalTable
from tabletop.tui.review.compare import CompareScreen
from tabletop.tui.review.endex import EndexScreen
from tabletop.tui.review.hotwash import hotwash_notes
from tabletop.words.names import seat_name
from tests.golden.example import EXAMPLE
from tests.tui.review_app import OneScreen, reviewing
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
            assert re.search(r"Trust -\d+\.\d", text_of(app))
            await pilot.press(*KEYS[1:])
            await until(pilot, lambda: isinstance(app.screen, CompareScreen))
            words = str(app.screen.query_one("#words", Static).content)
            assert "No longer passes" in words and "what if" in words
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, EndexScreen))

    asyncio.run(run())
    assert len(KEYS) <= MOST


def test_each_seat_s_line_is_typed_where_the_room_sees_it_and_nobody_is_left_out(tmp_path: Path) -> None:
    copy(EXAMPLE, tmp_path / "day.toml")
    session = Session.open(tmp_path / "day.toml")
    app = OneScreen(EndexScreen(LocalTable(session)))
    seats = list(session.world.seats)
    begun = len(session.entries)

    async def run() -> None:
        async with app.run_test(size=(120, 60)) as pilot:
            await pilot.pause()
            spoken = {note.about for note in hotwash_notes(LocalTable(session).view_now())}
            first = next(seat for seat in seats if seat not in spoken)
            await pilot.press("W", *"Sold it too late", "enter")
            await until(pilot, lambda: len(session.entries) > begun)
            await pilot.pause()
            words = str(app.screen.query_one("#hotwash", Static).content)
            assert "Sold it too late" in words
            names = [seat_name(session.world.scenario, seat, session.world.seats) for seat in seats]
            assert all(name in words for name in names)
            note = session.entries[begun].move
            assert isinstance(note, Note) and (note.about, note.kind) == (first, "insight")

    asyncio.run(run())


def test_there_is_no_hotwash_before_the_end(tmp_path: Path) -> None:
    view = reviewing(tmp_path).view_now()
    assert hotwash_notes(view) == []
