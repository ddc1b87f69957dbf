"""Budgets: plans that are kept with a chance and drawn by what threatens, shares and paces that are set."""

from statistics import mean, stdev

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.moves import Fund, Invest, Move, SetPace, SetReadiness, SetSpending
from tabletop.model.optional import PLANS
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.political_capital import planned_shares, rise_cost
from tabletop.rules.ahead.project import difference, expected
from tabletop.rules.turn.spending import along, planned_share, spend, urge_of
from tabletop.rules.world.chance import bells
from tabletop.rules.world.draft import Draft
from tests.play import fresh, make, nato
from tests.rules.quiet import adjudicated, at_orders, course

K = nato().coefficients
ON_PATH = [name for name, spec in nato().members.items() if not spec.outside_path]


def with_figures(world: World, **figures: float) -> World:
    return evolve(world, figures=world.figures | {name.replace("_", "/"): value for name, value in figures.items()})


def alarmed(alarm: float, departed: float = 0.0, condition: float = 0.0) -> World:
    """Orders of turn 1 with so much alarm, `departed` of it for forces that left, where so much was asked for."""
    felt = {"/alarm": alarm, "/departed": departed, "/condition": condition}
    return evolve(at_orders(), figures=at_orders().figures | felt)


def code(world: World, move: Move) -> str:
    refused = check(world, move)
    return refused.code if refused else ""


def test_a_plan_climbs_by_a_step_takes_a_part_of_what_is_missing_and_is_drawn_by_alarm() -> None:
    world = at_orders()
    world = evolve(world, members=world.members | {"de": evolve(world.members["de"], spending=2.5)})

    share, _ = planned_share(world, "de", {})

    climbed = 2.5 + K.pledge_step
    caught = climbed + K.adhere_catch * (world.members["de"].pledge + K.pledge_step - climbed)
    assert share == pytest.approx(caught + urge_of(world).all)


@given(st.floats(0, 2), st.floats(0, 1))
@settings(max_examples=30, deadline=None)
def test_alarm_draws_budgets_up_and_what_left_draws_them_less(alarm: float, part: float) -> None:
    plain, departed = alarmed(alarm), alarmed(alarm, departed=part * alarm)

    assert urge_of(departed).all <= urge_of(plain).all <= urge_of(alarmed(alarm + 0.1)).all
    felt = alarm * (1 - part * (1 - K.leaving_pull))
    assert urge_of(departed).all == pytest.approx(K.adhere_pull * (min(felt, K.adhere_most) - K.adhere_from))
    assert urge_of(plain).all <= K.adhere_pull * (K.adhere_most - K.adhere_from)


def test_being_asked_for_more_moves_those_below_their_path_who_feel_unsafe() -> None:
    asked, safe = alarmed(K.condition_alarm, condition=1.0), alarmed(0.0, condition=1.0)

    assert urge_of(asked).below == pytest.approx(K.condition_rise)
    assert urge_of(safe).below == urge_of(alarmed(1.0)).below == 0
    member = evolve(asked.members["it"], spending=2.0, pledge=2.2)
    held = along(K, evolve(member, spending=2.3), 2.3, urge_of(asked))
    urged = along(K, member, 2.3, urge_of(asked))
    assert urged - along(K, member, 2.3, urge_of(alarmed(K.condition_alarm))) == pytest.approx(K.condition_rise)
    assert held == along(K, evolve(member, spending=2.3), 2.3, urge_of(alarmed(K.condition_alarm)))


@given(st.floats(0, 6), st.floats(0, 4), st.floats(-0.5, 0.5), st.floats(-3, 3))
@settings(max_examples=60, deadline=None)
def test_no_budget_moves_more_than_the_most_a_turn_or_below_nothing(
    spending: float, pledge: float, pace: float, luck: float
) -> None:
    member = evolve(at_orders().members["de"], spending=spending, pledge=pledge, pace=pace)

    share = along(K, member, min(K.pledge_top, pledge + K.pledge_step), urge_of(at_orders()), luck)

    assert share >= 0
    assert abs(share - spending) <= K.max_rise + 1e-9


