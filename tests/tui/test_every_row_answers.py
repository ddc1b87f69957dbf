"""In every list of every screen a row with a figure says where that comes from, by the same key."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.content import Content
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from tabletop.tui.kit.cursor_list import CursorList
from tabletop.tui.kit.grid import Grid
from tabletop.tui.kit.preferences import USUAL
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.kit.where_from import PointsAtFigure
from tabletop.tui.seat.seat import SeatScreen
from tests.long import some
from tests.tui.everywhere import PLACES, Place
from tests.tui.kit.test_where_from import NO_FIGURE
from tests.tui.review_app import played
from tests.tui.room import Room
from tests.tui.test_app import settled

#: Lists of which rows may have no figure, by their ids: what one chooses is no figure of the model, or names none.
TELLS_NONE = {
    "journal": "what was done and said; a row about a thing answers for it",
    "found": "places in the record, and what can be done",
    "scenes": "pictures for the room",
}
SEATS = ("washington", "berlin", "secretary-general")
PANES = ("1", "2", "3", "4", "5", "6", "7")


def lists(screen: Screen[Any]) -> Iterator[Widget]:
    """Those that are seen."""
    return (each for each in screen.query("*") if isinstance(each, OptionList | CursorList) and each.display)


def rows(each: Widget) -> list[tuple[int, str]]:
    """Rows on which the cursor may stand, with their text."""
    if isinstance(each, OptionList):
        options = [each.get_option_at_index(n) for n in range(each.option_count)]
        return [(n, str(option.prompt)) for n, option in enumerate(options) if not option.disabled]
    assert isinstance(each, CursorList)
    if isinstance(each, Grid):
        there = [(n, each.rows[n]) for n in each.stops]
        return [(n, " ".join(map(plain, row.cells))) for n, row in there if row.key[0] not in NO_FIGURE]
    return [(n, "1") for n in each.stops]


def plain(cell: object) -> str:
    return cell.plain if isinstance(cell, Content) else str(cell)


def at_record(app: App[Any]) -> bool:
    """Whether a save of an earlier edition is open, of which numbers are held alone."""
    return any(isinstance(each, TableScreen) and each.view.world.played_under for each in app.screen_stack)


async def unanswered(app: App[Any], pilot: Pilot[Any], asked_of: set[str] | None = None) -> list[str]:
    """Rows with a figure, a sample of each list, whose source nobody can ask here; what was asked goes into a set."""
    missing = []
    known = set() if asked_of is None else asked_of
    if at_record(app):
        return []
    at = next((each for each in reversed(app.screen_stack) if isinstance(each, TableScreen)), None)
    for each in lists(app.screen) if at else ():
        told = [row for row in rows(each) if re.search(r"\d", row[1])]
        for n, text in some(told, 5):
            if isinstance(each, OptionList):
                each.highlighted = n
            elif isinstance(each, CursorList):
                each.go(n)
            await pilot.pause()
            asked = [it.points_at for it in (each, app.screen) if isinstance(it, PointsAtFigure)]
            of = next(filter(None, asked), "")
            if of:
                assert at is not None and at.view.origin(of).name
                known.add(of)
            elif (each.id or "").removeprefix("table-") not in TELLS_NONE:
                missing.append(f"{type(app.screen).__name__} {type(each).__name__}#{each.id}: {text}")
    return missing


@pytest.mark.parametrize("place", some(PLACES, 30), ids=lambda place: place.name)
async def test_a_row_with_a_figure_says_where_it_comes_from(tmp_path: Path, place: Place) -> None:
    app = place.app(tmp_path, USUAL)

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, *place.keys)
        assert await unanswered(app, pilot) == []


@pytest.mark.parametrize("seat", SEATS)
async def test_so_does_every_row_that_a_seat_sees(tmp_path: Path, seat: str) -> None:
    app = Room(SeatScreen(played(tmp_path, 1).at(seat)))

    asked: set[str] = set()
    async with app.run_test(size=(120, 50)) as pilot:
        for keys in (*PANES, "3", "minus", "escape", "2", "plus", "5", "enter", "escape", "s"):
            await settled(pilot, keys)
            assert await unanswered(app, pilot, asked) == [], keys
    kinds = {of.partition("/")[0] for of in asked}
    assert {"objective", "force", "post", "text", "inject"} <= kinds, kinds
