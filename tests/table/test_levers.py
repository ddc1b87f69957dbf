"""What a seat's screens ask, answered from its view alone."""

from pathlib import Path
from random import Random

import pytest
from attrs import evolve
from hypothesis import given, settings

from tabletop.model.forces import Status
from tabletop.model.inner import UNCERTIFIED
from tabletop.model.moves import (
    AcceptHandover,
    Answer,
    FireInject,
    Fund,
    ProposeHandover,
    SetSpending,
    Withdraw,
)
from tabletop.model.world import World
from tabletop.rules.acts.options import payable, worth
from tabletop.rules.acts.step import step
from tabletop.rules.scores.objectives import total
from tabletop.rules.sight import view
from tabletop.rules.turn.programmes import price
from tabletop.table.levers import Levers
from tabletop.table.prices import serving
from tests.long import sweep
from tests.play import advance, fresh, make, orders, some_move, two_keys
from tests.table.at_orders import played, seeds
from tests.tui.room import KEYS, NATO, table

BERLIN_FUNDS = Fund(seat="berlin", programme="c-essi", pays=50)


def of(world: World, seat: str) -> Levers:
    """From the seat's own view of a world."""
    return Levers(view(world, seat), seat)


@pytest.mark.parametrize("scenario", [NATO, KEYS])
def test_a_view_answers_for_its_own_seat_and_for_nobody_in_particular(tmp_path: Path, scenario: Path) -> None:
    control = table(tmp_path, scenario)

    for seat in control.session.world.seats:
        levers = control.at(seat).view_now().levers(seat)
        assert levers.purse.orders == 0 and levers.purse.capital_left <= levers.purse.capital
        assert levers.budget.on_path == levers.of(seat).budget.on_path
    nobody = control.view_now().levers("")
    assert nobody.answers.to_give == () and nobody.packages.anchor


def test_a_view_that_is_fetched_again_remembers(tmp_path: Path) -> None:
    berlin = table(tmp_path).at("berlin")

    assert berlin.view_now().memory is berlin.view_now().memory
    assert berlin.view_now().memory is not berlin.at("paris").view_now().memory


@settings(max_examples=sweep(20, 7), deadline=None)
@given(seeds)
def test_a_seats_own_view_answers_for_it_as_the_whole_world_does(seed: int) -> None:
    rng = Random(seed)
    world = played(rng)
    seat = rng.choice(list(world.seats))
    blanked, whole = of(world, seat), Levers(world, seat)

    assert blanked.purse == whole.purse
    for ask in ("on_path", "spending", "total", "readiness", "purchases", "investments"):
        assert getattr(blanked.budget, ask) == getattr(whole.budget, ask)
    assert blanked.packages.own == whole.packages.own
    assert blanked.packages.personnel == whole.packages.personnel
    assert [blanked.packages.cover(f) for f in whole.packages.anchor] == [
        whole.packages.cover(f) for f in whole.packages.anchor
    ]
    assert blanked.answers.to_give == whole.answers.to_give
    assert blanked.texts.unheard == whole.texts.unheard
    assert blanked.scores == whole.scores and blanked.weakest == whole.weakest
    for post in world.posts:
        assert blanked.handovers.candidates(post) == whole.handovers.candidates(post)
        assert blanked.handovers.waits(post) == whole.handovers.waits(post)


@settings(max_examples=sweep(20, 7), deadline=None)
@given(seeds)
def test_its_view_refuses_what_the_rules_refuse_and_in_the_same_words(seed: int) -> None:
    rng = Random(seed)
    world = played(rng)
    seat = rng.choice(list(world.seats))

    for _ in range(40):
        move = some_move(world, rng)
        if move.seat == seat and not move.refers:
            assert of(world, seat).refusal(move) == Levers(world, seat).refusal(move)


def test_prices_of_a_view_leave_out_what_others_have_on_their_sheets() -> None:
    quiet = orders(fresh())
    world = make(quiet, Withdraw(seat="washington", force="us-abct-pl", turn=1))
    move = SetSpending(seat="berlin", member="de", share=2.6)

    assert of(world, "berlin").quote(move) == of(quiet, "berlin").quote(move)


def test_after_a_move_levers_are_those_of_the_world_it_leads_to_and_none_when_it_is_refused() -> None:
    world = orders(fresh())
    levers = Levers(world, "berlin")

    after = levers.after(BERLIN_FUNDS)

    assert after and after.purse == Levers(step(world, BERLIN_FUNDS)[0], "berlin").purse
    assert after.placed(Fund(seat="berlin", programme="c-essi")) and not levers.placed(BERLIN_FUNDS)
    assert levers.after(Fund(seat="berlin", programme="nothing")) is None


