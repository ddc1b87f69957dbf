"""Moods: luck beside decisions, within its bounds, named, keyed, and left out on request."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.analysis.campaign import play_out, start_of
from tabletop.rules.turn.moods import mood
from tabletop.rules.turn.opening import before
from tabletop.rules.world.draft import Draft
from tests.play import fresh, nato


@given(st.text(max_size=8), st.floats(0, 20))
@settings(max_examples=50, deadline=None)
def test_a_mood_lies_within_its_bounds_and_depends_on_seed_and_turn_alone(seed: str, most: float) -> None:
    one, other = Draft(fresh()), Draft(fresh())
    one.seed = other.seed = seed
    other.own("figures")["/alarm"] = 2.0

    assert -most <= mood(one, "rebuilding", most) <= most
    assert mood(one, "rebuilding", most) == mood(other, "rebuilding", most)


def test_over_many_seeds_good_and_bad_luck_balance() -> None:
    draft = Draft(fresh())
    found = []
    for seed in range(400):
        draft.seed = str(seed)
        found.append(mood(draft, "rebuilding", 1.0))

    assert abs(sum(found) / len(found)) < 0.1
    assert min(found) < -0.9 and max(found) > 0.9


def test_there_is_no_mood_without_luck_or_without_the_rule() -> None:
    assert mood(Draft(fresh(), luck=False), "rebuilding", 5.0) == 0
    assert mood(Draft(before(nato(), without=("moods",))), "rebuilding", 5.0) == 0


def test_luck_alone_spreads_a_margin_by_points_and_not_by_tens() -> None:
    """Ten campaigns of one policy end apart, but far less than policies do."""
    last = [play_out(start_of(nato()), "status-quo", str(seed)).history[-1] for seed in range(10)]
    ends = [float(reading["margin/baltic"]) for reading in last]

    assert 3 < max(ends) - min(ends) < 25
