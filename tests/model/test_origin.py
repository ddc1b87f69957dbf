"""How far a source carries: what an author's basis says, read clause by clause."""

import pytest

from tabletop.model.origin import Grade, Origin, about, grade_of

MIXED = "share is the 2026 plan (estimate); soldiers: NATO 28 Aug 2025 (solid); gdp: IMF Oct 2025; poll: judgement"


@pytest.mark.parametrize(
    ("basis", "grade"),
    [
        ("judgement", Grade.JUDGEMENT),
        ("NATO 28 Aug 2025 (solid)", Grade.SOLID),
        ("NATO 28 Aug 2025, 2024 estimate (solid)", Grade.SOLID),  # the author's verdict counts
        ("ECFR May 2025", Grade.SOLID),  # a publication, and no word of doubt
        ("source: a study: seven brigades (its table.csv); low: without the allied ones", Grade.SOLID),
        ("IMF Oct 2025, recalled and cross-checked", Grade.ESTIMATE),
        ("counts: members.csv", Grade.ESTIMATE),
        ("holder is a guess (to check)", Grade.ESTIMATE),
        ("Press Jan 2026 (solid); personnel estimate", Grade.ESTIMATE),
        ("Press Jan 2026 (solid); personnel estimate; points judgement", Grade.JUDGEMENT),
        ("American, passing to Italy", Grade.JUDGEMENT),  # a note names no source
        ("", Grade.JUDGEMENT),
    ],
)
def test_a_basis_is_as_weak_as_its_weakest_clause(basis: str, grade: Grade) -> None:
    assert grade_of(basis) is grade


def test_a_semicolon_in_brackets_parts_nothing() -> None:
    assert grade_of("the plan of 2026 (its government: above 5; 5.4 recalled)") is Grade.ESTIMATE
    assert about("share is the plan (above 5; 5.4 recalled); poll: judgement", "poll") == "poll: judgement"


@pytest.mark.parametrize(
    ("word", "clause"),
    [
        ("share", "share is the 2026 plan (estimate)"),
        ("gdp", "gdp: IMF Oct 2025"),
        ("poll", "poll: judgement"),
        ("nothing", MIXED),
    ],
)
def test_a_figure_has_the_clauses_that_speak_of_it_or_all_of_them(word: str, clause: str) -> None:
    assert about(MIXED, word) == clause


def test_a_clause_may_speak_of_several_figures_before_its_verdict() -> None:
    basis = "unit: Press Jan 2026 (solid); unit, readiness and lending judgement"

    assert about(basis, "lending") == "unit, readiness and lending judgement"
    assert about(basis, "unit") == basis


def test_an_origin_is_solid_by_its_source_unless_it_is_worked_out() -> None:
    assert Origin(of="a", name="A", source="ECFR May 2025").solid
    assert not Origin(of="a", name="A", source="ECFR May 2025", grade=Grade.JUDGEMENT).solid
