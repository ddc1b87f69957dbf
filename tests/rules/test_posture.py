"""Forces that leave: notice, alarm, the floor, a standing rule; orders that are refused."""

from collections.abc import Mapping

import pytest
from attrs import evolve

from tabletop.model.forces import Status
from tabletop.model.moves import (
    Adjust,
    Assign,
    CancelWithdrawal,
    Declare,
    Deploy,
    Footnote,
    Fund,
    Move,
    RefuseHosting,
    Rule,
    SetSpending,
    TableText,
    Withdraw,
)
from tabletop.model.world import Phase, World
from tabletop.rules.acts.check import check
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn import pledges
from tabletop.rules.world.book import book_of
from tabletop.rules.world.draft import Draft
from tests.play import advance, fresh, make, nato, orders, review
from tests.rules.quiet import Course, adjudicated, at_orders, course

K = nato().coefficients
ARMOUR = "us-abct-pl"


def code(world: World, move: Move) -> str:
    refused = check(world, move)
    return refused.code if refused else ""


def leave(turn: int, force: str = ARMOUR) -> Withdraw:
    return Withdraw(seat="washington", force=force, turn=turn)


def test_romania_empties_at_the_end_of_turn_one_announced_and_unmatched() -> None:
    after = adjudicated(at_orders())

    assert after.forces["us-ibct-ro"].status is Status.ELSEWHERE
    assert after.figures["withdrawn/announced"] == 1
    assert "withdrawn/surprise" not in after.figures


def test_a_withdrawal_can_be_hastened_and_put_off() -> None:
    plan = {1: [leave(4)], 2: [leave(6)], 4: [leave(4)]}
    told = course(at_orders(), plan, 5)

    assert (told.worlds[2].forces[ARMOUR].turn, told.worlds[2].forces[ARMOUR].announced) == (6, 1)
    assert told.worlds[4].forces[ARMOUR].status is Status.ELSEWHERE
    assert told.worlds[4].figures["withdrawn/surprise"] == 1  # hastened without notice
    put_off = course(at_orders(), {1: [leave(2)], 2: [leave(3)]}, 3)
    assert "withdrawn/surprise" not in put_off.worlds[3].figures
    assert code(make(orders(fresh()), leave(3)), leave(3)) == ""
    assert code(evolve(told.worlds[1], phase=Phase.ORDERS), leave(4)) == "force/leaving"


def test_people_alarm_once_when_told_once_when_gone_and_three_times_without_notice() -> None:
    def raised(plan: Mapping[int, list[Move]]) -> float:
        worlds = course(at_orders(), plan, 3).worlds
        changes = [c for world in worlds for c in world.changes if c.figure == "/alarm"]
        return sum(c.amount for c in changes if c.cause.kind == "forces-leave")

    plain = raised({})
    one = nato().forces[ARMOUR].personnel / K.alarm_people / K.alarm_spread
    assert raised({1: [leave(3)]}) - plain == pytest.approx(2 * one)
    assert raised({2: [leave(3)]}) - plain == pytest.approx(3 * one)
    assert raised({3: [leave(3)]}) - plain == pytest.approx(3 * one)
    cancelled = raised({1: [leave(3)], 2: [CancelWithdrawal(seat="washington", force=ARMOUR)]})
    assert cancelled < plain


def test_several_leave_at_less_than_the_sum_and_share_what_they_cost() -> None:
    names = ("us-abct-pl", "us-2cr", "us-173")
    one = [course(at_orders(), {2: [leave(2, name)]}, 2) for name in names]
    all_of_them = course(at_orders(), {2: [leave(2, name) for name in names]}, 2)
    plain = course(at_orders(), {}, 2)

    def fell(done: Course) -> float:
        return plain.score("trust", 2) - done.score("trust", 2)

    assert max(fell(done) for done in one) < fell(all_of_them) < sum(fell(done) for done in one)
    named = {change.cause for change in all_of_them.worlds[2].changes if change.figure == "trust"}
    assert {cause.about[0] for cause in named if cause.kind == "leaves-by-surprise"} == set(names)


