"""What rules remember is what they would work out afresh, after any moves."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import attrgetter
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.analysis.campaign import play_out, start_of
from tabletop.analysis.policies.answers import answers
from tabletop.analysis.policies.buying import together
from tabletop.analysis.policies.course import STEP_BY_STEP
from tabletop.analysis.policies.posture import leaving_in
from tabletop.model.forces import Status
from tabletop.model.injects import InjectState
from tabletop.model.world import World
from tabletop.rules.acts.step import resolve
from tabletop.rules.scores.deterrence import area_shares, scores
from tabletop.rules.turn.injects import answering, open_injects
from tabletop.rules.turn.readiness import readiness_prices
from tabletop.rules.turn.relief import added_by
from tabletop.rules.turn.stocks import days_held
from tabletop.rules.turn.turn import readings
from tabletop.rules.world.book import book_of
from tabletop.rules.world.digest import digest
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.frame import frame_of
from tests.long import sweep
from tests.play import fresh, nato, session, two_keys


class Forgetful(dict[Any, Any]):
    """A memory in which nothing stays."""

    def __setitem__(self, key: Any, answer: Any) -> None:
        pass


@contextmanager
def forgetting(world: World) -> Iterator[None]:
    """While it lasts, nothing that hangs on the world's scenario or on values is remembered."""
    frame, names = frame_of(world.scenario), ("memory", "cells", "limits")
    kept = {name: getattr(frame, name) for name in names}
    for name in names:
        object.__setattr__(frame, name, Forgetful())
    try:
        yield
    finally:
        for name in names:
            object.__setattr__(frame, name, kept[name])


def forgetful(world: World) -> Draft:
    """A draft that remembers nothing of itself either."""
    draft = Draft(world, record=False)
    draft.answers, draft.limits = Forgetful(), Forgetful()
    return draft


#: What a course decides of the list that its followers share.
_SHARED = attrgetter("theirs", "majority", "match", "heed", "early")(STEP_BY_STEP)


def asked(draft: Draft) -> dict[str, Any]:
    """Everything that is remembered, asked once."""
    return {
        "scores": scores(draft),
        "shares": area_shares(draft),
        "readings": readings(draft),
        "opened": open_injects(draft),
        "answering": {name: answering(draft, name) for name in draft.injects},
        "answers": [list(answers(draft, seat, "common")) for seat in draft.seats],
        "prices": readiness_prices(draft),
        "days": days_held(draft),
        "added": added_by(draft, draft.frame.needs),
        "solid": book_of(draft),
        "away": draft.away(),
        "bought": together(draft, draft.turn, *_SHARED),
        "leaving": leaving_in(draft, draft.turn),
        "waiting": draft.waiting(),
        "seats": {member: draft.seat_of(member) for member in draft.scenario.members},
    }


@settings(max_examples=sweep(30, 8), deadline=None)
@given(st.integers(0, 10**6))
def test_what_a_draft_remembers_is_what_a_draft_without_memory_works_out(seed: int) -> None:
    start = fresh(str(seed), scenario=two_keys()) if seed % 3 == 0 else fresh(str(seed), turns=4)
    _, done = session(start, Random(seed), tries=6, turns=3)
    remembering, plain = Draft(start, record=False), forgetful(start)

    for number, move in done:
        resolve(remembering, move, number)
        with forgetting(start):
            resolve(plain, move, number)
            worked_out = asked(plain)
        assert asked(remembering) == worked_out, move

    assert digest(remembering.freeze()) == digest(plain.freeze())


@settings(max_examples=sweep(30, 8), deadline=None)
@given(st.integers(0, 10**6))
def test_a_world_is_told_what_a_draft_of_it_remembers(seed: int) -> None:
    start = fresh(str(seed), turns=3)
    draft = Draft(start, record=False)

    for number, move in session(start, Random(seed), tries=4, turns=2)[1]:
        resolve(draft, move, number)
        world = Draft(draft).freeze()
        assert (scores(draft), open_injects(draft)) == (scores(world), open_injects(world))


@pytest.mark.parametrize("policy", ["status-quo", "mixed", "own-objectives"])
def test_a_campaign_without_any_memory_is_the_same_campaign(policy: str) -> None:
    start = start_of(nato(), turns=3)

    told = play_out(start, policy, "7")
    with forgetting(start):
        again = play_out(start, policy, "7")

    assert (told.history, told.objectives, told.injects) == (again.history, again.objectives, again.injects)


def test_whatever_changes_by_itself_drops_what_hung_on_it() -> None:
    start = fresh()
    force = next(name for name in frame_of(nato()).anchors if start.forces[name].status is Status.AVAILABLE)
    inject = next(name for name, state in start.injects.items() if name not in open_injects(start))
    track = nato().names.cohesion

    changes: list[Callable[[Draft], object]] = [
        lambda draft: draft.put_force(force, evolve(start.forces[force], status=Status.ELSEWHERE)),
        lambda draft: draft.put_inject(inject, evolve(start.injects[inject], state=InjectState.DELIVERED)),
        lambda draft: draft.shift(track, -5.0),
        lambda draft: draft.own("figures").update({track: 5.0}),
    ]

    for change in changes:
        draft = Draft(start)
        before = scores(draft), open_injects(draft)
        change(draft)
        world = draft.freeze()
        assert (scores(draft), open_injects(draft)) == (scores(world), open_injects(world)) != before
