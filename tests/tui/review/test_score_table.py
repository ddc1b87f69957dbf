"""Rows of scores: before, now and pressure on one scale, and most of the cause in words."""

from pathlib import Path

import pytest

from tabletop.table.port import View
from tabletop.table.turn_story import last_turn
from tabletop.tui.review.because import Because
from tabletop.tui.review.dumbbell import NOW, PRESSURE, SHORT, WAS, Span, dumbbell, scale, span_of
from tabletop.tui.review.own_objectives import objective_rows, objectives_title
from tabletop.tui.review.score_table import scores_part
from tabletop.words.story import TurnStory, told_turn
from tests.tui.review_app import reviewing


@pytest.mark.parametrize("width", [10, 24, 64])
def test_a_row_is_as_wide_as_it_may_be_and_the_marks_stand_in_the_order_of_their_values(width: int) -> None:
    for was, now, pressure in ((40, 70, 55), (70, 40, 55), (50, 50, 50), (41.5, 42, 69)):
        row = dumbbell(was, now, Span(40, 70), width, pressure).plain

        assert len(row) == width
        assert NOW in row
        assert (SHORT in row) <= (now < pressure)
        if now < was:
            assert WAS in row and row.index(NOW) < row.index(WAS)
        if PRESSURE in row and now < pressure:
            assert row.index(NOW) < row.index(PRESSURE)


def test_a_scale_takes_in_every_value_and_its_numbers_do_not_touch() -> None:
    span = span_of([33.0, 71.2])
    assert (span.low, span.high) == (30, 80)
    for width in range(8, 90):
        line = scale(span, width)
        assert len(line) == width
        assert all(len(number) <= 2 for number in line.split())


def told(view: View) -> tuple[TurnStory, View]:
    turn = last_turn(view)
    assert turn is not None
    return told_turn(turn[0].world, turn[1].world, view.lines), view


@pytest.mark.parametrize("width", [55, 75, 115, 195])
def test_every_score_has_a_row_and_no_line_is_too_wide(tmp_path: Path, width: int) -> None:
    story, view = told(reviewing(tmp_path).view_now())
    lines = scores_part(view.starts[1], view, Because([story]), width).plain.split("\n")
    scenario = view.world.scenario

    assert all(len(line) <= width for line in lines)
    names = [spec.short for spec in scenario.theatres.values()] + [spec.name for spec in scenario.tracks.values()]
    assert all(any(line.startswith(name) for line in lines) for name in names)


def test_the_largest_cause_is_told_with_its_points_and_of_several_turns_with_its_turn(tmp_path: Path) -> None:
    story, _ = told(reviewing(tmp_path).view_now())
    most = max(story.entries, key=lambda entry: abs(entry.by("trust")))
    because, said = Because([story]), f"{most.label} {most.by('trust'):+.1f}"
    assert because.of("trust", most.by("trust")) == said
    assert Because([story, story]).of("trust", most.by("trust")) == f"turn 1: {said}"


def test_no_cause_that_worked_the_other_way_is_told_of_a_score_that_moved(tmp_path: Path) -> None:
    story, _ = told(reviewing(tmp_path).view_now())
    for score in story.scores:
        ups, downs = (Because([story]).of(score, moved) for moved in (1.0, -1.0))
        assert not ups or float(ups.rpartition(" ")[2]) > 0
        assert not downs or float(downs.rpartition(" ")[2]) < 0


def test_a_seat_reads_what_its_objectives_came_to_and_because_of_what(tmp_path: Path) -> None:
    table = reviewing(tmp_path)
    for seat in table.session.world.seats:
        story, view = told(table.at(seat).view_now())
        before, after = view.starts[1], view
        rows = objective_rows(before, after, seat, Because([story]), 200).plain

        assert objectives_title(before, after, seat).startswith("Your objectives ")
        assert all(each.objective.title in rows for each in after.marked(seat))