def test_a_force_that_returns_takes_back_what_it_had_freed_and_its_match() -> None:
    world = course(at_orders(), {1: [leave(1)]}, 1).worlds[1]
    freed = scores(world)["freed-for-pacific"]
    back = adjudicated(
        evolve(world, turn=2, phase=Phase.ORDERS), Deploy(seat="washington", force=ARMOUR, theatre="black-sea")
    )

    assert freed > scores(back)["freed-for-pacific"]
    assert back.forces[ARMOUR].theatre == "black-sea"
    assert (back.forces[ARMOUR].claim, back.matched(ARMOUR)) == ("", False)
    assert back.figures["/uncertified"] == nato().forces["us-ibct-ro"].personnel


def test_below_the_floor_every_turn_costs_unless_it_was_certified() -> None:
    many = ["us-abct-pl", "us-abct-de", "us-2cr", "us-173"]
    plan = {1: [leave(3, name) for name in many]}
    plain = course(at_orders(), plan, 4)
    texts = [TableText(seat="secretary-general", kind="certify-match", about=name) for name in many[:2]]
    texts += [TableText(seat="washington", kind="certify-match", about=name) for name in many[2:]]
    texts += [TableText(seat="london", kind="certify-match", about="us-ibct-ro")]
    certified = course(at_orders(), plan | {4: texts}, 4)

    assert plain.worlds[4].figures["/uncertified"] > 16000
    assert certified.worlds[4].figures["/uncertified"] == 0
    assert "below-floor" in {change.cause.kind for change in plain.worlds[4].changes}
    assert "below-floor" not in {change.cause.kind for change in certified.worlds[4].changes}


def test_a_standing_rule_makes_a_surprise_worse_unless_washington_had_footnoted_it() -> None:
    tabled = TableText(seat="secretary-general", kind="no-surprise")

    def fell(*first: Move) -> float:
        done = course(at_orders(), {1: list(first), 2: [leave(2)]}, 2)
        return done.score("trust", 1) - done.score("trust", 2)

    bound = fell(tabled)
    footnoted = fell(tabled, Footnote(seat="washington", proposal="no-surprise"))
    assert bound > 1.2 * fell()
    assert footnoted < bound - 2


def test_a_missed_pledge_counts_half_as_much_again_after_a_word() -> None:
    cut = SetSpending(seat="berlin", member="de", share=2.4)

    def missed(*first: Move) -> float:
        """What Germany's part of the shortfall is; the others' stays."""
        done = course(at_orders(), {1: list(first), 2: [cut]}, 2).worlds[2]
        state, gdp = done.members["de"], {m: nato().members[m].gdp for m in Draft(done).frame.members}
        part = gdp["de"] / sum(gdp.values()) * (state.pledge - state.spending) / state.pledge
        return (done.figures["/shortfall"] - uncut(*first)) / part

    def uncut(*first: Move) -> float:
        done = course(at_orders(), {1: list(first), 2: []}, 2).worlds[2]
        assert done.members["de"].spending >= done.members["de"].pledge - 0.1
        members = done.members | {"de": evolve(done.members["de"], spending=done.members["de"].pledge)}
        draft = Draft(evolve(done, members=members), luck=False)
        pledges.missed(draft)
        return draft.figures["/shortfall"]

    assert missed() == pytest.approx(1, abs=0.01)
    assert missed(Declare(seat="berlin", stance="solidarity")) == pytest.approx(K.breach, abs=0.01)


def test_orders_about_a_force_that_control_has_moved_meanwhile_fall_away() -> None:
    world = make(orders(fresh()), leave(3), ref=1)
    gone = make(world, Adjust(seat="control", what=f"force/{ARMOUR}/status", value="elsewhere"))

    assert adjudicated(gone).forces[ARMOUR].status is Status.ELSEWHERE


