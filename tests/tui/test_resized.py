"""A box over a screen whose terminal becomes narrower stands as one that was opened there: nothing is set for columns
that are gone."""

from pathlib import Path

import pytest

from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.preferences import USUAL
from tabletop.tui.kit.rows import Rows
from tests.long import some
from tests.tui.everywhere import PLACES, Place, everything
from tests.tui.room import until
from tests.tui.test_app import settled
from tests.tui.test_themes import above

WIDE, NARROW = (120, 36), (80, 24)
BOXES = {kind.__name__ for kind in everything(Card)}
TRIED = [place for place in PLACES if place.screen in BOXES]
LISTS = [
    place
    for place in PLACES
    if place.name
    in {"journal", "list of injects", "timeline", "adjudicate", "compare", "record", "set-up", "injects", "seats"}
]


@pytest.mark.parametrize("place", some(TRIED, 6), ids=lambda place: place.name)
async def test_a_box_in_a_terminal_made_narrower_is_the_one_that_is_opened_so(tmp_path: Path, place: Place) -> None:
    told = await _told(place, tmp_path / "opened so", NARROW)

    assert await _told(place, tmp_path / "made so", WIDE, told) == told


async def _told(place: Place, folder: Path, size: tuple[int, int], told: str = "") -> str:
    """The box in words at `NARROW`, opened at a size. Waits for what is `told`."""
    folder.mkdir()
    app = place.app(folder, USUAL)
    async with app.run_test(size=size) as pilot:
        await settled(pilot, *place.keys)
        await until(pilot, lambda: type(app.screen).__name__ == place.screen)
        await app.workers.wait_for_complete()
        await pilot.resize_terminal(*NARROW)
        await settled(pilot)
        if told:
            await until(pilot, lambda: _words(app) == told, 3.0)
        return _words(app)


@pytest.mark.parametrize("place", some(LISTS, 6), ids=lambda place: place.name)
async def test_the_row_under_the_cursor_is_in_sight_when_the_terminal_was_made_smaller(
    tmp_path: Path, place: Place
) -> None:
    app = place.app(tmp_path, USUAL)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot, *place.keys)
        await until(pilot, lambda: type(app.screen).__name__ == place.screen)
        await app.workers.wait_for_complete()
        rows = app.focused
        assert isinstance(rows, Rows)
        await settled(pilot, "end")
        row = rows.row

        await pilot.resize_terminal(*NARROW)
        await settled(pilot)

        assert rows.row == row and rows.highlighted is not None
        await until(pilot, lambda: in_sight(rows), 3.0)
        assert in_sight(rows)


@pytest.mark.parametrize("place", some(PLACES, 8), ids=lambda place: place.name)
async def test_what_has_the_focus_stands_there_when_the_terminal_was_made_smaller(tmp_path: Path, place: Place) -> None:
    app = place.app(tmp_path, USUAL)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot, *place.keys)
        await until(pilot, lambda: type(app.screen).__name__ == place.screen)
        await app.workers.wait_for_complete()

        await pilot.resize_terminal(*NARROW)
        await settled(pilot)

        at = app.focused
        assert at is None or (at.region.area and app.screen.region.overlaps(at.region)), at


def in_sight(rows: Rows) -> bool:
    """Whether the row under the cursor stands wholly in what is seen of a list."""
    assert rows.highlighted is not None
    top = rows._index_to_line[rows.highlighted] - rows.scroll_offset.y
    return 0 <= top < rows.scrollable_content_region.height


def _words(app: TabletopApp) -> str:
    return "\n".join("".join(letter for letter, *_ in row).rstrip() for row in above(app))
