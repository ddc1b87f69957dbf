"""Edges: a brink is passed at a review where one of its conditions holds, a final one at the last review alone."""

import pytest
from attrs import evolve

from tabletop.model.edges import EdgeSpec
from tabletop.model.effects import Condition
from tabletop.model.world import World
from tabletop.rules.scores.edges import passed
from tabletop.rules.turn.turn import objective_paths
from tabletop.rules.world.frame import frame_of
from tests.play import fresh, nato, review, two_keys


def story(*readings: dict[str, float | str], turns: int = 3) -> World:
    """An exercise that left these readings at the opening and at the end of each turn."""
    return evolve(fresh(), turns=turns, history=readings)


def steady(**changes: float) -> dict[str, float | str]:
    return {"us-commitment": 50.0, "cohesion": 50.0, "least-margin": 0.0, **changes}


def test_a_rupture_is_told_with_the_first_turn_at_whose_end_it_stood() -> None:
    low = {"us-commitment": 30.0}

    assert passed(story(steady(), steady(), steady(**low), steady())) == {"rupture": 2}
    assert passed(story(steady(), steady(cohesion=35.0))) == {"rupture": 1}
    assert passed(story(steady(), steady(cohesion=36.0))) == {}


def test_what_stands_at_the_opening_is_no_edge_that_was_passed() -> None:
    assert passed(story(steady(cohesion=10.0), steady())) == {}


@pytest.mark.parametrize("turn, told", [(1, {}), (2, {}), (3, {"theatre-lost": 3})])
def test_a_final_edge_is_asked_at_the_last_review_alone(turn: int, told: dict[str, int]) -> None:
    readings = [steady() for _ in range(4)]
    readings[turn] = steady(**{"least-margin": -20.0})

    assert passed(story(*readings)) == told


def test_a_scenario_without_edges_has_none_and_one_may_have_its_own() -> None:
    world = review(fresh(scenario=two_keys()))
    edge = EdgeSpec(id="dark", name="Dark", text="No lamp.", when=(Condition(path="faith", test=">", value=1.0),))

    assert passed(world) == {}
    assert passed(evolve(world, scenario=evolve(two_keys(), edges={"dark": edge}))) == {"dark": 1}


def test_what_edges_measure_is_read_at_every_review() -> None:
    asked = {condition.path for edge in nato().edges.values() for condition in edge.when}

    world = review(fresh())

    assert asked <= set(objective_paths(frame_of(nato())))
    assert all(asked <= set(readings) for readings in world.history)
