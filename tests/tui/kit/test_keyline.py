"""The footer: words give way before keys, long words before short ones, and the next step keeps its word."""

from pathlib import Path

import pytest

from tabletop.model.moves import Advance, Red
from tabletop.tui.adjudicate.adjudicate import AdjudicateScreen
from tabletop.tui.kit.keyline import Key, Keyline, cells, fitting, key_row
from tests.tui.room import NATO, Room, table

ROW = [
    Key("Space", "accept 5 (2 need you), leave 1 free, to review", short="review, 3 open"),
    Key("Enter", "open"), Key("u", "undo"), Key("f", "fact"), Key("m", "mode"), Key("w", "why"), Key("Esc", "board"),
]  # fmt: skip


@pytest.mark.parametrize("width", range(56, 140, 3))
def test_no_key_goes_while_a_word_stands(width: int) -> None:
    row = fitting(ROW, width)

    assert [key.key for key in row] == [key.key for key in ROW]
    assert cells(row) <= width
    assert row[0].word in (ROW[0].word, ROW[0].short)
    bare = [not key.word for key in row[1:]]
    assert bare == sorted(bare), "the last words go first"


@pytest.mark.parametrize("width", [58, 78, 118, 198])
def test_help_and_the_palette_stand_at_the_right_of_all_keys(width: int) -> None:
    line = key_row(ROW, [Key("n", "note")], width).plain

    assert len(line) == width
    assert "? " in line and "^p" in line
    assert ("n note" in line) is (width == 198)
    assert ("^p anything" in line) is (width == 198)


async def test_at_80_columns_adjudication_has_all_its_keys(tmp_path: Path) -> None:
    control = table(
        tmp_path, NATO, Advance(seat="control"), Red(seat="control", source="model"), Advance(seat="control")
    )
    screen = AdjudicateScreen(control)

    async with Room(screen).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = screen.query_one(Keyline)
        footer = str(line.content).splitlines()[0].split()

    wanted = [key.key for key in screen.keys()]  # noqa: SIM118  no mapping
    assert all(key in footer for key in wanted)
    assert footer[-2:] == ["?", "^p"]
