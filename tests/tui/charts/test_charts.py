"""Fan and line charts."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.tui.charts.axis import axis, rows_apart
from tabletop.tui.charts.fan import FanSeries, draw_fan
from tabletop.tui.charts.linechart import LineSeries, draw_lines
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


def test_every_line_has_its_name_and_own_mark_at_its_end() -> None:
    series = [LineSeries(name, (50, value)) for name, value in (("ours", 61), ("pilot", 60.5), ("bots", 60))]

    text = [strip.text for strip in draw_lines(series, ("T1", "T2"), 80, 20, palette.BACKGROUND)]

    for label in ("● 61 ours", "■ 60 pilot", "▲ 60 bots"):
        assert sum(label in row for row in text) == 1


@given(st.lists(st.floats(0, 100), min_size=1, max_size=20), st.integers(1, 50))
def test_an_axis_holds_its_values_between_round_ticks(values: list[float], rows: int) -> None:
    side = axis(values, rows)

    assert side.low <= min(values) and max(values) <= side.high
    assert len({side.text(tick) for tick in side.ticks()}) == len(side.ticks())


@pytest.mark.parametrize(
    ("wanted", "rows", "places"),
    [([5, 5, 5], 10, [5, 6, 7]), ([9, 9], 10, [8, 9]), ([3, 1, 2], 10, [3, 1, 2]), ([0, 0, 0], 3, [0, 1, 2])],
)
def test_labels_spread_to_rows_of_their_own(wanted: list[float], rows: int, places: list[int]) -> None:
    assert rows_apart(wanted, rows) == places
