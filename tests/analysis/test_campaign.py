"""A campaign is the same exercise that people play: same rules, same numbers, only quicker."""

import pytest

from tabletop.analysis.campaign import play_out, start_of
from tabletop.analysis.policies import POLICIES
from tabletop.model.world import Phase
from tabletop.rules.scores.objectives import total
from tabletop.rules.turn.opening import opening
from tests.analysis.test_policies import turns_of
from tests.play import advance, nato, two_keys


@pytest.mark.parametrize("policy", POLICIES)
def test_a_campaign_gives_what_checked_play_gives(policy: str) -> None:
    *_, (last, _, _) = turns_of(nato(), policy, "4", 4)

    campaign = play_out(start_of(nato(), 4), policy, "4")

    assert len(last.history) == 4
    assert campaign.history[: len(last.history)] == last.history


def test_a_campaign_depends_on_its_seed_alone() -> None:
    start = start_of(nato(), 4)

    one, other, again = play_out(start, "random", "1"), play_out(start, "random", "2"), play_out(start, "random", "1")

    assert one.history == again.history
    assert one.history != other.history


def test_seats_can_play_different_policies() -> None:
    start = start_of(nato(), 4)

    mixed = play_out(start, dict.fromkeys(start.seats, "status-quo") | {"washington": "abrupt-exit"}, "1")

    assert mixed.freed > 20
    assert mixed.objectives.keys() == start.seats.keys()


def test_a_campaign_goes_on_from_any_world() -> None:
    world = advance(opening(nato(), "9", 4), Phase.REVIEW, 2)

    campaign = play_out(world, "status-quo", "x")

    assert campaign.history[: len(world.history)] == world.history
    assert len(campaign.history) == 5


def test_objectives_are_those_of_the_last_world() -> None:
    world = advance(opening(two_keys(), "9"), Phase.REVIEW, 3)

    campaign = play_out(world, "status-quo", "x")

    assert campaign.objectives == {seat: pytest.approx(total(world, seat)) for seat in world.seats}
