"""Fan and line charts."""

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.strip import Strip

from tabletop.tui.charts.axis import axis, rows_apart, snug
from tabletop.tui.charts.fan import FanSeries, draw_fan
from tabletop.tui.charts.linechart import LineSeries, draw_lines
from tabletop.tui.charts.plot import Plot
from tabletop.tui.look import palette

SCORES = st.lists(st.floats(0, 100), min_size=1, max_size=12)
FAN = FanSeries((52, 55, 49), (42, 38, 30), (47, 52, 57), (52, 64, 74), ("T1", "T2", "T3", "T4", "T5", "T6"))


@settings(max_examples=60, deadline=None)
@given(
    SCORES, st.lists(st.tuples(*[st.floats(0, 100)] * 3), max_size=8), SCORES, st.integers(1, 150), st.integers(1, 50)
)
def test_a_fan_of_any_figures_fits_any_size(
    past: list[float], ahead: list[tuple[float, float, float]], against: list[float], width: int, height: int
) -> None:
    low, middle, high = (tuple(sorted(three)[place] for three in ahead) for place in range(3))
    labels = tuple(f"T{turn}" for turn in range(len(past) + len(ahead)))

    strips = draw_fan(FanSeries(tuple(past), low, middle, high, labels, tuple(against)), width, height, "#000000")

    assert [strip.cell_length for strip in strips] == [width] * height


def test_a_fan_names_now_its_turns_and_its_ends() -> None:
    strips = draw_fan(FAN, 80, 24, palette.BACKGROUND)

    text = "\n".join(strip.text for strip in strips)
    for part in ("now", "T1", "T6", "74 90%", "57 50%", "30 10%"):
        assert part in text


def test_pressure_is_named_at_its_end_in_the_order_of_figures() -> None:
    strips = draw_fan(evolve(FAN, against=(60, 60, 61, 62, 63, 64)), 80, 24, palette.BACKGROUND)

    ends = [strip.text.rstrip()[-14:].split() for strip in strips if "%" in strip.text or "pressure" in strip.text]
    assert [" ".join(end[-2:]) for end in ends] == ["74 90%", "64 pressure", "57 50%", "30 10%"]


@settings(max_examples=40, deadline=None)
@given(st.lists(SCORES, max_size=6), st.integers(1, 150), st.integers(1, 50))
def test_lines_of_any_figures_fit_any_size(many: list[list[float]], width: int, height: int) -> None:
    series = [LineSeries(f"session {number}", tuple(values)) for number, values in enumerate(many)]

    strips = draw_lines(series, ("T1", "T2", "T3"), width, height, palette.BACKGROUND)

    assert [strip.cell_length for strip in strips] == [width] * height


def test_every_line_has_its_name_and_own_stroke_at_its_end() -> None:
    series = [LineSeries(name, (50, value)) for name, value in (("ours", 61), ("pilot", 60.5), ("bots", 60))]

    text = [strip.text for strip in draw_lines(series, ("T1", "T2"), 80, 20, palette.BACKGROUND)]

    for label in ("━━ 61 ours", "── 60 pilot", "╌╌ 60 bots"):
        assert sum(label in row for row in text) == 1


VALUES = st.one_of(st.floats(0, 100), st.floats(-60, 60), st.floats(-2000, 90000))


@given(st.lists(VALUES, min_size=1, max_size=20), st.integers(3, 60))
def test_an_axis_holds_its_values_and_its_ticks_are_as_even_in_rows_as_in_value(values: list[float], rows: int) -> None:
    side = axis(values, rows)
    plot = Plot(0, 0, 10, 3, side)
    ticks = side.ticks()
    at = [plot.row(tick) for tick in ticks]

    assert side.low <= min(values) and max(values) <= side.high
    assert len({side.text(tick) for tick in ticks}) == len(ticks) >= 2
    assert len({round(b - a, 6) for a, b in pairwise(ticks)}) == 1
    assert {a - b for a, b in pairwise(at)} == {side.apart}
    assert rows < 5 or side.apart > 1, "no numbers in rows that touch"
    assert max(at) < rows and min(at) >= 0


def numbers(strips: Sequence[Strip], foot: int) -> dict[int, float]:
    """The numbers at the side of a chart by their rows, those below it left out."""
    found = {row: re.match(r" *(-?\d+(?:\.\d+)?) ", strip.text) for row, strip in enumerate(strips[:foot])}
    return {row: float(match[1]) for row, match in found.items() if match}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(VALUES, min_size=1, max_size=9), min_size=1, max_size=4),
    st.integers(60, 150),
    st.integers(6, 50),
    st.booleans(),
)
def test_numbers_at_the_side_of_every_chart_are_even_in_rows_and_in_value_and_none_is_left_out(
    many: list[list[float]], width: int, height: int, fan: bool
) -> None:
    if fan:
        (past, *ahead) = many
        end = tuple(value for one in ahead for value in one)
        series = FanSeries(tuple(past), end, end, end, tuple(f"T{n}" for n in range(len(past) + len(end))))
        strips = draw_fan(series, width, height, palette.BACKGROUND)
    else:
        lines = [LineSeries(f"session {n}", tuple(values)) for n, values in enumerate(many)]
        strips = draw_lines(lines, ("T1", "T2", "T3"), width, height, palette.BACKGROUND, filled=True)

    told = numbers(strips, height - 2)

    assert len(told) >= 2
    assert len({b - a for a, b in pairwise(sorted(told))}) == 1
    assert len({round(told[a] - told[b], 6) for a, b in pairwise(sorted(told))}) == 1


@given(st.lists(VALUES, min_size=1, max_size=20), st.integers(1, 30))
def test_lines_without_numbers_take_all_their_rows_and_no_more(values: list[float], rows: int) -> None:
    plot = Plot(0, 0, 10, 3, snug(values, rows))

    at = [plot.row(value) for value in values]
    assert 0 <= min(at) <= max(at) < rows
    assert max(values) - min(values) < 4 or (min(at), max(at)) == (0, rows - 1)


@pytest.mark.parametrize(
    ("wanted", "rows", "places"),
    [([5, 5, 5], 10, [5, 6, 7]), ([9, 9], 10, [8, 9]), ([3, 1, 2], 10, [3, 1, 2]), ([0, 0, 0], 3, [0, 1, 2])],
)
def test_labels_spread_to_rows_of_their_own(wanted: list[float], rows: int, places: list[int]) -> None:
    assert rows_apart(wanted, rows) == places
