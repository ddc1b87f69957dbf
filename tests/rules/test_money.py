"""Wallets, offers, readiness, industry, deliveries. What budgets come to is tested in `test_spending`."""

from collections import Counter

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.cause import Cause
from tabletop.model.events import ForceChanged
from tabletop.model.figures.forms import SOLDIERS
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Status
from tabletop.model.moves import (
    Adjust,
    Fund,
    Invest,
    Move,
    Seal,
    SetPace,
    SetReadiness,
    SetSpending,
    TakeBack,
)
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.orders import committed
from tabletop.rules.turn.money import income, running
from tabletop.rules.turn.programmes import deliver, price, slip_odds
from tabletop.rules.turn.readiness import readiness_price
from tabletop.rules.turn.stocks import days_held
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.hosts import with_forces
from tests.play import fresh, make, nato
from tests.rules.quiet import adjudicated, at_orders, course

K = nato().coefficients


def with_figures(world: World, **figures: float) -> World:
    return evolve(world, figures=world.figures | {name.replace("_", "/"): value for name, value in figures.items()})


def code(world: World, move: Move) -> str:
    refused = check(world, move)
    return refused.code if refused else ""


@pytest.mark.parametrize(
    "move, refused",
    [
        (SetSpending(seat="berlin", member="de", share=40000), "spending/too-fast"),
        (SetSpending(seat="berlin", member="de", share=-1), "spending/range"),
        (SetSpending(seat="berlin", member="fr", share=2.5), "member/not-yours"),
        (SetSpending(seat="washington", member="us", share=3.0), "spending/outside"),
        (SetPace(seat="berlin", pace=0.51), "spending/too-fast"),
        (SetPace(seat="secretary-general", pace=0.1), "seat/no-members"),
        (Fund(seat="washington", programme="c-de-lith"), "programme/not-yours"),
        (Fund(seat="berlin", programme="c-de-lith", pays=101), "programme/offer"),
        (Invest(seat="berlin", way="national", amount=0), "money/amount"),
        (Invest(seat="berlin", way="national", amount=99), "money/short"),
        (SetReadiness(seat="berlin", level=1.2), "readiness/range"),
        (SetReadiness(seat="secretary-general", level=1), "readiness/no-forces"),
    ],
)
def test_orders_out_of_range_are_refused_with_their_code(move: Move, refused: str) -> None:
    assert code(at_orders(), move) == refused


def test_unspent_money_lapses_but_for_a_part_and_the_next_half_year_comes_in() -> None:
    world = at_orders()
    after = adjudicated(world)

    expected = K.carry_over * world.figures["wallet/berlin"] + income(Draft(after), "berlin")
    assert after.figures["wallet/berlin"] == pytest.approx(expected)


def test_what_has_been_delivered_costs_money_to_run() -> None:
    fund = Fund(seat="london", programme="c-uk-est")
    told = course(at_orders(), {1: [fund]}, 3)

    assert running(Draft(told.worlds[2]), "london") == pytest.approx(nato().programmes["c-uk-est"].running / 2)
    assert running(Draft(told.worlds[1]), "london") == 0


def test_offers_over_a_hundred_are_scaled_down_and_half_an_offer_buys_nothing() -> None:
    world = with_figures(at_orders(), wallet_paris=8.0, wallet_london=8.0)
    both = [Fund(seat=seat, programme="c-arrc-light") for seat in ("paris", "london")]
    half = Fund(seat="paris", programme="c-arrc-light", pays=50)

    shared, alone = adjudicated(world, *both), adjudicated(world, half)

    paid = dict(shared.programmes["c-arrc-light"].paid)
    assert paid == {"paris": pytest.approx(0.5), "london": pytest.approx(0.5)}
    assert shared.programmes["c-arrc-light"].ordered == 1
    assert alone.programmes["c-arrc-light"].ordered == 0
    assert alone.figures["wallet/paris"] == adjudicated(world).figures["wallet/paris"]


def test_an_offer_of_nothing_makes_nobody_a_payer_and_ends_a_standing_offer() -> None:
    world = with_figures(at_orders(), wallet_paris=8.0)
    offers = [Fund(seat="paris", programme="c-arrc-light"), Fund(seat="london", programme="c-arrc-light", pays=0)]
    assert dict(adjudicated(world, *offers).programmes["c-arrc-light"].paid) == {"paris": 1.0}

    stands = Fund(seat="paris", programme="c-arrc-light", pays=50, standing=True)
    ends = Fund(seat="paris", programme="c-arrc-light", pays=0)
    told = course(world, {1: [stands], 2: [ends]}, 2)
    assert told.worlds[1].programmes["c-arrc-light"].standing == (("paris", 50),)
    assert told.worlds[2].programmes["c-arrc-light"].standing == ()


