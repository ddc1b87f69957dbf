"""One draft kept open through a session, without a record, holds what a new draft for every move makes."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.forces import Force, Status
from tabletop.model.injects import InjectState
from tabletop.model.moves import Advance, Fund, SetReadiness
from tabletop.model.seats import Order
from tabletop.model.world import Phase
from tabletop.rules.acts.step import enter, resolve, step
from tabletop.rules.turn.injects import open_injects
from tabletop.rules.world.digest import digest
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tests.long import sweep
from tests.play import advance, fresh, session, two_keys

OPEN = {InjectState.DELIVERED, InjectState.SEEN, InjectState.ANSWERED}


def kept_open(seed: int) -> tuple[Draft, str]:
    """A draft through which a random session has gone, and the digest of the world that it gave move by move."""
    start = fresh(str(seed), scenario=two_keys()) if seed % 3 == 0 else fresh(str(seed), turns=4)
    world, done = session(start, Random(seed), turns=3)
    draft = Draft(start, record=False)
    for number, move in done:
        draft.waiting(), open_injects(draft)
        resolve(draft, move, number)
    return draft, digest(world)


@settings(max_examples=sweep(15, 8), deadline=None)
@given(st.integers(0, 10**6))
def test_without_a_record_the_world_is_the_same(seed: int) -> None:
    draft, expected = kept_open(seed)

    assert digest(draft.freeze()) == expected


@settings(max_examples=sweep(15, 8), deadline=None)
@given(st.integers(0, 10**6))
def test_what_a_draft_keeps_count_of_is_what_looking_again_finds(seed: int) -> None:
    draft, _ = kept_open(seed)

    waiting = [
        name
        for name, state in draft.forces.items()
        if state.status is Status.LEAVING or state.arrives > 0 or (state.status is Status.BUILDING and state.turn > 0)
    ]

    assert draft.waiting() == waiting
    assert open_injects(draft) == tuple(name for name, state in draft.injects.items() if state.state in OPEN)


def test_a_quick_copy_changes_what_it_is_told_and_knows_its_fields() -> None:
    force = Force(status=Status.BUILDING, theatre="north", turn=2, ref=5)

    moved = evolve(force, turn=3)

    assert (moved.status, moved.theatre, moved.turn, moved.ref) == (Status.BUILDING, "north", 3, 5)
    assert force.turn == 2
    with pytest.raises(AttributeError):
        evolve(force, place="south")


def test_orders_entered_at_once_are_those_entered_one_by_one() -> None:
    start = advance(fresh(), Phase.ORDERS)
    moves = [
        SetReadiness(seat="berlin", level=0.2),
        Fund(seat="berlin", programme=next(iter(start.programmes)), pays=40.0),
        SetReadiness(seat="berlin", level=0.3),
    ]
    one, other = Draft(start, record=False), Draft(start, record=False)

    for number, move in enumerate(moves):
        resolve(one, move, number)
    enter(other, "berlin", [Order(move, number) for number, move in enumerate(moves)])

    assert [order.ref for order in other.seats["berlin"].orders] == [1, 2]
    assert other.seats["berlin"].orders == one.seats["berlin"].orders


def test_a_turn_along_the_paths_is_told_the_same_when_it_was_played_before() -> None:
    start = advance(fresh(), Phase.ADJUDICATE)

    first, again = (step(start, Advance(seat="control")) for _ in range(2))

    assert first[1] == again[1]
    assert digest(first[0]) == digest(again[0])
    assert any(state != start.members[name] for name, state in again[0].members.items())
