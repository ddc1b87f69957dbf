"""Stocks: used up each turn, refilled by industry, explained, and never worse for more of either side's forces."""

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from tabletop.analysis.explain import explanation
from tabletop.model.cause import Cause
from tabletop.model.effects import Effect
from tabletop.model.world import inputs_of
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.paths import number_at
from tabletop.rules.turn.effects import affect
from tabletop.rules.turn.stocks import days_held, turn_stocks
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.frame import frame_of
from tests.long import sweep
from tests.play import fresh, nato

STOCKS = frame_of(nato()).stocks


def turned(industry: float, turns: int = 1) -> Draft:
    """The opening after some turns of nothing but stocks, with industry at a level."""
    draft = Draft(fresh())
    draft.own("figures")[nato().names.industry] = industry
    for _ in range(turns):
        turn_stocks(draft)
    return draft


def test_every_theatre_of_the_exercise_keeps_a_stock_in_days() -> None:
    assert {nato().theatres[name].days for name in nato().theatres} == {30, 20, 15}
    assert len(STOCKS) == len(nato().theatres)


@given(st.floats(0, 100), st.floats(0, 100))
@settings(max_examples=sweep(30, 15), deadline=None)
def test_more_industry_never_leaves_less_on_the_shelf(one: float, other: float) -> None:
    low, high = turned(min(one, other)), turned(max(one, other))

    for stock in STOCKS.values():
        assert low.figures[stock.key] <= high.figures[stock.key]


@given(st.floats(0, 100), st.integers(1, 60))
@settings(max_examples=sweep(30, 15), deadline=None)
def test_shelves_are_never_emptier_than_empty_nor_filled_beyond_full(industry: float, turns: int) -> None:
    opening, draft = Draft(fresh()), turned(industry, turns)

    for stock, before, after in zip(STOCKS.values(), days_held(opening), days_held(draft), strict=True):
        assert 0 <= after <= max(stock.days, before) + 1e-9


def test_without_industry_shelves_run_down_and_deterrence_with_them_and_both_causes_are_named() -> None:
    before = fresh()
    draft = turned(0.0, 3)
    draft.own("figures")[nato().names.industry] = before.figures[nato().names.industry]
    after = evolve(draft.freeze(), before=None)
    told = explanation(evolve(after, before=inputs_of(before)), "deterrence/baltic")

    assert scores(after)["deterrence/baltic"] < scores(before)["deterrence/baltic"]
    assert {cause.cause for cause in told.causes} == {Cause("stock-used", ("sustainment",))}
    assert abs(sum(cause.amount for cause in told.causes) - (told.after - told.before)) < 1e-9


def test_industry_as_it_is_today_holds_the_level_and_more_of_it_fills_the_shelves() -> None:
    k, start = nato().coefficients, nato().tracks[nato().names.industry].start
    key = STOCKS[nato().theatre_index["baltic"], nato().area_index["sustainment"]].key

    even = 100 * k.stock_use / k.stock_refill
    assert even <= start
    assert abs(turned(even).figures[key]) < 1e-9
    assert turned(even + 20).figures[key] > 0 > turned(even - 20).figures[key]


def test_an_effect_moves_a_shelf_by_days_and_all_shelves_at_once() -> None:
    draft = Draft(fresh())
    before = number_at(draft, "days/baltic")

    affect(draft, Effect("stock/all", 2.0), Cause("adjustment"))

    assert number_at(draft, "days/baltic") - before == approx(2.0)
    assert all(draft.figures[stock.key] == 2.0 for stock in STOCKS.values())
