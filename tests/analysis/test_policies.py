"""Bots play fair: what they order is legal, and they order the same from their seat's view as from the whole world."""

from collections.abc import Callable, Iterator

import pytest

from tabletop.analysis.policies import POLICIES, Course, awaited, late, policy_of
from tabletop.analysis.policies.goals import goals_of
from tabletop.cli.terms import _player
from tabletop.model.moves import (
    AcceptHandover,
    Adjust,
    Assign,
    BreakSilence,
    Move,
    PlaySeat,
    ProposeHandover,
    Seal,
    TableText,
    Withdraw,
)
from tabletop.model.refusal import Refusal
from tabletop.model.scenario import Scenario
from tabletop.model.seats import POLICIES as NAMES
from tabletop.model.world import Phase, State, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.sight import view
from tabletop.rules.turn.opening import opening
from tabletop.table.bots import orders_of_bots
from tests.play import advance, fresh, make, nato, orders, review, two_keys

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
    """A bot that has sealed still answers; nobody's proposal lapses for having come late."""
    bots = [PlaySeat(seat="control", name=seat, player="bot:step-by-step") for seat in nato().seats if seat != "ankara"]
    world = make(orders(fresh()), *bots, ProposeHandover(seat="ankara", post="landcom", to="tr"))
    first = list(orders_of_bots(world))
    sealed = make(make(orders(fresh()), *bots), *orders_of_bots(make(orders(fresh()), *bots)))
    after = list(orders_of_bots(make(sealed, ProposeHandover(seat="ankara", post="landcom", to="tr"))))

    consent = AcceptHandover(seat="washington", post="landcom")
    assert consent in first
    assert after == [consent]


def test_policies_play_a_folded_table() -> None:
    for policy in POLICIES:
        for world, seat, moves in turns_of(nato(), policy, "2", 3, fold=6):
            assert list(refusals(world, moves)) == [], (policy, seat)


def test_random_play_follows_the_seed() -> None:
    one, same, other = ([moves for _, _, moves in turns_of(nato(), "random", seed, 2)] for seed in ("1", "1", "2"))

    assert one == same
    assert one != other


def test_the_policies_that_play_are_those_that_are_named_everywhere() -> None:
    assert tuple(POLICIES) == NAMES


@pytest.mark.parametrize("policy", POLICIES)
def test_a_seat_can_be_given_to_every_policy(policy: str) -> None:
    given = PlaySeat(seat="control", name="berlin", player=f"bot:{policy}")

    assert check(orders(fresh()), given) is None
    assert _player(nato(), f"berlin=bot:{policy}", 0) == ("berlin", f"bot:{policy}")


def test_a_policy_holds_its_own_border() -> None:
    """Nothing is lent to where packages leave from a theatre that pressure stands nearer to."""
    for world, _, moves in turns_of(nato(), "own-objectives", "3", 8):
        margins = {name: scores(world)[f"margin/{name}"] for name in world.scenario.theatres}
        goals = {seat: goals_of(world, seat) for seat in world.seats}
        for move in moves:
            if isinstance(move, Assign) and not goals[move.seat].cells:
                assert margins[world.scenario.forces[move.force].base] > margins[move.theatre], move


def test_a_chair_that_plays_for_its_objectives_tables_what_they_want_to_stand_and_lets_it_rest_when_it_fell() -> None:
    world, chair = orders(fresh()), "secretary-general"
    wanted = set(goals_of(world, chair).texts)

    def tabled(world: World) -> set[str]:
        return {move.kind for move in POLICIES["own-objectives"](world, chair, "s") if isinstance(move, TableText)}

    assert wanted == {"no-surprise", "joint-declaration"} <= tabled(world)
    first = make(world, *(TableText(seat=chair, kind=kind) for kind in sorted(wanted)))
    assert not wanted & tabled(first)
    fallen = orders(review(make(first, *(BreakSilence(seat="paris", proposal=kind) for kind in sorted(wanted)))))
    assert fallen.turn == 2 and not wanted & tabled(fallen)


def test_a_sensible_washington_tells_of_no_more_departures_near_an_edge() -> None:
    world = orders(fresh())
    low = make(world, Adjust(seat="control", what="cohesion", value=40.0))
    course = policy_of(Course(leave="announced"))

    assert any(isinstance(move, Withdraw) for move in course(world, "washington", "1"))
    assert not any(isinstance(move, Withdraw) for move in course(low, "washington", "1"))
