"""The director: every seat is asked each turn, never two of a storyline at once, and whoever has waited comes first."""

from collections import Counter

import pytest
from attrs import evolve

from tabletop.model.injects import InjectState
from tabletop.model.moves import Adjust, FireInject, HoldInject
from tabletop.model.optional import CHANCE_INJECTS, DIRECTOR
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.turn.director import asked
from tabletop.rules.turn.injects import answering
from tabletop.rules.world.draft import Draft
from tests.long import some
from tests.play import fresh, make, nato, orders, review

SEEDS = some([str(n) for n in range(12)], 3)


def played(seed: str, world: World | None = None) -> list[World]:
    """The orders of each turn to the last; nobody orders or answers anything."""
    worlds = [orders(world or fresh(seed))]
    while worlds[-1].turn < worlds[-1].turns:
        worlds.append(orders(review(worlds[-1])))
    return worlds


def came(world: World) -> list[str]:
    return [name for name, state in world.injects.items() if state.turn == world.turn]


@pytest.mark.parametrize("seed", SEEDS)
def test_each_turn_brings_two_to_four_injects_and_the_last_at_least_one(seed: str) -> None:
    worlds = played(seed)

    assert all(2 <= len(came(world)) <= 5 for world in worlds[:-1])
    assert 1 <= len(came(worlds[-1])) <= 3
    assert 20 <= sum(len(came(world)) for world in worlds) <= 28


@pytest.mark.parametrize("seed", SEEDS)
def test_every_seat_is_asked_five_to_twelve_times(seed: str) -> None:
    counts = asked(Draft(played(seed)[-1]))

    assert all(5 <= count <= 12 for count in counts.values()), counts


@pytest.mark.parametrize("seed", SEEDS)
def test_never_two_of_one_storyline_are_drawn_at_once(seed: str) -> None:
    for world in played(seed):
        lines = Counter(nato().injects[name].storyline for name in came(world) if nato().injects[name].stock)
        assert max(lines.values(), default=0) <= 1, (world.turn, lines)


def test_without_the_director_nothing_of_the_stock_comes_and_control_may_fire_it() -> None:
    world = evolve(fresh(), without=(CHANCE_INJECTS, DIRECTOR))

    later = played("7", world)[1:]  # the first brief was before
    assert not [name for each in later for name in came(each) if nato().injects[name].stock]
    assert check(world, FireInject(seat="control", inject="gotland")) is None


def test_what_control_holds_is_not_drawn_and_another_comes_instead() -> None:
    start = review(played("7")[2])
    drawn = [name for name in came(orders(start)) if nato().injects[name].stock]
    held = orders(make(start, *(HoldInject(seat="control", inject=name) for name in drawn)))

    assert drawn and not set(drawn) & set(came(held))
    assert [name for name in came(held) if nato().injects[name].stock]


def test_a_broken_promise_and_a_fallen_text_are_what_their_questions_wait_for() -> None:
    world = orders(fresh())
    conditions = {
        c.path
        for name in ("a-word-not-kept", "after-the-silence", "bridge-not-built")
        for c in nato().injects[name].when
    }

    assert conditions == {"promises/broken", "texts/fallen", "matches/missing"}
    assert all(world.injects[name].state is InjectState.ARMED for name in ("a-word-not-kept", "after-the-silence"))


def test_whoever_has_waited_longest_is_asked_first() -> None:
    """Over many seeds, the seats that the fixed injects of the first turn leave out are asked by what is drawn."""
    drawn: Counter[str] = Counter()
    for n in range(20):
        world = orders(fresh(str(n)))
        for name in came(world):
            if nato().injects[name].stock:
                drawn.update(answering(world, name))

    assert min(drawn[seat] for seat in ("london", "ankara", "berlin")) > drawn["washington"]


def test_the_same_seed_draws_the_same_and_a_word_of_controls_elsewhere_changes_nothing() -> None:
    start = orders(fresh())
    other = make(start, Adjust(seat="control", what="industry", amount=1.0, reason="a try"))

    assert came(orders(review(start))) == came(orders(review(other)))
