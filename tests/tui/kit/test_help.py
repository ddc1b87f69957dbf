"""Help is searched by typing: keys and words, under their heads; Escape takes that back before it closes."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Static

from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.kit.help import HelpDialog, narrowed
from tests.tui.room import Room, table
from tests.tui.test_app import settled

GROUPS = {
    "Here": [("Space", "the next step"), ("y", "where the figure comes from"), ("a A", "adjust a figure")],
    "Record": [("n", "take a note"), ("R", "replay the record"), ("r", "review of the last turn")],
}
WORDS = sorted({word for rows in GROUPS.values() for row in rows for part in row for word in part.split()})


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("", ["Space", "y", "a A", "n", "R", "r"]),
        ("y", ["y"]),
        ("R", ["R"]),
        ("A", ["a A"]),
        ("fig", ["y", "a A"]),
        ("re", ["n", "R", "r"]),
        ("record note", ["n"]),
        ("space", ["Space"]),
        ("igure", []),
    ],
)
def test_a_key_and_the_beginnings_of_words_find_rows(typed: str, keys: list[str]) -> None:
    assert [key for rows in narrowed(GROUPS, typed).values() for key, _ in rows] == keys


@given(st.lists(st.sampled_from(WORDS), max_size=3), st.sampled_from(WORDS))
def test_more_words_never_find_more_and_what_is_left_keeps_its_order_and_its_head(some: list[str], more: str) -> None:
    few, all_of_it = narrowed(GROUPS, " ".join([*some, more])), narrowed(GROUPS, " ".join(some))

    for name, rows in few.items():
        assert rows and [row for row in GROUPS[name] if row in rows] == rows
        if len(" ".join(some)) != 1:
            assert {*rows} <= {*all_of_it.get(name, ())}


def shown(dialog: object) -> str:
    assert isinstance(dialog, HelpDialog)
    return str(dialog.query_one("#keys", Static).content)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_typing_narrows_the_help_of_a_screen_and_escape_clears_then_closes(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = TabletopApp(exercise=Exercise(table(tmp_path).session))

    async with app.run_test(size=size) as pilot:
        await settled(pilot, "question_mark")
        whole, height = shown(app.screen), app.screen.query_one(".card").size.height
        await settled(pilot, *"note")
        few = shown(app.screen)
        assert "take a note" in few and "Record" in few and "seal" not in few
        assert app.screen.query_one(".card").size.height == height, "the box stays where it is"
        await settled(pilot, "space", *"zzz")
        assert "No key here does note zzz." in shown(app.screen)
        await settled(pilot, "escape")
        assert shown(app.screen) == whole
        await settled(pilot, "escape")
        assert isinstance(app.screen, BoardScreen)


@pytest.mark.parametrize("keys", [["question_mark"], ["space"], ["enter"], ["escape"], [*"note", "enter"]])
async def test_what_closed_it_before_still_does_while_nothing_is_typed(keys: Sequence[str]) -> None:
    app = Room(HelpDialog("Board", "What it is for.", GROUPS))

    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot, *keys)
        assert not isinstance(app.screen, HelpDialog)


async def test_a_key_that_closes_is_typed_where_something_stands_already() -> None:
    app = Room(HelpDialog("Board", "What it is for.", GROUPS))

    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot, *"the", "space", *"last")
        assert shown(app.screen).split() == ["Record", "r", "review", "of", "the", "last", "turn"]