def test_the_purse_says_what_the_sheet_leaves() -> None:
    world = make(orders(fresh()), BERLIN_FUNDS)

    purse = of(world, "berlin").purse

    assert purse.money - purse.money_left == pytest.approx(world.scenario.programmes["c-essi"].price / 2)
    assert (purse.orders, purse.most, purse.pays) == (1, world.scenario.orders, True)


def test_the_purse_tells_what_own_answers_take_and_what_there_will_be_next_turn() -> None:
    inject, option = next(
        (name, each)
        for name, spec in fresh(fold=6).scenario.injects.items()
        for each in spec.options
        if any(effect.on == "wallet/london" for effect in each.effects) and "nordic-baltic" in spec.answers
    )
    asked = make(orders(fresh(fold=6)), FireInject(seat="control", inject=inject), ref=1)
    world = make(asked, Answer(seat="nordic-baltic", inject=inject, option=option.id), ref=2)
    plain, levers = of(asked, "nordic-baltic"), of(world, "nordic-baltic")

    whole = -sum(effect.add for effect in option.effects if effect.on in ("wallet/london", "wallet/nordic-baltic"))
    assert plain.purse.answers == 0
    assert levers.purse.answers == pytest.approx(whole / len(levers.answers.addressees(inject)))
    assert levers.purse.money_left == plain.purse.money_left
    kept = world.scenario.coefficients.carry_over
    assert plain.money_next and levers.money_next
    assert plain.money_next - levers.money_next == pytest.approx(kept * levers.purse.answers)
    assert of(evolve(world, turn=world.turns), "nordic-baltic").money_next is None


def test_purchases_come_at_the_price_of_the_next_tranche_those_for_ones_objectives_first_then_the_best_value() -> None:
    world = make(orders(fresh()), BERLIN_FUNDS)
    value = worth(world, payable(world, "berlin"))

    purchases = of(world, "berlin").budget.purchases

    named = [name for name in value if serving(world, "berlin", name)]
    late = {each.programme for each in purchases if each.arrives > world.turns}
    serving_us = [each.programme for each in purchases if each.serves]
    rest = sorted((name for name in value if name not in serving_us), key=lambda name: (name in late, -value[name]))
    assert [each.programme for each in purchases] == [*serving_us, *rest]
    assert serving_us[: len(named)] == named and not late & {*serving_us[len(named) :]}
    for each in purchases:
        assert each.price == pytest.approx(price(world, each.programme))
        assert each.points == pytest.approx(value[each.programme] * each.price)
    assert {each.programme: each.offer for each in purchases if each.offer} == {"c-essi": 50}


def test_a_members_plan_and_what_it_takes_of_political_capital() -> None:
    now = fresh().members["de"].spending
    world = make(orders(fresh()), SetSpending(seat="berlin", member="de", share=now + 0.3))

    german = next(each for each in of(world, "berlin").budget.spending if each.member == "de")

    assert german.planned == pytest.approx(now + 0.3)
    assert german.capital > 0 and german.brings > 0
    assert of(world, "berlin").budget.total.pledge > 0


def test_four_exits_order_themselves_as_the_rules_mean() -> None:
    packages = of(orders(fresh()), "washington").packages

    notice_matched, notice, surprise_matched, surprise = (
        way.effects["trust"] for way in packages.exits("us-abct-pl", packages.notice)
    )

    assert notice_matched > notice > surprise
    assert surprise_matched > surprise


def test_a_turn_past_the_end_is_no_exit() -> None:
    world = orders(fresh())

    ways = of(world, "washington").packages.exits("us-abct-pl", world.turns)

    assert [way.possible for way in ways] == [False, False, True, True]


def test_people_below_the_floor_cost_what_the_turn_takes_for_them() -> None:
    world = orders(fresh())
    low = evolve(world.scenario, legal=evolve(world.scenario.legal, floor=Levers(world, "").packages.personnel + 900))
    below = evolve(world, scenario=low, figures=world.figures | {UNCERTIFIED: 5000.0})
    k = world.scenario.coefficients

    assert Levers(world, "washington").packages.below_floor == (0, 0)
    assert Levers(below, "washington").packages.below_floor == (900, k.floor_capital * 900 / k.floor_step)


def test_what_could_match_a_package_may_be_promised_while_it_may_leave() -> None:
    levers = of(orders(fresh()), "berlin")

    assert levers.packages.promises("us-2cr")
    for move in levers.packages.promises("us-2cr"):
        assert levers.refusal(move) is None


