"""A campaign of bots with the world that it ended in, beside what campaigns tell."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import frozen

from tabletop.analysis.campaign import Campaign, Policies, play_out, start_of
from tabletop.analysis.policies import POLICIES, Policy
from tabletop.model.moves import Move
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.world.draft import Draft
from tests.experts.ends import SEED


@frozen(eq=False)
class Ended:
    campaign: Campaign
    world: World


@lru_cache(maxsize=1)
def opened(scenario: Scenario) -> World:
    return start_of(scenario)


@lru_cache(maxsize=256)
def ended(scenario: Scenario, policy: str, n: int) -> Ended:
    """Campaign number `n` of a policy, the one that `simulate --seed 7` plays."""
    return ended_by(opened(scenario), policy, f"{SEED}/{n}")


def ended_by(start: World, policies: Policies, seed: str) -> Ended:
    """A campaign from a world; `policies` as `run` takes them."""
    last: list[World] = []

    def watching(policy: Policy) -> Policy:
        def played(world: World, seat: str, seed: str) -> Iterable[Move]:
            last[:] = [world]
            return policy(world, seat, seed)

        return played

    if not isinstance(policies, Mapping):
        policies = dict.fromkeys(start.seats, policies)
    by_seat = {seat: watching(POLICIES[each] if isinstance(each, str) else each) for seat, each in policies.items()}
    campaign = play_out(start, by_seat, seed)
    world = last[0]  # the draft that was played on to the end
    assert isinstance(world, Draft)
    return Ended(campaign, world.freeze())


@lru_cache(maxsize=32)
def half_way(scenario: Scenario, policy: str, n: int, turn: int) -> World:
    """The world as it stood at the orders of a turn in campaign `n` of a policy, before any of them."""
    kept: list[World] = []

    def watching(world: World, seat: str, seed: str) -> Iterable[Move]:
        if world.turn == turn and not kept:
            assert isinstance(world, Draft)
            kept.append(world.freeze())
        return POLICIES[policy](world, seat, seed)

    start = opened(scenario)
    play_out(start, dict.fromkeys(start.seats, watching), f"{SEED}/{n}")
    return kept[0]
