"""A member whom nobody plays goes along its path, its forces stand, and nothing made for seats stumbles over it."""

import shutil
from math import isfinite
from pathlib import Path
from random import Random

import pytest

from tabletop.analysis.campaign import play_out, start_of
from tabletop.analysis.policies import POLICIES
from tabletop.model.forces import Status
from tabletop.model.moves import Adjust
from tabletop.model.optional import PLANS
from tabletop.model.scenario import Scenario
from tabletop.rules.turn.opening import count_supply, opening
from tabletop.rules.turn.spending import planned_share
from tabletop.rules.world.frame import frame_of
from tabletop.scenario.load import load_scenario, scenario_problems
from tests.cli.said import run as command
from tests.play import make, review, session

SCENARIOS = Path(__file__).parents[2] / "scenarios", Path(__file__).parents[1] / "scenarios"
#: Scenario, who is taken out of which seat's members, and a force of theirs.
UNPLAYED = {
    "nato-3-0": (SCENARIOS[0] / "nato-3-0", '["de", "nl", "be", "lu"]', '["nl", "be", "lu"]', "de"),
    "two-keys": (SCENARIOS[1] / "two-keys", '["ly", "mo"]', '["mo"]', "ly"),
}


@pytest.fixture(params=UNPLAYED)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    source, members, left, _ = UNPLAYED[request.param]
    made = Path(shutil.copytree(source, tmp_path / request.param))
    text = (made / "seats.toml").read_text(encoding="utf-8")
    assert text.count(f"members = {members}") == 1
    (made / "seats.toml").write_text(text.replace(f"members = {members}", f"members = {left}"), encoding="utf-8")
    return made


@pytest.fixture
def scenario(folder: Path) -> Scenario:
    return load_scenario(folder)


def unplayed(scenario: Scenario) -> str:
    return UNPLAYED[scenario.id][3]


def test_it_is_a_warning(folder: Path) -> None:
    told = [p for p in scenario_problems(folder) if p.problem == "no seat plays it"]

    assert [p.severity for p in told] == ["warning"]
    assert all(p.severity == "warning" for p in scenario_problems(folder))


def test_it_goes_along_its_plan_as_one_does_that_a_seat_leaves_alone(scenario: Scenario) -> None:
    """Its pledge climbs by a step; its share is what the plan says, luck of budgets left out."""
    member, k = unplayed(scenario), scenario.coefficients
    world = opening(scenario, "7", without=(PLANS,))
    before = world.members[member]
    for _ in range(2):
        expected, _ = planned_share(world, member, {})
        world = review(world)
        now = world.members[member]
        assert now.pledge == pytest.approx(min(k.pledge_top, before.pledge + k.pledge_step))
        assert now.spending == pytest.approx(expected)
        before = now


def test_its_forces_stand_from_the_opening(scenario: Scenario) -> None:
    world = opening(scenario, "7")
    mine = [name for name, spec in scenario.forces.items() if spec.owner == unplayed(scenario) and not spec.programme]
    standing = [name for name in mine if scenario.forces[name].opens == Status.AVAILABLE]

    assert standing
    for force in standing:
        gone = make(world, Adjust(seat="control", what=f"force/{force}/status", value="elsewhere"))
        assert gone.own_supply != world.own_supply
        assert gone.new_supply == world.new_supply


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_supply_is_what_counting_from_scratch_gives(scenario: Scenario, seed: int) -> None:
    world, _ = session(opening(scenario, str(seed)), Random(seed), turns=3)

    here, home, own, new = count_supply(frame_of(scenario), world.forces)

    assert (world.supply, world.home_supply, world.new_supply) == (here, home, new)
    assert {seat: rows for seat, rows in world.own_supply.items() if any(map(any, rows))} == own


@pytest.mark.parametrize("policy", POLICIES)
def test_every_policy_plays_it_to_the_end(scenario: Scenario, policy: str) -> None:
    made = play_out(start_of(scenario), policy, "7")

    assert len(made.history) == scenario.turns + 1
    assert all(isfinite(value) for told in made.history for value in told.values() if not isinstance(value, str))


def test_it_is_begun_replayed_and_simulated(folder: Path, tmp_path: Path) -> None:
    save = tmp_path / "s.toml"

    for said in (
        command("new", folder, "--save", save, "--seed", "7"),
        command("check", save),
        command("replay", save, "--json"),
        command("export", save, "--to", tmp_path / "out"),
        command("simulate", folder, "--runs", "2", "--workers", "1"),
    ):
        assert (said.code, "mistake" in said.err) == (0, False), said.err
