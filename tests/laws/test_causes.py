"""Law 6: the causes shown for a change add up to the change, and each says what it is about."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.analysis.explain import explanation
from tabletop.model.cause import ABOUT, Cause
from tabletop.model.events import ForceChanged, Moved
from tabletop.model.inner import GROWTH
from tabletop.model.moves import Assign, SetReadiness, SetSpending, Withdraw
from tabletop.model.world import Phase, World
from tabletop.rules.acts.adjudicate import adjudicate
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.world.draft import Draft
from tests.long import sweep
from tests.play import advance, fresh, nato, session, two_keys

#: Ids that a scenario knows by their sort, and kinds of cause behind which a draw always stands.
SORTS = ("theatre", "stance", "track", "force", "post", "programme", "way", "area")
DRAWN = (
    *("election-closer", "election-away", "slips", "waits-behind", "mood", "probe-hit", "rebuilds-faster"),
    *("rebuilds-slower", "needs-grow-faster", "needs-grow-slower"),
)


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


@settings(max_examples=sweep(12, 3), deadline=None)
@given(st.randoms(use_true_random=False))
def test_causes_add_up_where_packages_leave_matches_lapse_and_forces_gain_and_lose_worth(rng: Random) -> None:
    """A course of every kind of departure: matched by readiness that stops, by surprise, moved, pulled, called back."""
    world = fresh(str(rng.randrange(100)))
    theatres = list(world.scenario.theatres)
    packages = ("us-abct-pl", "us-2cr", "us-48fw", "us-rota-ddg", "us-5-7ada")
    seats = [seat for seat, state in world.seats.items() if state.members and seat != "washington"]
    ready = rng.choice((2, 3))
    last: dict[str, float] = {}
    departures = worth = False
    for turn in range(1, 6):
        world = advance(world, Phase.ORDERS, turn)
        for move in (
            *(SetReadiness(seat=seat, level=1.0 if turn <= ready else 0.0) for seat in seats),
            Withdraw(seat="washington", force=packages[turn - 1], turn=min(turn + rng.choice((0, 2)), 8)),
            Assign(seat="washington", force=rng.choice(packages), theatre=rng.choice(theatres)),
            Assign(seat="london", force="gb-estonia", theatre=rng.choice(theatres)),
            Assign(seat="berlin", force="de-1-panzer", theatre=rng.choice(theatres)),
            SetSpending(seat="berlin", member="de", share=rng.choice((2.0, 3.4))),
        ):
            if check(world, move) is None:
                world = step(world, move, 100 * turn)[0]
        world = advance(world, Phase.REVIEW, turn)
        last = adding_up(world, last)
        departures = departures or bool(world.departures)
        worth = worth or any(key.startswith("worth/") and value != 1 for key, value in world.figures.items())
    assert departures
    assert worth
    assert world.figures[GROWTH] > 0


@settings(max_examples=8, deadline=None)
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