def test_a_standing_offer_goes_on_each_turn_and_binds_no_money_once_all_is_ordered() -> None:
    stands = Fund(seat="london", programme="c-uk-est", standing=True)
    told = course(with_figures(at_orders(), wallet_london=12.0), {1: [stands]}, 4)

    assert told.worlds[2].programmes["c-uk-est"].ordered == 2  # its one tranche and a second series
    assert told.worlds[2].programmes["c-uk-est"].standing == ()
    assert committed(told.worlds[3], "london") == 0


def test_a_standing_offer_rests_under_a_provisional_budget() -> None:
    stands = Fund(seat="london", programme="c-arrc-light", standing=True)
    world = with_figures(course(at_orders(), {1: [stands]}, 1).worlds[1], support_london=50.0)
    seats = world.seats | {"london": evolve(world.seats["london"], provisional=True, orders=())}

    assert committed(evolve(world, seats=seats), "london") == 0
    assert committed(world, "london") > 0


def test_readiness_works_at_once_goes_on_and_falls_back_when_it_stops() -> None:
    world = at_orders()
    told = course(world, {1: [SetReadiness(seat="warsaw", level=0.3)], 3: [SetReadiness(seat="warsaw", level=0)]}, 3)
    plain = course(world, {}, 3)

    gain = [told.score("deterrence/baltic", t) - plain.score("deterrence/baltic", t) for t in (1, 2, 3)]
    assert gain[0] > 0.25 and gain[1] > 0.25
    assert gain[2] < 0.1  # shelves are a little emptier, a departure was bridged meanwhile
    price = readiness_price(Draft(world), "warsaw")
    left = plain.worlds[1].figures["wallet/warsaw"] - told.worlds[1].figures["wallet/warsaw"]
    assert left == pytest.approx(0.3 * price * K.carry_over)


def test_readiness_rises_a_step_a_turn_and_falls_at_once() -> None:
    world = with_figures(at_orders(), wallet_warsaw=100.0)
    told = course(world, {1: [SetReadiness(seat="warsaw", level=1)], 2: [SetReadiness(seat="warsaw", level=0.1)]}, 2)

    assert told.worlds[1].figures["readiness/warsaw"] == pytest.approx(K.readiness_step)
    assert told.worlds[2].figures["readiness/warsaw"] == pytest.approx(0.1)


def test_readiness_uses_up_what_lies_on_the_shelves() -> None:
    ready = [SetReadiness(seat=seat, level=1) for seat in ("berlin", "warsaw", "paris")]
    rich = with_figures(at_orders(), wallet_berlin=99.0, wallet_warsaw=99.0, wallet_paris=99.0)
    used, plain = course(rich, {1: ready}, 3).worlds[3], course(rich, {}, 3).worlds[3]

    assert all(more < less for more, less in zip(days_held(used), days_held(plain), strict=True))


def test_all_of_europe_ready_costs_what_the_coefficient_says() -> None:
    world = at_orders()

    assert sum(readiness_price(Draft(world), seat) for seat in with_forces(world)) == pytest.approx(K.readiness_cost)


def test_industry_takes_no_more_than_it_can_and_grows_by_what_it_takes() -> None:
    world = with_figures(at_orders(), wallet_berlin=100.0, wallet_paris=100.0, industry=20.0)
    asked = [Fund(seat="berlin", programme=p) for p in ("c-space", "c-tankers", "c-isr")]
    after = adjudicated(world, *asked)

    ordered = [p for p in ("c-space", "c-tankers", "c-isr") if after.programmes[p].ordered]
    spent = sum(nato().programmes[p].price for p in ordered)
    assert spent <= K.industry_cap * 20 < spent + 4
    assert after.figures["industry"] > 20


def test_investment_comes_after_its_delay() -> None:
    told = course(at_orders(), {1: [Invest(seat="berlin", way="national", amount=4)]}, 2)

    assert told.score("industry", 1) == 40
    assert told.score("industry", 2) == pytest.approx(44)


def test_a_later_adjustment_of_the_wallet_lets_an_order_fall() -> None:
    world = make(at_orders(), Fund(seat="london", programme="c-uk-est"), Seal(seat="london"), ref=1)
    world = make(world, Adjust(seat="control", what="wallet/london", value=1.0))

    assert adjudicated(world).programmes["c-uk-est"].ordered == 0