def test_a_force_could_go_to_every_theatre_but_its_own() -> None:
    world = orders(fresh())
    packages = of(world, "berlin").packages
    here = world.forces["de-1-panzer"].theatre

    theatres = [move.theatre for move in packages.assignments("de-1-panzer")]

    assert theatres == [theatre for theatre in world.scenario.theatres if theatre != here]
    lent = evolve(world.forces["de-1-panzer"], lent="baltic")
    sent = Levers(evolve(world, forces=world.forces | {"de-1-panzer": lent}), "berlin").packages
    homeward = [move.theatre for move in sent.assignments("de-1-panzer")]
    assert here in homeward and "baltic" not in homeward
    gone = evolve(world.forces["us-2cr"], status=Status.ELSEWHERE)
    away = Levers(evolve(world, forces=world.forces | {"us-2cr": gone}), "washington").packages
    assert [move.theatre for move in away.deployments("us-2cr")] == list(world.scenario.theatres)


@settings(max_examples=sweep(15, 5), deadline=None)
@given(seeds)
def test_every_handover_that_is_offered_may_be_proposed(seed: int) -> None:
    rng = Random(seed)
    world = played(rng)

    for seat in world.seats:
        for post in world.posts:
            for move in of(world, seat).handovers.candidates(post):
                assert Levers(world, seat).refusal(move) is None


def test_a_handover_says_who_must_agree_and_who_has_not() -> None:
    world = make(orders(fresh()), ProposeHandover(seat="washington", post="landcom", to="de"))
    posts = of(world, "berlin").handovers

    assert posts.parties("landcom", "de") == ("washington", "berlin")
    assert posts.waits("landcom") == ("berlin",) and posts.asks("landcom") and not posts.agreed("landcom")

    done = of(make(world, AcceptHandover(seat="berlin", post="landcom")), "berlin").handovers
    assert done.agreed("landcom") and done.waits("landcom") == () and not done.asks("landcom")


def test_a_handover_dips_while_it_runs_and_leaves_what_the_rules_leave() -> None:
    world = make(orders(fresh()), ProposeHandover(seat="washington", post="landcom", to="de"))
    world = make(world, AcceptHandover(seat="berlin", post="landcom"))
    posts, spec = of(world, "berlin").handovers, world.scenario.posts["landcom"]

    assert posts.dip("landcom", "de")["deterrence"] < 0
    assert posts.afterwards("landcom", "de") == {
        name: amount
        for name, amount in (
            (world.scenario.names.commitment, spec.commitment + spec.anchor),
            (world.scenario.names.cohesion, spec.cohesion),
        )
        if amount
    }


def test_an_inject_waits_for_those_it_asks_until_they_answer() -> None:
    world = orders(fresh())
    seat, inject = next((s, name) for s in world.seats for name in of(world, s).answers.to_give)
    option = world.scenario.injects[inject].options[0].id
    assert seat in of(world, seat).answers.addressees(inject) and of(world, seat).answers.is_open(inject)

    answered = make(world, Answer(seat=seat, inject=inject, option=option))

    assert inject not in of(answered, seat).answers.to_give
    assert of(answered, seat).answers.answer(inject) == option


def test_every_option_of_an_inject_that_waits_may_be_chosen() -> None:
    world = orders(fresh())

    for seat in world.seats:
        levers = of(world, seat)
        for inject in levers.answers.to_give:
            for option in levers.world.scenario.injects[inject].options:
                assert levers.refusal(Answer(seat=seat, inject=inject, option=option.id)) is None


def test_a_kind_of_text_names_what_it_can_be_about() -> None:
    levers = of(orders(fresh()), "paris")

    assert [move.about for move in levers.texts.tabled("no-surprise")] == [""]
    assert [move.about for move in levers.texts.tabled("open-handover")] == list(levers.world.scenario.posts)
    for move in levers.texts.tabled("open-handover"):
        assert levers.refusal(move) is None
    assert set(levers.texts.must_agree("no-surprise")) <= set(levers.world.seats)


def test_points_are_those_of_the_seats_objectives() -> None:
    world = advance(fresh(), orders(fresh()).phase, 2)

    for seat in world.seats:
        levers = of(world, seat)
        assert levers.points == pytest.approx(total(world, seat))
        assert levers.points == pytest.approx(sum(m.points * m.weight for m in levers.objectives) / 100)


def test_a_scenario_of_other_words_is_answered_too() -> None:
    world = orders(fresh(scenario=two_keys()))

    for seat in world.seats:
        levers = of(world, seat)
        assert levers.budget.total is not None and levers.weakest in world.scenario.theatres
        assert all(0 <= levers.packages.cover(force).full <= 1 for force in levers.packages.anchor)
