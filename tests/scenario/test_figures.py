"""Glossary, rules and words know the same figures; a new one is a row, and a reader where it is worked out."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tabletop.model.effects import Effect
from tabletop.model.figures.figure import NUMBER, Figure
from tabletop.model.figures.glossary import FIGURES, INNER, figure_of, key_of, read_path
from tabletop.model.figures.numbers import NUMBERS
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Adjust
from tabletop.model.seats import PUBLIC
from tabletop.model.world import Phase, World
from tabletop.rules.acts import changeable
from tabletop.rules.acts.check import check
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.paths import READERS, value_at
from tabletop.rules.sight import view
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import limits
from tabletop.scenario.paths import CHANGE
from tabletop.words.names import better, figure_words, score_name
from tests.play import ROOT, advance, fresh, review, two_keys
from tests.scenario.test_paths import filled

ROWS = pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)


@pytest.fixture(scope="module")
def world() -> World:
    return review(fresh(scenario=two_keys()))


def key(figure: Figure) -> str:
    return key_of(filled(figure.form), ())


@ROWS
def test_a_path_comes_apart_into_what_it_was_made_of(figure: Figure) -> None:
    ids = tuple(f"id-{n}" for n in range(len(figure.kinds)))

    made = path_of(figure.form, *ids)

    assert read_path(made) == ((figure, ids) if figure.head else (None, ()))


def test_a_form_takes_as_many_ids_as_it_has_kinds() -> None:
    for ids in ((), ("baltic", "air")):
        with pytest.raises(ValueError, match="kinds"):
            path_of("pressure/THEATRE", *ids)


@ROWS
def test_what_may_be_read_is_kept_or_a_score_or_has_a_reader_and_never_two_of_them(
    figure: Figure, world: World
) -> None:
    counted = figure.score and not figure.kept and filled(figure.form) in scores(world)
    has = [figure.kept == "value", figure.form in READERS, counted]

    assert sum(has) == (1 if figure.read else 0)


def test_what_the_world_keeps_stands_in_the_glossary(world: World) -> None:
    for name in world.figures:
        figure = figure_of(name, world.scenario.tracks)
        assert figure is not None and figure.kept, name


@ROWS
def test_what_is_not_sparse_is_kept_from_the_opening(figure: Figure) -> None:
    if figure.kept and not figure.sparse:
        assert key(figure) in fresh(scenario=two_keys()).figures


@ROWS
def test_what_is_held_lies_in_its_range_and_the_rest_may_lie_anywhere(figure: Figure, world: World) -> None:
    low, high = limits(Draft(world), key(figure))

    if figure.held and figure.most:
        assert (low, high) == (figure.range[0], getattr(world.scenario.coefficients, figure.most))
    else:
        assert (low, high) == (figure.range if figure.held else (-1e9, 1e9))


@ROWS
def test_a_figure_has_a_name_and_a_good_side(figure: Figure, world: World) -> None:
    path = filled(figure.form)

    assert "/" not in score_name(world.scenario, path, world.seats)
    assert "/" not in figure_words(world.scenario, path, world.seats)
    assert better(world.scenario, path) in ("high", "low", "")
    assert figure.meaning[0].isupper() and not figure.meaning.endswith(".")


@ROWS
def test_control_may_adjust_what_the_glossary_says_and_nothing_else(figure: Figure, world: World) -> None:
    path = filled(figure.form)
    value: float | str = next(iter(changeable.words_of(world, path)), 0.5)

    refused = check(world, Adjust(seat="control", what=path, value=value, reason="a test"))

    assert (refused is None) == bool(figure.changed), refused


@ROWS
def test_the_loader_and_control_let_effects_change_the_same(figure: Figure, world: World) -> None:
    path = filled(figure.form)
    word = next(iter(changeable.words_of(world, path)), "")
    effect = Effect(path, 0.0 if word else 0.5, word)

    assert (changeable.target_refusal(world, effect) is None) == (figure.form in CHANGE) == (figure.changed == "effect")


def test_what_is_offered_passes_the_check(world: World) -> None:
    for path, figure in changeable.paths(world, adjusting=True):
        words = changeable.words_of(world, path)
        assert bool(words) == (figure.gives != NUMBER)
        for value in words or (0.5,):
            refused = check(world, Adjust(seat="control", what=path, value=value, reason="a test"))
            assert refused is None or refused.code == "force/not-ordered", (path, refused)


def test_the_rules_own_figures_are_the_keys_that_rules_name() -> None:
    from tabletop.model import inner

    named = {value for name, value in vars(inner).items() if name.isupper()}

    assert named == set(INNER.values())


@ROWS
def test_what_all_may_see_reads_the_same_from_every_place(figure: Figure, world: World) -> None:
    path = filled(figure.form)
    if figure.who != "all" or not figure.read:
        return

    for moment in (world, advance(world, Phase.ORDERS)):
        assert {value_at(view(moment, who), path) for who in (*moment.seats, PUBLIC)} == {value_at(moment, path)}


LAYERS = ("model", "rules", "scenario", "analysis", "words", "table", "tui", "cli")


@pytest.mark.parametrize("layer", LAYERS)
def test_paths_of_figures_are_made_in_one_place(layer: str) -> None:
    heads = tuple(f"{figure.head}/" for figure in NUMBERS if figure.head and figure.kinds)
    places = [
        (file.name, node.lineno)
        for file in sorted((ROOT / "tabletop" / layer).rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr) and isinstance(first := node.values[0], ast.Constant)
        if str(first.value).startswith(heads)
    ]

    assert places == [], "take path_of from tabletop.model.figures.path"


ROW = """
    Figure(
        form="toys/THEATRE", name="Toys", meaning="Toys in a theatre", unit="toys", range=(0.0, 9.0), held=True,
        kept="value", sparse=True, changed="effect", notice="effects", better="low",
    ),
    Figure(form="all-toys", name="All toys", meaning="Toys everywhere", unit="toys", range=(0.0, 1e9)),
