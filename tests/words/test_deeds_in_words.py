"""What is promised can be written with the names of things and tests in words: it is the same line as with signs."""

from pathlib import Path

import pytest

from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn.opening import opening
from tabletop.scenario.load import load_scenario
from tabletop.words.names import score_name
from tabletop.words.orders.deeds import read_condition, read_deed

TESTS = {"at least": ">=", "at most": "<=", "above": ">", "below": "<", "exactly": "="}


@pytest.fixture(scope="module", params=["scenarios/nato-3-0", "tests/scenarios/two-keys"])
def world(request: pytest.FixtureRequest) -> World:
    return opening(load_scenario(Path(request.param)), "7")


def condition(world: World, words: str) -> str:
    clause = read_condition(world, words.split(), False)
    assert clause.line, (words, clause)
    return clause.line


@pytest.mark.parametrize("words", TESTS)
def test_a_figure_by_its_name_and_a_test_in_words_is_the_line_with_its_path_and_sign(world: World, words: str) -> None:
    for path in scores(world):
        name = score_name(world.scenario, path, world.seats)
        expected = f"{path} {TESTS[words]} 60.5"
        assert condition(world, f"{path} {TESTS[words]} 60.5") == expected
        assert condition(world, f"{name} {words} 60,5") == expected
        assert condition(world, f"If {name.lower()} {words.upper()} 60.5") == expected


def test_what_a_member_spends_is_named_by_the_member(world: World) -> None:
    for member, spec in world.scenario.members.items():
        for said in (
            f"spending of {spec.name}",
            f"Spending of the {spec.name}",
            f"Spending {spec.name}",
            f"spending of {spec.name.upper()}",
        ):
            assert condition(world, f"{said} at least 3") == f"spending/{member} >= 3"


def test_a_programme_of_one_s_own_or_another_s_is_named_whole_or_by_its_id(world: World) -> None:
    names = [spec.name for spec in world.scenario.programmes.values()]
    for seat in world.seats:
        for programme, spec in world.scenario.programmes.items():
            if names.count(spec.name) == 1:
                for said in (programme, spec.name, spec.name.lower()):
                    assert read_deed(world, seat, f"fund {said}".split(), False).line == f"fund {programme}", said
