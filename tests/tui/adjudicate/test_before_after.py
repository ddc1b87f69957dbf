"""What a ruling moves is told from where a figure stands to where it would; for and against stand side by side."""

from pathlib import Path

import pytest
from textual.content import Content

from tabletop.model.likelihood import TWO_DICE
from tabletop.tui.adjudicate.before_after import effect_content, ends, moved_to
from tabletop.tui.adjudicate.roll import two_dice
from tabletop.tui.kit.wrapped import Section, headed
from tests.tui.room import table


def test_an_effect_goes_from_where_the_figure_stands_to_where_it_would(tmp_path: Path) -> None:
    view = table(tmp_path).view_now()
    trust = view.scores["trust"]

    assert ends("trust", -2.0, view) == (f"{trust:.1f}", f"{trust - 2:.1f}")
    assert f"{trust:.1f} → {trust - 2:.1f}" in effect_content("trust", -2.0, view).plain
    assert moved_to([{"on": "trust", "add": -2.0}], view).plain == f"Trust {trust:.1f} → {trust - 2:.1f}"


def test_no_figure_is_told_beyond_its_range(tmp_path: Path) -> None:
    view = table(tmp_path).view_now()

    told = ends("trust", 500.0, view)

    assert told is not None and told[1] == "100.0"


@pytest.mark.parametrize("net", range(-3, 4))
def test_the_rule_of_two_dice_lights_the_sum_of_the_reasons(net: int) -> None:
    rows = two_dice(net)

    lit = [
        [row.plain[span.start : span.end].strip() for span in row.spans if "bold" in str(span.style)] for row in rows
    ]
    assert lit == [[f"{net:+d}" if net else "0"], [str(TWO_DICE[net + 3])]]


@pytest.mark.parametrize(("width", "beside"), [(90, True), (50, False)])
def test_for_and_against_stand_side_by_side_where_there_is_room(width: int, beside: bool) -> None:
    section = Section("For", (Content("+ a reason"),), ("Against", (Content("- another"),)))

    lines = headed([section], width).plain.split("\n")

    assert ("For" in lines[0] and "Against" in lines[0]) is beside
    assert all(len(line) <= width for line in lines)