def test_luck_of_budgets_has_no_side_and_is_larger_for_small_economies() -> None:
    def luck(member: str) -> list[float]:
        shares = []
        for seed in range(150):
            draft = Draft(evolve(at_orders(), seed=str(seed)))
            spend(draft, [])
            shares.append(draft.members[member].spending - planned_share(at_orders(), member, {})[0])
        return shares

    large, small = luck("de"), luck("lv")

    assert abs(mean(large)) < 0.025 and abs(mean(small)) < 0.04
    assert 0.07 < stdev(large) < 0.13 < stdev(small) < 0.21


def test_bells_have_mean_0_and_deviation_1_and_hang_on_their_own_number_alone() -> None:
    draws = [each for turn in range(100) for each in bells("7", turn, "x", 20)]

    assert abs(mean(draws)) < 0.07
    assert stdev(draws) == pytest.approx(1, abs=0.06)
    assert min(draws) >= -3 and max(draws) <= 3
    assert bells("7", 1, "x", 3) == bells("7", 1, "x", 20)[:3]


def test_without_luck_of_budgets_every_plan_goes_as_expected() -> None:
    worlds = [evolve(fresh(seed), without=(PLANS,)) for seed in ("1", "2")]
    drafts = [Draft(world) for world in worlds]
    for draft in drafts:
        spend(draft, [])

    assert drafts[0].members == drafts[1].members
    for member in ON_PATH:
        assert drafts[0].members[member].spending == pytest.approx(planned_share(worlds[0], member, {})[0], abs=1e-6)


def test_what_is_ordered_above_the_path_takes_capital_by_gdp_and_the_plan_is_free() -> None:
    world = at_orders()
    plain = adjudicated(world)
    assert plain.figures["capital/berlin"] == pytest.approx(world.figures["capital/berlin"] + K.capital_gain)

    raised = adjudicated(world, SetSpending(seat="berlin", member="de", share=3.1))
    gdp = {m: nato().members[m].gdp for m in world.seats["berlin"].members}
    cost = K.capital_per_point * (3.1 - 2.87) * gdp["de"] / sum(gdp.values())
    assert raised.members["de"].spending == 3.1
    assert plain.figures["capital/berlin"] - raised.figures["capital/berlin"] == pytest.approx(cost)
    assert raised.figures["support/berlin"] < plain.figures["support/berlin"]


def test_the_anchor_notices_a_rise_that_is_ordered_and_none_that_is_planned() -> None:
    def noticed(*moves: Move) -> float:
        changes = adjudicated(at_orders(), *moves).changes
        return sum(c.amount for c in changes if c.cause.kind == "rise-noticed")

    assert noticed() == 0
    small, large = (noticed(SetSpending(seat="berlin", member="de", share=share)) for share in (2.95, 3.2))
    assert 0 < small < large


def test_a_cut_gives_no_capital_back() -> None:
    world = at_orders()
    cut = adjudicated(world, SetSpending(seat="berlin", member="de", share=2.4))

    assert cut.members["de"].spending == 2.4
    assert cut.figures["capital/berlin"] <= adjudicated(world).figures["capital/berlin"] + 1e-9
    assert cut.figures["/shortfall"] > 0


def test_a_pace_goes_on_until_another_and_a_share_stays_until_a_pace() -> None:
    pace, share = SetPace(seat="berlin", pace=0.1), SetSpending(seat="berlin", member="de", share=2.9)
    told = course(at_orders(), {1: [pace], 3: [share], 5: [SetPace(seat="berlin", pace=0.2)]}, 6).worlds

    de = [world.members["de"].spending for world in told]
    paced = [de[n] - de[n - 1] - urge_of(told[n - 1]).all for n in (1, 2, 5, 6)]
    assert paced == pytest.approx([0.1, 0.1, 0.2, 0.2], abs=0.02)
    assert de[3] == de[4] == 2.9