@pytest.mark.parametrize(
    "move, refused",
    [
        (leave(9), "turn/range"),
        (leave(0), "turn/range"),
        (Withdraw(seat="berlin", force=ARMOUR, turn=3), "force/not-yours"),
        (leave(3, "us-ibct-ro"), ""),
        (leave(1, "us-ibct-ro"), "force/leaving"),
        (CancelWithdrawal(seat="washington", force=ARMOUR), "force/not-leaving"),
        (Deploy(seat="washington", force=ARMOUR, theatre="central"), "force/there"),
        (Deploy(seat="washington", force=ARMOUR, theatre="baltic"), ""),
        (Assign(seat="washington", force="us-vcorps", theatre="baltic"), "force/fixed"),
        (Assign(seat="washington", force="us-aps", theatre="baltic"), "force/fixed"),
        (Assign(seat="nordic-baltic", force="ee-brigades", theatre="central"), "force/fixed"),
        (Assign(seat="nordic-baltic", force="se-north", theatre="central"), "force/fixed"),
        (Assign(seat="berlin", force="de-10-panzer", theatre="central"), "force/there"),
        (Assign(seat="berlin", force="de-10-panzer", theatre="baltic", turn=9), "turn/range"),
        (Assign(seat="berlin", force="de-10-panzer", theatre="baltic", turn=3), ""),
        (leave(3, "us-vcorps"), ""),
        (leave(3, "us-reinf-corps"), "force/at-home"),
        (RefuseHosting(seat="warsaw", force=ARMOUR), ""),
        (RefuseHosting(seat="berlin", force="de-10-panzer"), "force/yours"),
        (RefuseHosting(seat="secretary-general", force=ARMOUR), "seat/no-members"),
        (RefuseHosting(seat="berlin", force="us-vcorps"), "force/fixed"),
        (Deploy(seat="washington", force="us-ibct-ro", theatre="baltic"), "force/leaving"),
        (Assign(seat="berlin", force=ARMOUR, theatre="baltic"), "force/not-yours"),
        (Assign(seat="berlin", force="c-de-lith-1", theatre="central"), "force/not-there"),
        (Assign(seat="berlin", force="nobody", theatre="central"), "force/unknown"),
    ],
)
def test_what_cannot_move_is_refused_with_its_code(move: Move, refused: str) -> None:
    assert code(orders(fresh()), move) == refused


def test_control_can_set_a_force_and_the_books_follow() -> None:
    world = review(make(orders(fresh()), Fund(seat="london", programme="c-uk-est"), ref=1))
    told = make(world, Adjust(seat="control", what="force/c-uk-est-1/status", value="available"))

    assert told.programmes["c-uk-est"].delivered == 1
    tranche = {(t, i, "light-land"): n for t, i, n in Draft(told).frame.at_base("c-uk-est-1")}
    assert book_of(told).solid == pytest.approx(tranche)
    assert not book_of(world).solid
    home = make(told, Adjust(seat="control", what=f"force/{ARMOUR}/status", value="elsewhere"))
    assert scores(home)["freed-for-pacific"] > scores(told)["freed-for-pacific"]
    assert code(world, Adjust(seat="control", what="force/c-mpa-1/status", value="available")) == "force/not-ordered"
    assert code(world, Adjust(seat="control", what=f"force/{ARMOUR}/status", value="building")) == "status/unknown"
    assert code(world, Adjust(seat="control", what=f"force/{ARMOUR}/colour", value="green")) == "effect/path"


def test_a_ruling_that_sets_an_order_aside_keeps_the_force_where_it_is() -> None:
    world = make(orders(fresh()), leave(1), ref=5)
    world = advance(world, Phase.ADJUDICATE)
    kept = make(world, Rule(seat="control", item=5, outcome="set-aside", effects=({"on": "trust", "add": -1},)))

    assert review(kept).forces[ARMOUR].status is Status.AVAILABLE
    assert review(world).forces[ARMOUR].status is Status.ELSEWHERE
    assert any(change.cause.kind == "ruling" for change in review(kept).changes)
