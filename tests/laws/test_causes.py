"""Law 6: the causes shown for a change add up to the change, and each says what it is about."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.analysis.explain import explanation
from tabletop.model.cause import ABOUT, Cause
from tabletop.model.events import ForceChanged, Moved
from tabletop.model.world import Phase, World
from tabletop.rules.acts.adjudicate import adjudicate
from tabletop.rules.acts.step import step
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.world.draft import Draft
from tests.long import sweep
from tests.play import advance, fresh, nato, session, two_keys

#: Ids that a scenario knows by their sort, and kinds of cause behind which a draw always stands.
SORTS = ("theatre", "stance", "track", "force", "post", "programme", "way", "area")
DRAWN = ("election", "slips", "waits-behind", "mood", "rebuilds-faster", "rebuilds-slower", "probe-hit")


@settings(max_examples=sweep(12, 6), deadline=None)
@given(st.integers(0, 10**6))
def test_causes_of_every_score_add_up_after_every_turn(seed: int) -> None:
    rng = Random(seed)
    world = fresh(str(seed), scenario=two_keys()) if seed % 4 == 0 else fresh(str(seed), fold=rng.choice((0, 6)))
    _, done = session(world, rng, tries=8, turns=3)
    last: dict[str, float] = {}

    for number, move in done:
        after = step(world, move, number)[0]
        if after.turn != world.turn:
            last = adding_up(world, last)
        world = after
    adding_up(world, last)


def adding_up(world: World, last: dict[str, float]) -> dict[str, float]:
    """Checks every score of a world against the end of the turn before; gives them back."""
    now = scores(world)
    for score, value in now.items():
        told = explanation(world, score)
        assert told.after == pytest.approx(value, abs=1e-9), score
        assert told.before == pytest.approx(last.get(score, told.before), abs=1e-9), score
        assert sum(c.amount for c in told.causes) == pytest.approx(told.after - told.before, abs=1e-9), score
    return now


@settings(max_examples=sweep(8, 5), deadline=None)
@given(st.integers(0, 10**6))
def test_a_cause_names_things_that_there_are_and_a_draw_where_one_decided(seed: int) -> None:
    rng = Random(seed)
    scenario = two_keys() if seed % 2 else nato()
    world = fresh(str(seed), scenario=scenario)

    for number, move in session(world, rng, tries=8, turns=3)[1]:
        world, events = step(world, move, number)
        for cause in (event.cause for event in events if hasattr(event, "cause")):
            about = dict(zip(ABOUT[cause.kind], cause.about, strict=True))
            assert cause.who in {"", *scenario.seats, *scenario.members}
            assert all(thing in getattr(scenario, f"{sort}s") for sort, thing in about.items() if sort in SORTS), cause
            assert bool(cause.luck) >= (cause.kind in DRAWN), cause
            assert hash(cause) == hash(Cause(cause.kind, cause.about, cause.who, cause.luck, cause.wears_off))


def test_the_expected_course_names_no_draw() -> None:
    draft = Draft(advance(fresh("3"), Phase.ADJUDICATE), luck=False)

    adjudicate(draft)

    assert not {event.cause.luck for event in draft.events if isinstance(event, Moved | ForceChanged)} - {""}