def test_soldiers_limit_what_can_stand_and_never_for_long_on_the_announced_plan() -> None:
    world = with_figures(at_orders(), soldiers_london=0.0, wallet_london=8.0)
    told = course(world, {1: [Fund(seat="london", programme="c-ca-lat")]}, 4)
    state = [w.forces["c-ca-lat-1"].status.value for w in told.worlds]

    assert state[2] == "available"  # two turns of recruits are enough
    one = K.soldiers_growth / 2 * (nato().members["gb"].soldiers + nato().members["ca"].soldiers)
    assert one < nato().programmes["c-ca-lat"].soldiers < 2 * one


def test_taking_back_frees_the_money() -> None:
    world = make(at_orders(), Invest(seat="berlin", way="national", amount=7), ref=5)
    assert code(world, Invest(seat="berlin", way="european", amount=7)) == "money/short"

    world = make(world, TakeBack(seat="berlin", entry=5))
    assert code(world, Invest(seat="berlin", way="european", amount=7)) == ""


@given(st.floats(0, 100), st.floats(0, 100), st.sampled_from(sorted(nato().programmes)))
@settings(max_examples=60, deadline=None)
def test_what_hangs_on_america_is_late_more_often_the_less_america_is_committed(
    one: float, other: float, programme: str
) -> None:
    spec, track = nato().programmes[programme], nato().names.commitment
    odds = [slip_odds(with_figures(at_orders(), **{track: level}), spec) for level in sorted((one, other))]

    assert odds[0] >= odds[1] >= K.slip
    if nato().ways[spec.way].depends:
        assert (odds[0] > K.slip) == (min(one, other) < nato().tracks[track].start)
    else:
        assert odds == [K.slip, K.slip]
    assert slip_odds(evolve(at_orders(), without=("slips",)), spec) == 0


@given(st.floats(0, 60), st.sampled_from(sorted(nato().programmes)))
@settings(max_examples=40, deadline=None)
def test_a_larger_industry_sells_cheaper_and_is_late_less_often(ahead: float, programme: str) -> None:
    start = at_orders()
    name, spec = nato().names.industry, nato().programmes[programme]
    grown = with_figures(start, **{name: start.figures[name] + ahead})

    assert price(grown, programme) <= price(start, programme) <= spec.price
    assert price(grown, programme) == pytest.approx(spec.price * (1 - K.industry_price * ahead / 100))
    assert K.slip * K.slip_least - 1e-12 <= slip_odds(grown, spec) <= slip_odds(start, spec)


def test_a_delivery_may_be_late_again_but_never_later_than_the_most() -> None:
    tranche = "c-uk-est-1"
    late: Counter[int] = Counter()
    for seed in range(120):
        draft = Draft(fresh(seed=str(seed)))
        draft.own("figures")[path_of(SOLDIERS, "london")] = 99.0
        ordered = evolve(draft.forces[tranche], status=Status.BUILDING, turn=1, announced=1)
        draft.set_force(tranche, ordered, Cause("adjustment"))
        while draft.forces[tranche].status is Status.BUILDING:
            draft.turn = draft.forces[tranche].turn
            deliver(draft)
        late[draft.turn - 1] += 1

    for seed in range(30):
        draft = Draft(fresh(seed=str(seed)))
        draft.own("figures")[path_of(SOLDIERS, "london")] = 99.0
        draft.turn = 1 + int(K.slip_most)
        last = evolve(draft.forces[tranche], status=Status.BUILDING, turn=draft.turn, announced=1)
        draft.set_force(tranche, last, Cause("adjustment"))
        deliver(draft)
        assert draft.forces[tranche].status is Status.AVAILABLE
    assert set(late) <= set(range(int(K.slip_most) + 1))
    assert 0.2 < 1 - late[0] / 120 < 0.45  # a third
    assert late[1] > late[2] > 0


def test_a_tranche_that_waits_for_america_says_so() -> None:
    """Of many seeds some are late for want of commitment only, and the cause is told apart."""
    name = next(n for n, spec in nato().programmes.items() if nato().ways[spec.way].depends)
    tranche = f"{name}-1"
    told = set()
    for seed in range(60):
        draft = Draft(fresh(seed=str(seed)))
        draft.own("figures")[nato().names.commitment] = 30.0
        ordered = evolve(draft.forces[tranche], status=Status.BUILDING, turn=1, announced=1)
        draft.set_force(tranche, ordered, Cause("adjustment"))
        draft.turn = 1
        deliver(draft)
        event = draft.events[-1]
        told.add(event.cause.kind if isinstance(event, ForceChanged) else "came")

    assert told == {"slips", "waits-behind", "came"}
