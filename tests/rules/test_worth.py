"""What budgets keep of forces: worth falls under a level, rises above it, and never past the most."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn.worth import keep_forces
from tabletop.rules.world.draft import Draft
from tests.play import fresh, nato, two_keys

K = nato().coefficients


def spending(share: float, worth: float = 1.0, industry: float = 0.0) -> World:
    """A world in which Germany spends so much, its forces are worth so much, and industry is so many points ahead."""
    world = fresh()
    member = evolve(world.members["de"], spending=share)
    figures = world.figures | {"worth/de": worth, "industry": world.figures["industry"] + industry}
    return evolve(world, members=world.members | {"de": member}, figures=figures)


def kept(world: World) -> float:
    """What a turn does to the worth of Germany's forces."""
    draft = Draft(world)
    keep_forces(draft)
    return draft.figures["worth/de"] - world.figures["worth/de"]


def test_about_two_and_a_half_per_cent_keep_forces_as_they_are() -> None:
    assert kept(spending(2.3)) < 0 < kept(spending(2.7))
    assert kept(spending(2.0)) == pytest.approx(-K.ageing)
    assert kept(spending(0.0)) == pytest.approx(-K.ageing - K.keep_rate)


@given(st.floats(0, 8), st.floats(0, 2), st.floats(0.5, 1.35))
@settings(max_examples=60, deadline=None)
def test_spending_more_never_keeps_less(share: float, more: float, worth: float) -> None:
    assert kept(spending(share + more, worth)) >= kept(spending(share, worth)) - 1e-12


@given(st.floats(0, 8))
@settings(max_examples=30, deadline=None)
def test_nothing_lifts_forces_of_the_opening_past_the_most(share: float) -> None:
    assert kept(spending(share, K.keep_most)) <= 0
    assert K.keep_most + kept(spending(share, K.keep_most - 0.01)) <= K.keep_most + 1e-9


def test_a_larger_industry_slows_ageing() -> None:
    slowed = kept(spending(2.0, industry=K.industry_room))

    assert slowed == pytest.approx(-K.ageing * (1 - K.industry_upkeep))


def test_worth_is_what_its_owners_forces_count_and_nobody_elses() -> None:
    world = fresh()
    less = evolve(world, figures=world.figures | {"worth/lt": 0.5})

    assert scores(less)["deterrence/baltic"] < scores(world)["deterrence/baltic"]
    assert scores(less)["deterrence/mediterranean"] == scores(world)["deterrence/mediterranean"]
    assert less.own_supply == world.own_supply


def test_a_scenario_that_says_nothing_of_it_keeps_every_force_as_it_is() -> None:
    draft = Draft(fresh(scenario=two_keys()))
    before = dict(draft.figures)

    keep_forces(draft)

    assert draft.figures == before