"""
READER = """
    "all-toys": lambda world: float(sum(v for k, v in world.figures.items() if k.startswith("toys/"))),
"""
PLAY = """
from tabletop.model.effects import Condition
from tabletop.model.figures.path import path_of
from tabletop.model.moves import Adjust
from tabletop.rules.acts import changeable
from tabletop.rules.acts.check import check
from tabletop.rules.scores.paths import holds, number_at
from tabletop.scenario.proof import Proof
from tabletop.scenario.paths import check_condition
from tabletop.words.names import better, score_name
from tests.play import fresh, make, two_keys
from tests.scenario.page import PAGE, written

world = fresh(scenario=two_keys())
theatre = next(iter(world.scenario.theatres))
path = path_of("toys/THEATRE", theatre)
assert number_at(world, path) == number_at(world, "all-toys") == 0
assert check(world, Adjust(seat="control", what=path, value=10.0)).code == "adjust/range"
world = make(world, Adjust(seat="control", what=path, value=8.0, reason="a test"))
world = make(world, Adjust(seat="control", what=path, amount=5.0, reason="a test"))
assert number_at(world, path) == 9
assert holds(world, Condition(path, ">", 8.0)) and holds(world, Condition("all-toys", "=", 9.0))
proof = Proof(ids={"theatre": world.scenario.theatres})
check_condition(Condition(path, ">", 8.0), ("injects.toml",), proof)
check_condition(Condition("all-toys", ">", 8.0), ("injects.toml",), proof)
assert not proof.findings
assert score_name(world.scenario, path).startswith("Toys, ") and better(world.scenario, path) == "low"
assert score_name(world.scenario, "all-toys") == "All toys"
assert path in [each for each, _ in changeable.paths(world)]
page = written(PAGE.read_text(encoding="utf-8"))
assert "| `toys/THEATRE` | Toys in a theatre | toys | 0 to 9 | low | all | effects, control; also" in page
assert "| `all-toys` | Toys everywhere | toys | from 0 |" in page
print("played")
"""


def test_a_toy_figure_is_added_in_two_places(tmp_path: Path) -> None:
    """A row in the glossary, a reader in the rules: conditions, control, names, completion and page follow."""
    shutil.copytree(ROOT / "tabletop", tmp_path / "tabletop", ignore=shutil.ignore_patterns("__pycache__"))
    for place, after, more in (
        ("model/figures/numbers.py", "ALLIANCE = (\n", ROW),
        ("rules/scores/numbers.py", "NUMBERS: dict[str, Reader] = {\n", READER),
    ):
        file = tmp_path / "tabletop" / place
        text = file.read_text(encoding="utf-8")
        assert text.count(after) == 1
        file.write_text(text.replace(after, after + more), encoding="utf-8")

    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    env = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}  # run once
    played = subprocess.run([sys.executable, "-c", PLAY], cwd=tmp_path, env=env, capture_output=True, text=True)

    assert played.stdout == "played\n", played.stderr
