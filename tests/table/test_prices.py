"""What an order is said to cost and do is what it costs and does, chance left out."""

from random import Random

import pytest
from attrs import evolve
from hypothesis import given, settings

from tabletop.model.moves import Declare, Fund, Invest, ProposeHandover, SetReadiness, SetSpending, Withdraw
from tabletop.model.world import Phase, State, World
from tabletop.rules.acts.adjudicate import adjudicate
from tabletop.rules.acts.step import step
from tabletop.rules.ahead.project import LEAST, without
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn.opening import opening
from tabletop.rules.world.draft import Draft
from tabletop.table.levers import Levers
from tabletop.table.prices import serving
from tests.long import sweep
from tests.play import fresh, make, nato, orders
from tests.table.at_orders import played, seeds, some_order


def reviewed(world: World) -> World:
    """The world as the turn ends without chance."""
    draft = Draft(world, luck=False)
    adjudicate(draft)
    return draft.freeze()


@settings(max_examples=sweep(25, 8), deadline=None)
@given(seeds)
def test_an_orders_price_is_what_adjudication_makes_of_it(seed: int) -> None:
    rng = Random(seed)
    world = played(rng)
    move = some_order(world, rng)
    if move is None:
        return
    levers = Levers(world, move.seat)

    quote = levers.quote(move)

    if quote.refusal or quote.waits or quote.arrives or quote.by:
        return
    base = without(world, move)
    was, now = scores(reviewed(base)), scores(reviewed(step(base, move)[0]))
    moved = {name: now[name] - value for name, value in was.items() if abs(now[name] - value) >= LEAST}
    assert quote.effects == moved


@settings(max_examples=sweep(25, 8), deadline=None)
@given(seeds)
def test_money_that_an_order_costs_is_gone_from_the_purse(seed: int) -> None:
    rng = Random(seed)
    world = played(rng)
    move = some_order(world, rng)
    if not isinstance(move, Fund | Invest):
        return
    if isinstance(move, Fund) and dict(world.programmes[move.programme].standing).get(move.seat):
        return  # it takes the place of what was offered already
    before = Levers(without(world, move), move.seat)
    after = before.after(move)
    assert after

    assert after.purse.money_left == pytest.approx(before.purse.money_left - before.quote(move).money)
    assert after.purse.orders == before.purse.orders + 1


def test_an_order_on_the_sheet_has_the_price_it_had_before() -> None:
    world = orders(fresh())
    for move in (
        Invest(seat="berlin", way="national", amount=2.0),
        SetSpending(seat="berlin", member="de", share=2.6),
        Declare(seat="berlin", stance=next(iter(world.scenario.stances))),
        Fund(seat="berlin", programme="c-essi", pays=50),
    ):
        assert Levers(make(world, move), "berlin").quote(move) == Levers(world, "berlin").quote(move)


def test_a_purchase_costs_now_and_counts_when_it_stands() -> None:
    world = orders(fresh())
    spec = world.scenario.programmes["c-essi"]

    quote = Levers(world, "berlin").quote(Fund(seat="berlin", programme="c-essi", pays=50))

    assert quote.money == pytest.approx(spec.price / 2)
    assert quote.arrives == world.turn + spec.first_lead
    assert quote.gain > 0 and quote.short


def test_a_departure_to_come_is_priced_at_the_turn_it_leaves_in() -> None:
    world = orders(fresh())
    move = Withdraw(seat="washington", force="us-abct-pl", turn=3)

    quote = Levers(world, "washington").quote(move)

    assert quote.by == 3
    assert quote.effects["deterrence"] < 0


def test_a_higher_share_brings_money_next_turn() -> None:
    world = orders(fresh())
    now = world.members["de"].spending

    quotes = [Levers(world, "berlin").quote(SetSpending(seat="berlin", member="de", share=now + n)) for n in (0, 0.1)]

    assert quotes[0].brings == pytest.approx(0)
    assert quotes[1].brings and quotes[1].brings > 0


def test_what_others_must_agree_to_has_no_price_and_what_is_refused_says_why() -> None:
    world = orders(fresh())
    levers = Levers(world, "berlin")

    assert levers.quote(ProposeHandover(seat="berlin", post="jfc-brunssum", to="pl")).waits
    refused = levers.quote(SetSpending(seat="berlin", member="de", share=99))
    assert refused.refusal and not refused.effects


def test_a_price_says_what_an_order_does_for_its_seats_own_objectives() -> None:
    world = nato_orders()
    move = SetReadiness(seat="berlin", level=0.3)
    levers = Levers(world, "berlin")
    after = levers.after(move)
    assert after is not None

    told = sum(levers.quote(move).aims.values())
    was, now = (sum(m.points * m.weight for m in each.by_review.objectives) / 100 for each in (levers, after))

    assert told and abs(told - (now - was)) < 0.05


def test_what_an_objective_names_is_bought_first_and_what_comes_too_late_last() -> None:
    world = nato_orders(3)
    purchases = Levers(world, "berlin").budget.purchases
    late = [each.arrives > world.turns for each in purchases]

    assert serving(world, "berlin", purchases[0].programme)
    assert not any(serving(world, "berlin", each.programme) for each in purchases[1:])
    assert late == sorted(late) and any(late)


def test_cover_moves_with_the_sheet() -> None:
    world = nato_orders()
    before, after = Levers(world, "berlin"), Levers(world, "berlin").after(SetReadiness(seat="berlin", level=0.9))
    assert after is not None

    assert after.packages.cover("us-abct-pl") == before.packages.cover("us-abct-pl")
    assert after.packages.cover_after("us-abct-pl").full > before.packages.cover_after("us-abct-pl").full


def nato_orders(turns: int = 8) -> World:
    """Orders of turn 1, nothing ordered yet."""
    return evolve(opening(nato(), "7", turns), phase=Phase.ORDERS, state=State.RUNNING)
