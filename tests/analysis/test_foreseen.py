"""Whether what a seat expected of a score came about: as it is told, in tenths, and half a point is no movement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.analysis.foreseen import STILL, direction, foreseen, movement

points = st.floats(-200, 200)
WAYS = ("up", "down", "same")


@given(points, points)
def test_before_change_and_after_add_up_as_they_are_told(was: float, now: float) -> None:
    assert round(round(was, 1) + movement(was, now), 1) == round(now, 1)
    assert movement(now, was) == -movement(was, now)


@pytest.mark.parametrize(
    ("now", "way"), [(50.5, "same"), (50.6, "up"), (50.0, "same"), (49.5, "same"), (49.4, "down"), (50.54, "same")]
)
def test_half_a_point_is_no_movement_and_six_tenths_are(now: float, way: str) -> None:
    assert direction(50.0, now) == way


@given(points, points)
def test_exactly_one_way_came_about_and_a_little_the_right_way_is_neither_right_nor_wrong(
    was: float, now: float
) -> None:
    told = {way: foreseen(way, was, now) for way in WAYS}

    assert [way for way in WAYS if told[way]] == [direction(was, now)]
    assert all(abs(movement(was, now)) <= STILL for way in WAYS if told[way] is None)


def test_who_expected_a_rise_of_a_little_is_not_told_that_it_was_wrong() -> None:
    assert foreseen("up", 50.0, 50.3) is None
    assert foreseen("down", 50.0, 50.3) is False
    assert foreseen("same", 50.0, 50.3) is True
    assert foreseen("up", 50.0, 50.0) is False
