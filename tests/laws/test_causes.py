"""Law 6: the causes shown for a change add up to the change."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.analysis.explain import explain
from tabletop.model.world import World
from tabletop.rules.acts.step import step
from tabletop.rules.scores.deterrence import scores
from tests.play import fresh, session, two_keys


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**6))
def test_causes_of_every_score_add_up_after_every_turn(seed):
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
        told = explain(world, score)
        assert told.after == pytest.approx(value, abs=1e-9), score
        assert told.before == pytest.approx(last.get(score, told.before), abs=1e-9), score
        assert sum(c.amount for c in told.causes) == pytest.approx(told.after - told.before, abs=1e-9), score
    return now
