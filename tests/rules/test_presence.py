"""What a package counts where: once over all theatres, less for every day it takes, and the same for every owner."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tabletop.model.forces import ForceSpec
from tabletop.model.regions import PlanSpec
from tabletop.model.scenario import Scenario
from tabletop.rules.world.presence import READY, apportioned, fixed, presence, step, weight, worth
from tabletop.scenario.load import load_scenario
from tests.play import nato

TWO_KEYS = Path(__file__).parents[1] / "scenarios" / "two-keys"
PLANS = [plan for region in nato().regions.values() for plan in region.plans.values()]


@pytest.fixture
def keys() -> Scenario:
    return load_scenario(TWO_KEYS)


def shares(*parts: float) -> tuple[float, ...]:
    """Parts that sum to 1."""
    return tuple(part / sum(parts) for part in parts)


READINESS = st.builds(shares, *[st.floats(0.01, 1)] * len(READY))


def test_what_stands_ready_in_place_counts_whole_and_what_comes_later_less() -> None:
    k = nato().coefficients

    assert [step(k, day) for day in (0, 1, 10, 11, 30, 31)] == [1.0, 0.7, 0.7, 0.4, 0.4, 0.0]
    assert weight(k, (1, 0, 0, 0), 10) == 0.7
    assert weight(k, (0.6, 0.3, 0.1, 0), 0) == pytest.approx(0.85)
    assert weight(k, (0.6, 0.3, 0.1, 0), 10) == pytest.approx(0.54)


def test_a_region_and_a_readiness_say_what_a_force_counts(keys: Scenario) -> None:
    scouts = keys.forces["mossgate-scouts"]

    assert presence(keys, scouts) == (0.0, 1.0)
    assert presence(keys, evolve(scouts, lend=0.5)) == (0.5 * 0.7, 0.5)
    assert presence(keys, evolve(scouts, readiness="called-up")) == pytest.approx((0.0, 0.5 * 0.7 + 0.3 * 0.4))


def test_without_a_region_it_counts_as_its_author_wrote(keys: Scenario) -> None:
    gunners = keys.forces["lyre-gunners"]

    assert presence(keys, gunners) == gunners.presence == (1.0, 0.4)
    assert worth(keys, gunners) == 1.4


@given(st.sampled_from(PLANS), READINESS, st.floats(0, 1))
def test_it_counts_once_over_all_theatres(plan: PlanSpec, parts: tuple[float, ...], lend: float) -> None:
    counted = apportioned(nato().coefficients, parts, plan, lend)

    assert all(0 <= part <= 1 for part in counted)
    assert sum(counted) <= 1 + 1e-9


@given(st.sampled_from(PLANS), READINESS, st.floats(0, 1), st.integers(0, 2), st.floats(0, 1))
def test_more_readiness_lowers_no_theatre(
    plan: PlanSpec, parts: tuple[float, ...], lend: float, sooner: int, part: float
) -> None:
    more = [*parts]
    more[sooner] += part * more[sooner + 1]
    more[sooner + 1] -= part * more[sooner + 1]

    before, after = (apportioned(nato().coefficients, each, plan, lend) for each in (parts, tuple(more)))

    assert all(now >= then - 1e-12 for then, now in zip(before, after, strict=True))


def test_a_class_above_lowers_no_theatre() -> None:
    """The scenario's classes stand from the readiest to the least."""
    k, classes = nato().coefficients, list(nato().readiness.values())

    for better, worse in pairwise(classes):
        for plan in PLANS:
            pairs = zip(apportioned(k, better.parts, plan, 0.5), apportioned(k, worse.parts, plan, 0.5), strict=True)
            assert all(more >= less for more, less in pairs), (better.id, worse.id, plan)


def test_an_owner_changes_nothing() -> None:
    scenario = nato()
    placed: Iterable[ForceSpec] = [force for force in scenario.forces.values() if force.region]

    for force in placed:
        counted = {presence(scenario, evolve(force, owner=owner)) for owner in ("us", "de", "tr")}
        assert counted == {presence(scenario, force)}


def test_a_force_is_fixed_by_itself_or_by_its_kind(keys: Scenario) -> None:
    scouts = keys.forces["mossgate-scouts"]
    standing = evolve(keys.kinds["foot"], fixed=True)
    rooted = evolve(keys, kinds={**keys.kinds, "foot": standing})

    assert not fixed(keys, scouts)
    assert fixed(keys, evolve(scouts, fixed=True))
    assert fixed(rooted, scouts)
