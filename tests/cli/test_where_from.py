"""`explain` of anything that isn't a score: where a figure comes from, printed and as JSON."""

from pathlib import Path

import pytest

from tests.cli.said import ADVANCE, RED, apply, new, run

KEYS = ["of", "name", "value", "unit", "range", "meaning", "basis", "grade", "solid", "made_of"]


@pytest.fixture
def nato(tmp_path: Path) -> Path:
    save = tmp_path / "nato.toml"
    assert run("new", "nato-3-0", "--save", save).code == 0
    return save


@pytest.mark.parametrize(
    ("of", "line"),
    [
        ("need/baltic/land", "Land, need in Baltic and north-east: 18 brigades (15.9 to 24)"),
        ("force/us-2cr", "2nd Cavalry Regiment (Stryker): "),
        ("programme/c-pl-heavy", "Poland: additional heavy divisions, price of a tranche: "),
        ("coefficient/keep_rate", "Keep rate: "),
        ("member/de/gdp", "GDP, Germany: 5,014 billion dollars"),
        ("objective/hands-free", "Weight of “Hands free”, Washington: 24 per cent"),
        ("objective/hands-free/1/target", "What counts in full, of Freed for the Pacific, at the end of turns 6 and 7"),
        ("law/floor", "People in theatre that the law asks for: 76,000 people"),
    ],
)
def test_a_figure_is_told_with_what_it_rests_on(nato: Path, of: str, line: str) -> None:
    said, told = run("explain", nato, of), run("explain", nato, of, "--json").json

    assert said.out.startswith(line) and any(word in said.out for word in ("Source: ", "Judgement", "Estimate"))
    assert list(told) == ["figure", "turn", "period", "origin"]
    assert list(told["origin"]) == KEYS and told["origin"]["of"] == told["figure"] == of
    assert told["origin"]["solid"] == (told["origin"]["grade"] == "solid")


def test_a_score_has_its_origin_beside_its_causes(save: Path) -> None:
    new(save)
    apply(save, ADVANCE, ADVANCE, RED, ADVANCE, ADVANCE)

    for score, value in run("replay", save, "--json").json["scores"].items():
        told = run("explain", save, score, "--json").json
        assert list(told) == ["score", "turn", "period", "before", "after", "causes", "made_of", "origin"]
        assert told["origin"]["value"] == pytest.approx(value) and told["origin"]["made_of"]
    assert run("explain", save, "trust").out.splitlines()[-1].startswith("Made of ")


def test_the_opening_s_figure_is_the_opening_s(save: Path) -> None:
    new(save)
    apply(save, ADVANCE, ADVANCE, RED, ADVANCE, ADVANCE)

    told = run("explain", save, "trust", "--turn", "0", "--json").json

    assert told["origin"]["value"] == told["after"] == 58.0


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("force/us-3cr", "did you mean 'force/us-2cr'?"),
        ("coefficent/keep_rate", "did you mean 'coefficient/keep_rate'?"),
        ("nothing", "need/THEATRE/AREA"),
    ],
)
def test_a_wrong_name_is_one_line_with_what_may_be_meant(nato: Path, wrong: str, meant: str) -> None:
    said = run("explain", nato, wrong)

    assert (said.code, said.out, len(said.err.splitlines())) == (1, "", 1)
    assert f"there is no figure '{wrong}'" in said.err and meant in said.err
