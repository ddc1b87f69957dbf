"""Where a figure comes from, as people read it."""

import pytest

from tabletop.analysis.origins.origin import origin_of
from tabletop.model.origin import Grade, Origin
from tabletop.words.origins import headline, lines, parts_line, source_line
from tests.play import fresh, two_keys

NEED = Origin(of="need/straits/land", name="Land", value=18.0, unit="brigades", range=(15.9, 24.0), source="judgement")


def test_a_figure_is_told_with_its_unit_and_range() -> None:
    assert headline(NEED) == "Land: 18 brigades (15.9 to 24)"
    assert headline(Origin(of="a", name="Part", value=0.8125, unit="share", source="judgement")) == "Part: 0.8125"
    assert headline(Origin(of="a", name="A treaty", source="judgement")) == "A treaty"
    assert headline(Origin(of="a", name="Holder", value="ly", source="judgement")) == "Holder: ly"


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("judgement", "Judgement."),
        ("judgement: tracks need rail", "Judgement: tracks need rail."),
        ("judgement, tuned to the behaviours", "Judgement, tuned to the behaviours."),
        ("source: a study of 2018: seven brigades", "Source: a study of 2018: seven brigades."),
        ("poll: judgement", "Poll: judgement."),
        ("personnel estimate", "Personnel estimate."),
        ("Treasury May 2025", "Source: Treasury May 2025."),
        ("Treasury May 2025, recalled", "Estimate: Treasury May 2025, recalled."),
        ("unit: Treasury (solid); points judgement", "Judgement: unit: Treasury (solid); points judgement."),
    ],
)
def test_a_source_says_first_how_far_it_carries(source: str, sentence: str) -> None:
    assert source_line(Origin(of="a", name="A", source=source)) == sentence


def test_figures_that_share_a_source_are_told_it_once() -> None:
    parts = tuple(Origin(of=f"a/{n}", name=f"Part {n}", value=float(n), source=said)
                  for n, said in ((1, "judgement: one"), (2, "judgement: one"), (3, "judgement")))  # fmt: skip
    whole = Origin(of="a", name="A", source="judgement", made_of=parts)

    assert [(each.deep, each.words) for each in lines(whole)] == [
        (0, "A"), (0, "Judgement."), (1, "Part 1: 1"), (1, "Part 2: 2"), (2, "Judgement: one."), (1, "Part 3: 3"),
    ]  # fmt: skip
    assert parts_line(whole) == "Made of 3 figures: 3 judgement."
    assert parts_line(NEED) == ""


def test_a_score_counts_what_it_is_made_of_by_grade() -> None:
    origin = origin_of(fresh(scenario=two_keys()), "trust")

    solid = sum(part.grade is Grade.SOLID for part in origin.made_of)

    assert parts_line(origin).startswith(f"Made of {len(origin.made_of)} figures: ")
    assert ("with a source" in parts_line(origin)) == bool(solid)
