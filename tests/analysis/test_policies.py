"""Bots play fair: what they order is legal, and they order the same from their seat's view as from the whole world."""

from collections.abc import Callable, Iterator

import pytest

from tabletop.analysis.policies import POLICIES, awaited, late
from tabletop.model.moves import Move, PlaySeat, ProposeHandover, RefuseHandover, Seal
from tabletop.model.refusal import Refusal
from tabletop.model.scenario import Scenario
from tabletop.model.world import Phase, State, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.sight import view
from tabletop.rules.turn.opening import opening
from tabletop.table.bots import orders_of_bots
from tests.play import advance, fresh, make, nato, orders, two_keys

CASES = [(policy, nato, 8) for policy in POLICIES] + [(policy, two_keys, 3) for policy in POLICIES]


def turns_of(
    scenario: Scenario, policy: str, seed: str, turns: int, fold: int = 0
) -> Iterator[tuple[World, str, list[Move]]]:
    """Plays a policy through check and step; gives the world and moves of each seat before they are made."""
    world = advance(opening(scenario, seed, turns, {}, fold), Phase.ORDERS)
    ref = 0
    while world.state is not State.ENDED:
        for seat in world.seats:
            moves = list(POLICIES[policy](world, seat, seed))
            yield world, seat, moves
            for move in (*moves, Seal(seat=seat)):
                if check(world, move) is None:
                    ref += 1
                    world = step(world, move, ref)[0]
        for seat in awaited(world):
            for move in late(POLICIES[policy], world, seat, seed):
                ref += 1
                world = step(world, move, ref)[0]
        world = advance(world, Phase.ORDERS)


def refusals(world: World, moves: list[Move]) -> Iterator[Refusal]:
    for move in moves:
        refused = check(world, move)
        if refused is None:
            world = step(world, move, 1)[0]
        elif refused.code != "attention/used":
            yield refused


@pytest.mark.parametrize(("policy", "scenario", "turns"), CASES)
def test_what_a_policy_orders_is_legal(policy: str, scenario: Callable[[], Scenario], turns: int) -> None:
    refused = [
        (world.turn, seat, refusal)
        for world, seat, moves in turns_of(scenario(), policy, "3", turns)
        for refusal in refusals(world, moves)
    ]

    assert refused == []


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_orders_the_same_from_its_seats_view(policy: str) -> None:
    for world, seat, moves in turns_of(nato(), policy, "5", 4):
        assert list(POLICIES[policy](view(world, seat), seat, "5")) == moves


def test_bots_answer_what_a_seat_after_them_or_a_person_proposes() -> None:
    """A bot that has sealed still answers, if only that it holds the post; no proposal lapses for having come late."""
    bots = [PlaySeat(seat="control", name=seat, player="bot:status-quo") for seat in nato().seats if seat != "ankara"]
    world = make(orders(fresh()), *bots, ProposeHandover(seat="ankara", post="landcom", to="tr"))
    first = list(orders_of_bots(world))
    sealed = make(make(orders(fresh()), *bots), *orders_of_bots(make(orders(fresh()), *bots)))
    after = list(orders_of_bots(make(sealed, ProposeHandover(seat="ankara", post="landcom", to="tr"))))

    answer = RefuseHandover(seat="washington", post="landcom")
    assert answer in first
    assert after == [answer]


def test_policies_play_a_folded_table() -> None:
    for policy in POLICIES:
        for world, seat, moves in turns_of(nato(), policy, "2", 3, fold=6):
            assert list(refusals(world, moves)) == [], (policy, seat)


def test_random_play_follows_the_seed() -> None:
    one, same, other = ([moves for _, _, moves in turns_of(nato(), "random", seed, 2)] for seed in ("1", "1", "2"))

    assert one == same
    assert one != other
