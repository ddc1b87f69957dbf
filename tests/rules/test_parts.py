"""One draft kept open through a session, without a record, holds what a new draft for every move makes."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.forces import Force, Status
from tabletop.model.injects import InjectState
from tabletop.rules.digest import digest
from tabletop.rules.draft import Draft
from tabletop.rules.evolving import evolve
from tabletop.rules.step import resolve
from tests.play import fresh, session, two_keys

OPEN = {InjectState.DELIVERED, InjectState.SEEN, InjectState.ANSWERED}


def kept_open(seed: int) -> tuple[Draft, str]:
    """A draft through which a random session has gone, and the digest of the world that it gave move by move."""
    start = fresh(str(seed), scenario=two_keys()) if seed % 3 == 0 else fresh(str(seed), turns=4)
    world, done = session(start, Random(seed), turns=3)
    draft = Draft(start, record=False)
    for number, move in done:
        draft.waiting(), draft.opened()
        resolve(draft, move, number)
    return draft, digest(world)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_without_a_record_the_world_is_the_same(seed):
    draft, expected = kept_open(seed)

    assert digest(draft.freeze()) == expected


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_what_a_draft_keeps_count_of_is_what_looking_again_finds(seed):
    draft, _ = kept_open(seed)

    waiting = [
        name
        for name, state in draft.forces.items()
        if state.status is Status.LEAVING or (state.status is Status.BUILDING and state.turn > 0)
    ]

    assert draft.waiting() == waiting
    assert draft.opened() == tuple(name for name, state in draft.injects.items() if state.state in OPEN)


def test_a_quick_copy_changes_what_it_is_told_and_knows_its_fields():
    force = Force(status=Status.BUILDING, theatre="north", turn=2, ref=5)

    moved = evolve(force, turn=3)

    assert (moved.status, moved.theatre, moved.turn, moved.ref) == (Status.BUILDING, "north", 3, 5)
    assert force.turn == 2
    with pytest.raises(AttributeError):
        evolve(force, place="south")
