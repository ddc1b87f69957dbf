"""Control's list of injects shows each with its lane of turns, at every size, and no title is cut for it."""

from pathlib import Path

import pytest

from tabletop.table.injects import ordered
from tabletop.tui.board.inject import lane_rows
from tabletop.tui.control.lanes import OPEN_NOW, lane_of, turns_head
from tests.tui.room import table


@pytest.mark.parametrize("width", [35, 51, 87])
def test_a_lane_has_as_many_columns_as_its_head_and_stands_at_the_right(tmp_path: Path, width: int) -> None:
    world = table(tmp_path).view_now().world
    head, *rows = lane_rows(world, ordered(world), width)

    assert head[0] == "" and head[1].cell_length == width
    for _, row in rows:
        first, *more = row.split("\n")
        assert first.cell_length == width
        assert all(line.cell_length <= width for line in more)


def test_an_open_inject_has_its_rhomb_under_the_turn_in_which_it_came(tmp_path: Path) -> None:
    world = table(tmp_path).view_now().world
    name = ordered(world)[0]

    lane, head = lane_of(world, name, 3).plain, turns_head(world, 3).plain

    assert lane.index(OPEN_NOW) == head.index(f"T{world.injects[name].turn}")