def test_a_standing_pace_ends_at_the_pledges_top() -> None:
    world = alarmed(K.adhere_from)
    near = evolve(world.members["de"], spending=K.pledge_top - 0.1, pace=0.3)

    assert along(K, near, K.pledge_top, urge_of(world)) == pytest.approx(K.pledge_top)
    assert along(K, evolve(near, spending=4.0), K.pledge_top, urge_of(world)) == pytest.approx(4.0)
    assert along(K, evolve(near, spending=4.0, pace=-0.3), K.pledge_top, urge_of(world)) == pytest.approx(3.7)


def test_the_paths_own_pace_is_the_plan_again() -> None:
    cut = SetSpending(seat="berlin", member="de", share=2.4)
    back = SetPace(seat="berlin", pace=K.pledge_step, members=("de",))
    told = course(at_orders(), {1: [cut], 2: [back]}, 2).worlds

    assert told[1].members["de"].by_hand and not told[2].members["de"].by_hand
    state = evolve(told[1].members["de"], by_hand=False)
    path = state.pledge + K.pledge_step
    assert told[2].members["de"].spending == pytest.approx(along(K, state, path, urge_of(told[1])), abs=0.01)


def test_what_a_pace_does_shows_in_its_price() -> None:
    world, pace = at_orders(), SetPace(seat="berlin", pace=0.3)

    assert check(world, pace) is None
    assert difference(expected(world), expected(world, pace))["capital/berlin"] < -4


def test_a_pace_that_goes_on_goes_on_costing_and_is_counted_before_new_orders() -> None:
    world = make(at_orders(), SetPace(seat="berlin", pace=0.3), ref=1)
    told = course(world, {}, 2).worlds
    spent = [
        sum(c.amount for c in w.changes if (c.figure, c.cause.kind) == ("capital/berlin", "spending-raised"))
        for w in told
    ]
    assert spent[1] < 0 and spent[2] < 0

    poor = at_orders()
    poor = evolve(poor, members=poor.members | {"de": evolve(poor.members["de"], pace=0.5)})
    asked = {"de": at_orders().members["de"].spending + 0.5}
    assert rise_cost(poor, "berlin", {}) == pytest.approx(rise_cost(at_orders(), "berlin", asked))
    poor = with_figures(poor, capital_berlin=1.0)
    assert code(poor, SetPace(seat="berlin", pace=0.3, members=("nl",))) == "politics/no-capital"
    assert code(poor, SetPace(seat="berlin", pace=0.0, members=("de",))) == ""


def test_of_a_pace_and_a_share_the_share_counts() -> None:
    pace, share = SetPace(seat="berlin", pace=0.2), SetSpending(seat="berlin", member="de", share=2.5)
    world = make(at_orders(), pace, share, ref=1)

    assert planned_shares(world, "berlin")["de"] == adjudicated(world).members["de"].spending == 2.5
    drawn = 0.2 + urge_of(world).all
    assert planned_shares(world, "berlin")["nl"] == pytest.approx(world.members["nl"].spending + drawn)


def test_a_provisional_budget_starts_nothing_new_and_falls_back_to_the_path() -> None:
    world = with_figures(at_orders(), support_berlin=20.0)
    first = course(world, {1: [SetPace(seat="berlin", pace=0.3)]}, 2)
    under = first.worlds[1]
    assert under.seats["berlin"].provisional

    orders = evolve(under, phase=world.phase, turn=2)
    assert code(orders, Fund(seat="berlin", programme="c-de-lith")) == "politics/provisional"
    assert code(orders, Invest(seat="berlin", way="national", amount=1)) == "politics/provisional"
    assert code(orders, SetSpending(seat="berlin", member="de", share=3.5)) == "politics/provisional"
    assert code(orders, SetReadiness(seat="berlin", level=0.3)) == ""
    path = under.members["de"].pledge + K.pledge_step
    held = under.members["de"].spending - path
    assert first.worlds[2].members["de"].spending == pytest.approx(path + held * (1 - K.provisional_fall), abs=1e-4)
