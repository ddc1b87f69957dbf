"""The journal on the board is wrapped in the width that it has, from its first drawing on."""

from pathlib import Path

import pytest

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Note
from tabletop.scenario.load import load_scenario
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.journal import Journal
from tests.tui.room import KEYS, text_of

WORDS = "The galleys were seen off the outer harbour at dawn, and nobody rang the bell until noon, which was too late."


def session(folder: Path) -> Session:
    session = Session.create(folder / "s.toml", load_scenario(KEYS), Terms(seed="7"))
    for n in range(9):
        assert LocalTable(session).make_now(Note(seat="control", text=f"{n}: {WORDS}")) is None
    return session


def widest(journal: Journal) -> int:
    """Cells of the longest line that stands in it."""
    rows = [journal.get_option_at_index(n).prompt for n in range(journal.option_count)]
    return max(len(line) for row in rows for line in str(row).split("\n"))


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)], ids=str)
async def test_the_journal_is_wrapped_in_its_own_width_at_once(size: tuple[int, int], tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=size) as pilot:
        await pilot.press("8")
        await pilot.pause()
        first, journal = text_of(app), app.focused
        assert isinstance(journal, Journal)
        assert journal.inner - 12 < widest(journal) <= journal.inner
        assert first.count("0: The galleys") <= 1  # once, where there is room for it beside the tables

        await pilot.press("2", "8")
        await pilot.pause()

        assert text_of(app) == first
        await pilot.resize_terminal(size[0] - 8, size[1])
        assert widest(journal) <= journal.inner
