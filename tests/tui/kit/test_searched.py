"""Every list is searched within by the same key: what is typed leaves the rows that hold it, Escape shows all again."""

from pathlib import Path

import pytest

from tabletop.tui.kit.grid import Grid
from tabletop.tui.kit.preferences import USUAL
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.kit.searched import Searched, sifted
from tests.long import some
from tests.tui.everywhere import PLACES, Place
from tests.tui.room import text_of, until
from tests.tui.test_app import settled

LISTS = [
    place
    for place in PLACES
    if place.name
    in {"contributions", "posture", "a panel alone", "commands", "council", "seats", "injects", "journal",
        "list of injects", "timeline", "sheet", "adjudicate", "compare", "record", "branches", "set-up",
        "take a seat", "handover", "seat", "seat's posture", "pass the keyboard", "look ahead", "player"}
]  # fmt: skip


def said(listed: Searched) -> list[str]:
    """The rows on which the cursor may stand."""
    if isinstance(listed, Grid):
        return [" ".join(cell.plain for cell in row.cells) for row in listed.rows if not row.heading]
    assert isinstance(listed, Rows)
    return [str(option.prompt) for option in listed.options if option.id]


@pytest.mark.parametrize("place", some(LISTS, 8), ids=lambda place: place.name)
async def test_a_list_is_searched_and_shown_whole_again(tmp_path: Path, place: Place) -> None:
    app = place.app(tmp_path, USUAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, *place.keys)
        await until(pilot, lambda: type(app.screen).__name__ == place.screen)
        await app.workers.wait_for_complete()
        listed = app.focused
        assert isinstance(listed, Searched), listed
        whole, screen = said(listed), app.screen
        if len(whole) < 2:
            pytest.skip("a list of one row")
        word = max(whole[-1].split(), key=len)[:12]

        await settled(pilot, "slash", *("space" if c == " " else c for c in word))

        held = [row for row in said(listed) if word.lower() in row.lower()]
        assert held and listed.found == len(said(listed)) and f"/ {word}" in text_of(app)
        assert not isinstance(screen, TableScreen) or "Enter keep these rows" in text_of(app)
        assert held == said(listed) or len(said(listed)) <= len(whole)
        await settled(pilot, "enter")
        assert app.screen is screen and not listed.seeking and listed.sought == word
        assert "keep these rows" not in text_of(app)
        await settled(pilot, "escape")
        assert app.screen is screen and not listed.searching
        if place.name != "journal":  # which lists only its newest lines where nothing is sought
            assert said(listed) == whole


async def test_letters_and_keys_that_do_something_are_only_letters_while_one_searches(tmp_path: Path) -> None:
    app = next(place for place in PLACES if place.name == "posture").app(tmp_path, USUAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, "3")
        table = app.focused
        assert isinstance(table, Grid)
        before = app.screen

        await settled(pilot, "slash", *"wuq", "space", "minus", "1")

        assert app.screen is before and app.focused is table and table.sought == "wuq -1"
        assert "No row here holds wuq -1." in text_of(app)
        await settled(pilot, "escape", "w")
        assert app.screen is not before


async def test_what_the_palette_points_at_is_shown_though_a_search_left_it_out(tmp_path: Path) -> None:
    app = next(place for place in PLACES if place.name == "posture").app(tmp_path, USUAL)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, "3", "down")
        table = app.focused
        assert isinstance(table, Grid) and table.selected
        key = table.selected.key
        await settled(pilot, "slash", *"zzz", "enter")
        assert table.selected is None

        assert table.select(key) and table.selected.key == key and not table.searching


def test_a_head_stays_with_its_rows_and_a_row_stays_with_its_head() -> None:
    rows = [("", "Baltic"), ("a", "a brigade"), ("b", "a wing"), ("", "Black Sea"), ("c", "a wing")]

    def found(words: str) -> list[str]:
        left, n = sifted(rows, words, lambda row: row[1], lambda row: not row[0])
        assert n == sum(bool(name) for name, _ in left)
        return [name or text for name, text in left]

    assert found("brig") == ["Baltic", "a"]
    assert found("wing") == ["Baltic", "b", "Black Sea", "c"]
    assert found("black sea") == ["Black Sea", "c"]
    assert found("A WING baltic") == [] and found("") == ["Baltic", "a", "b", "Black Sea", "c"]


def test_a_line_of_columns_titles_holds_nothing() -> None:
    rows = [("", "T1 T2"), ("a", "in T2"), ("b", "in T3")]

    left, _ = sifted(rows, "t2", lambda row: row[1], lambda row: not row[0])

    assert [name for name, _ in left] == ["", "a"]
