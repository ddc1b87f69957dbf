"""Alarm and what is said about it: departures and pressure raise it, it fades; words calm, ask and wear out."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.cause import because
from tabletop.model.moves import Declare, Red
from tabletop.model.world import Phase, World
from tabletop.rules.turn.alarm import fade_alarm, threaten
from tabletop.rules.turn.declare import declare
from tabletop.rules.world.draft import Draft
from tests.play import advance, fresh, make, nato, orders, review

K = nato().coefficients


def at(**figures: float) -> World:
    named = {f"/{name}": value for name, value in figures.items()}
    return evolve(fresh(), figures=fresh().figures | named)


def test_it_fades_and_the_part_of_departures_with_it() -> None:
    draft = Draft(at(alarm=1.0, departed=0.5))

    fade_alarm(draft, 0.0)

    assert draft.figures["/alarm"] == pytest.approx(K.alarm_fade)
    assert draft.figures["/departed"] == pytest.approx(0.5 * K.alarm_fade)


@given(st.floats(0, 1), st.floats(0, 3))
@settings(max_examples=30, deadline=None)
def test_what_departures_raise_is_kept_beside_and_never_more_than_all(alarm: float, people: float) -> None:
    draft = Draft(at(alarm=alarm))

    fade_alarm(draft, people)

    added = people / K.alarm_spread
    assert draft.figures.get("/departed", 0.0) == pytest.approx(added)
    assert draft.figures["/alarm"] == pytest.approx(min(K.alarm_most, K.alarm_fade * alarm + added))


def threat(pressure: float, deters: float = 50.0) -> float:
    """What is added to alarm when every theatre stands under so much pressure and is deterred by so much."""
    draft = Draft(at(alarm=0.0))
    for key in draft.frame.pressure:
        draft.put_figure(key, pressure)
    threaten(draft, [deters] * len(draft.frame.theatres))
    return draft.figures["/alarm"]


def test_pressure_alarms_from_a_margin_below_what_deters_and_by_the_point() -> None:
    assert threat(50 - K.alarm_margin) == pytest.approx(0)
    assert threat(20) == 0
    assert threat(60) == pytest.approx(K.alarm_threat * (10 + K.alarm_margin))
    assert threat(60, deters=55) < threat(60)


@pytest.mark.parametrize("hit", [True, False])
def test_a_probe_alarms_more_where_it_succeeds(hit: bool) -> None:
    kind = next(lever for lever in nato().red.levers if lever.id == "probe").kinds[0]
    pull = {"lever": "probe", "theatre": "baltic", "kind": kind}
    amounts = set()
    for seed in range(12):
        world = make(advance(orders(fresh(str(seed))), Phase.RED), Red(seat="control", levers=(pull,)))
        wanted = because("probe-hit" if hit else "probe-repelled", "baltic", luck="probe succeeds/baltic")
        amounts |= {round(c.amount, 6) for c in review(world).changes if (c.figure, c.cause) == ("/alarm", wanted)}

    assert amounts == {K.hit_alarm if hit else K.repelled_alarm}
    assert K.hit_alarm > K.repelled_alarm > 0


def said(seat: str, stance: str, *before: tuple[str, str]) -> Draft:
    """A world in which a seat speaks after others have in this turn."""
    draft = Draft(at(alarm=0.5))
    words = [*before, (seat, stance)]
    declare(draft, [(who, Declare(seat=who, stance=what), 0) for who, what in words])
    return draft


def test_being_asked_by_the_anchor_is_felt_costs_trust_and_wears_out() -> None:
    once, twice = (
        said("washington", "conditionality"),
        said("washington", "conditionality", ("washington", "conditionality")),
    )

    assert once.figures["/condition"] == 1
    assert twice.figures["/condition"] == pytest.approx(1 + K.stale_words)
    assert once.figures["trust"] < fresh().figures["trust"]
    assert once.figures["cohesion"] < fresh().figures["cohesion"]


def test_being_asked_by_an_ally_moves_no_plan() -> None:
    assert said("berlin", "conditionality").figures.get("/condition", 0.0) == 0


def test_what_is_asked_fades_by_half_a_turn() -> None:
    world = orders(fresh())
    asked = review(make(world, Declare(seat="washington", stance="conditionality"), ref=1))

    assert asked.figures["/condition"] == pytest.approx(K.condition_fade)
    assert review(orders(asked)).figures["/condition"] == pytest.approx(K.condition_fade**2)


def test_the_anchors_solidarity_calms() -> None:
    assert said("washington", "solidarity").figures["/alarm"] < 0.5
    assert said("berlin", "solidarity").figures["/alarm"] == 0.5
