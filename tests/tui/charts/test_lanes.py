"""Branches as lanes: each begins under the place where it leaves, and no way down crosses another lane."""

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from tabletop.tui.charts.lanes import HERE, MARK, draw_lanes, turns_over, when_column


@frozen
class Part:
    parent: int
    start: float
    end: float
    live: bool = False
    undone: int = 0
    marks: Sequence[tuple[float, str]] = ()


@st.composite
def trees(draw: st.DrawFn) -> list[Part]:
    """Parents before children, of these the last to leave first, as a table gives them."""
    parts = [Part(-1, 1.0, draw(st.floats(1, 9)), live=True)]

    def grow(parent: int, depth: int) -> None:
        over = parts[parent]
        leaves = draw(st.lists(st.floats(over.start, over.end), max_size=3 - depth))
        for start in sorted(leaves, reverse=True):
            parts.append(Part(parent, start, draw(st.floats(start, 9)), undone=draw(st.integers(0, 1))))
            grow(len(parts) - 1, depth + 1)

    grow(0, 0)
    return parts


@given(trees(), st.integers(12, 160))
def test_a_lane_hangs_by_an_unbroken_way_that_crosses_no_other(parts: list[Part], width: int) -> None:
    rows = [row.plain for row in draw_lanes(parts, 8, width)]

    assert [len(row) for row in rows] == [width] * len(parts)
    for n, part in enumerate(parts[1:], 1):
        column = min(when_column(part.start, 8, width), width - 2)
        assert rows[n][column] in "╰├"
        assert rows[part.parent][column] in "┯┬┐┓├"
        assert all(rows[row][column] in "│├" for row in range(part.parent + 1, n))


@given(trees(), st.integers(12, 160))
def test_a_lane_ends_with_the_sign_of_what_became_of_it(parts: list[Part], width: int) -> None:
    for part, row in zip(parts, draw_lanes(parts, 8, width), strict=True):
        assert row.plain.rstrip()[-1] in ("┫┓" if part.live else "×┐" if part.undone else "┤┐")


def test_what_is_marked_and_where_one_is_stands_on_its_lane_even_where_it_begins() -> None:
    parts = [Part(-1, 1.0, 8.0, live=True), Part(0, 3.0, 6.0, marks=((3.0, "here they left"), (5.0, "")))]

    first, second = (row.plain for row in draw_lanes(parts, 8, 81, (0, 4.0)))

    assert first.index(HERE) == 30 and first[20] == "┯"
    assert second[20] == "╰" and [x for x, sign in enumerate(second) if sign == MARK] == [21, 40]


@given(st.integers(1, 30), st.integers(12, 200))
def test_turns_stand_over_their_beginnings_and_none_touches_the_next(turns: int, width: int) -> None:
    over = turns_over(turns, width)

    assert len(over) == width
    numbers = [int(name.removeprefix("T")) for name in over.split()]
    assert numbers[0] == 1 and len({b - a for a, b in pairwise(numbers)}) <= 1
    assert all(over[when_column(turn, turns, width)] == "T" for turn in numbers)
