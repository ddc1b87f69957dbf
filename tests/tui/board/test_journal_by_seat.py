"""The journal stands by turns, and lists the moves of one seat where one asks for them."""

from pathlib import Path

from tabletop.tui.board.journal import Journal
from tabletop.tui.kit.preferences import USUAL
from tests.tui.everywhere import PLACES
from tests.tui.room import text_of
from tests.tui.test_app import settled


async def test_left_and_right_leave_the_moves_of_one_who_has_made_any_and_show_all_again(tmp_path: Path) -> None:
    app = next(place for place in PLACES if place.name == "journal").app(tmp_path, USUAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, "8")
        journal = app.focused
        assert isinstance(journal, Journal) and journal._view
        view, whole = journal._view, journal.option_count
        seats = ["control", *view.world.seats]
        made = [seat for seat in seats if any(line.move.seat == seat for line in view.lines)]

        for seat in made:
            await settled(pilot, "right")
            listed = [int(option.id) for option in journal.options if option.id]
            assert journal.whose == seat and listed == [line.n for line in view.lines if line.move.seat == seat]
            assert journal.highlighted == journal.option_count - 1

        await settled(pilot, "right")
        assert journal.whose == "" and journal.option_count == whole
        await settled(pilot, "home")
        assert "── Turn 1 · 2026 H1 ──" in text_of(app)
