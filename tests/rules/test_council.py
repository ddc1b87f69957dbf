"""Texts under silence procedure, votes, promises."""

from collections.abc import Mapping
from typing import get_args

import pytest
from attrs import evolve

from tabletop.model.cause import OfText
from tabletop.model.moves import (
    BreakSilence,
    Consent,
    Declare,
    Footnote,
    MakePromise,
    Move,
    Rule,
    SetSpending,
    TableText,
    TakeBack,
    Verdict,
    Withdraw,
    WithdrawText,
)
from tabletop.model.world import Phase, World
from tabletop.rules.acts.check import check
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn.council import settle_texts
from tabletop.rules.world.draft import Draft
from tests.play import advance, fresh, make, nato, orders, review
from tests.rules.quiet import adjudicated, at_orders, course

K = nato().coefficients
RULE = TableText(seat="secretary-general", kind="no-surprise")


def code(world: World, move: Move) -> str:
    refused = check(world, move)
    return refused.code if refused else ""


def gained(world: World, figure: str) -> float:
    """What texts did to a figure this turn."""
    kinds = get_args(OfText)
    return sum(c.amount for c in world.changes if c.figure == figure and c.cause.kind in kinds)


def test_silence_is_consent_and_a_text_works_each_turn_it_stands() -> None:
    told = course(at_orders(), {1: [RULE]}, 2).worlds

    assert told[1].texts["no-surprise"].state == "standing"
    assert gained(told[1], "trust") == pytest.approx(3.4, abs=0.02)
    assert gained(told[2], "trust") == pytest.approx(0.4, abs=0.01)


def test_a_footnote_lets_it_stand_at_half_effect() -> None:
    told = adjudicated(at_orders(), RULE, Footnote(seat="washington", proposal="no-surprise"))

    assert told.texts["no-surprise"].share == K.footnote_share
    assert gained(told, "trust") == pytest.approx(3.4 * K.footnote_share)


def test_breaking_silence_fells_it_and_costs_most_alone() -> None:
    alone = [BreakSilence(seat="washington", proposal="no-surprise")]
    two = [*alone, BreakSilence(seat="paris", proposal="no-surprise")]
    told = [adjudicated(at_orders(), RULE, *broken) for broken in (alone, two)]

    assert all(world.texts["no-surprise"].state == "fallen" for world in told)
    cost = [sum(c.amount for c in world.changes if c.cause.kind == "silence-broken") for world in told]
    assert cost == pytest.approx([K.broken_silence_cohesion * K.alone_factor, K.broken_silence_cohesion])
    assert any(c.figure == "capital/secretary-general" and c.amount == K.fallen_sponsor for c in told[0].changes)


def test_changing_ones_mind_before_the_end_of_orders_counts() -> None:
    broken = BreakSilence(seat="washington", proposal="no-surprise")
    told = adjudicated(at_orders(), RULE, broken, Consent(seat="washington", proposal="no-surprise"))

    assert told.texts["no-surprise"].state == "standing"


def test_a_text_ends_after_its_turns_and_can_be_tabled_again() -> None:
    table = TableText(seat="secretary-general", kind="league-table")
    told = course(at_orders(), {1: [table], 4: [table]}, 4).worlds

    assert [w.texts["league-table"].state for w in told[1:]] == ["standing", "standing", "ended", "standing"]


def test_a_text_withdrawn_may_be_tabled_again_and_costs_no_second_agenda_item() -> None:
    world = make(at_orders(), RULE, TableText(seat="secretary-general", kind="article-4", about="baltic"), ref=1)
    world = make(world, WithdrawText(seat="secretary-general", proposal="no-surprise"), RULE, ref=3)

    orders_ = world.seats["secretary-general"].orders
    assert world.texts["no-surprise"].state == "open"
    assert len(orders_) == 2 and all(order.free for order in orders_)


def test_taking_back_a_tabled_text_takes_only_ones_own_off_the_table() -> None:
    world = make(at_orders(), TableText(seat="paris", kind="quiet-review"), ref=1)
    assert make(world, TakeBack(seat="paris", entry=1)).texts["quiet-review"].state == "withdrawn"

    world = make(world, WithdrawText(seat="paris", proposal="quiet-review"), ref=2)
    world = make(world, TableText(seat="london", kind="quiet-review"), ref=3)
    world = make(world, TakeBack(seat="paris", entry=1), ref=4)
    assert world.texts["quiet-review"].state == "open"


def test_two_texts_of_one_kind_are_told_apart_by_what_they_are_about() -> None:
    both = [TableText(seat="secretary-general", kind="article-4", about=t) for t in ("baltic", "black-sea")]
    told = adjudicated(at_orders(), *both)

    assert {"article-4/baltic", "article-4/black-sea"} <= set(told.texts)


def voted(world: World) -> World:
    """The same world where the no-surprise rule needs a vote of three."""
    spec = evolve(world.scenario.texts["no-surprise"], votes=True, agree=("berlin", "paris"))
    return evolve(world, scenario=evolve(world.scenario, texts=world.scenario.texts | {"no-surprise": spec}))


def test_a_vote_stays_open_two_turns_and_needs_everybody_named() -> None:
    yes = [Consent(seat=seat, proposal="no-surprise") for seat in ("berlin", "paris")]
    told = course(voted(at_orders()), {1: [RULE, yes[0]]}, 2).worlds
    assert [w.texts["no-surprise"].state for w in told[1:]] == ["open", "fallen"]

    late = course(voted(at_orders()), {1: [RULE, yes[0]], 2: [yes[1]]}, 2).worlds
    assert late[2].texts["no-surprise"].state == "standing"


def test_control_may_set_a_text_aside_or_amend_what_it_does() -> None:
    world = advance(make(orders(fresh()), RULE, ref=4), Phase.ADJUDICATE)
    aside = review(make(world, Rule(seat="control", item=4, outcome="set-aside")))
    amended = Rule(seat="control", item=4, outcome="amend", effects=({"on": "cohesion", "add": 1},))
    amended_world = review(make(world, amended))

    assert aside.texts["no-surprise"].state == "withdrawn"
    assert amended_world.texts["no-surprise"].state == "standing"
    assert gained(amended_world, "capital/washington") == 0
    assert any(c.cause.kind == "ruling" and c.figure == "cohesion" for c in amended_world.changes)


def test_seats_tabling_in_another_order_change_nothing() -> None:
    tables = [TableText(seat="paris", kind="quiet-review"), TableText(seat="london", kind="joint-declaration")]

    assert scores(adjudicated(at_orders(), *tables)) == scores(adjudicated(at_orders(), *tables[::-1]))


@pytest.mark.parametrize(
    "move, refused",
    [
        (TableText(seat="paris", kind="article-4"), "text/about"),
        (TableText(seat="paris", kind="no-surprise", about="baltic"), "text/about"),
        (TableText(seat="washington", kind="certify-match", about="us-reinf-corps"), "text/about"),
        (TableText(seat="washington", kind="certify-match", about="de-1-panzer"), "text/about"),
        (TableText(seat="paris", kind="article-4", about="atlantis"), "theatre/unknown"),
        (BreakSilence(seat="paris", proposal="no-surprise"), "proposal/unknown"),
    ],
)
def test_what_cannot_be_tabled_is_refused_with_its_code(move: Move, refused: str) -> None:
    assert code(at_orders(), move) == refused


def promise(deed: str = "", condition: str = "", due: int = 2, seat: str = "washington") -> MakePromise:
    return MakePromise(seat=seat, to="berlin" if seat != "berlin" else "paris", due=due, deed=deed, if_=condition)


def states(plan: Mapping[int, list[Move]], turns: int = 3) -> list[str]:
    return [w.promises[0].state for w in course(at_orders(), plan, turns).worlds[1:]]


RAISES = SetSpending(seat="berlin", member="de", share=3.0)
THREE = "spending/de >= 3"


def test_the_rules_tell_a_promised_condition_when_it_is_due() -> None:
    said = promise(THREE, seat="berlin")

    assert states({1: [said], 2: [RAISES]}) == ["open", "kept", "kept"]
    assert states({1: [said, RAISES]}) == ["open", "kept", "kept"]  # what is so today need not be so on the day
    assert states({1: [said]}) == ["open", "broken", "broken"]
    assert states({1: [promise(THREE, "cohesion > 99", seat="berlin")]}) == ["open", "void", "void"]


def test_a_promised_order_is_kept_when_it_is_done_and_not_when_it_is_given() -> None:
    def leaves(force: str, turn: int) -> Withdraw:
        return Withdraw(seat="washington", force=force, turn=turn)

    said = promise("withdraw us-2cr", due=3)
    assert states({1: [said, leaves("us-2cr", 2)]}) == ["open", "kept", "kept"]
    assert states({1: [said, leaves("us-2cr", 4)]}) == ["open", "open", "broken"]
    assert states({1: [said, leaves("us-173", 2)]}) == ["open", "open", "broken"]


def test_what_is_said_without_a_deed_waits_for_control() -> None:
    assert states({1: [promise()]}) == ["open", "open", "open"]
    world = make(at_orders(), promise(), ref=6)
    told = make(world, Verdict(seat="control", promise=6, state="broken"))

    assert told.promises[0].state == "broken"
    assert scores(told)["trust"] == pytest.approx(58 + K.promise_broken_trust)
    assert code(told, Verdict(seat="control", promise=6, state="kept")) == "promise/told"


@pytest.mark.parametrize(
    "deed, refused",
    [
        ("post/saceur/holder = us", "promise/idle"),
        ("spending/de >= 1", "promise/idle"),
        ("trust >= 99", "promise/deed"),
        ("turn >= 3", "promise/deed"),
        ("be nice", "promise/deed"),
        ("advance", "promise/deed"),
        ("spending/atlantis >= 3", "promise/deed"),
        ("withdraw us-2cr", "promise/deed"),
        ("fund c-de-lith", ""),
        (THREE, ""),
    ],
)
def test_a_deed_is_refused_that_nobody_can_check_or_that_is_done_already(deed: str, refused: str) -> None:
    assert code(at_orders(), promise(deed, seat="berlin")) == refused


def test_a_word_to_the_anchor_or_its_own_that_is_broken_costs_commitment_too() -> None:
    def broke(seat: str, to: str) -> float:
        said = MakePromise(seat=seat, to=to, due=1, deed="declare ambiguity")
        changes = adjudicated(at_orders(), said).changes
        return sum(c.amount for c in changes if c.cause.kind == "promise-broken" and c.figure == "us-commitment")

    assert broke("washington", "berlin") == broke("berlin", "washington") == pytest.approx(K.promise_broken_commitment)
    assert broke("paris", "berlin") == 0


def test_promises_kept_by_the_dozen_are_worth_little_more_than_two() -> None:
    words = [Declare(seat=seat, stance="solidarity") for seat in at_orders().seats]
    easy = [promise("declare solidarity", due=1, seat=seat) for seat in at_orders().seats for _ in range(5)]
    plain, one, many = (adjudicated(at_orders(), *words, *said).figures["trust"] for said in ([], easy[:1], easy))

    assert one - plain == pytest.approx(K.promise_kept_trust, abs=0.01)
    assert many - plain < 2 * K.promise_kept_trust + 0.01


def test_a_kind_of_text_agreed_of_late_gains_less_and_costs_as_much() -> None:
    """Two consultations at once: the second comes when the first has been agreed."""
    both = [TableText(seat="secretary-general", kind="article-4", about=t) for t in ("baltic", "black-sea")]
    changes = adjudicated(at_orders(), *both).changes

    def did(about: str, figure: str) -> float:
        text = f"article-4/{about}"
        return sum(
            c.amount for c in changes if c.figure == figure and (c.cause.kind, *c.cause.about) == ("text-agreed", text)
        )

    assert did("black-sea", "cohesion") == pytest.approx(K.stale_texts * did("baltic", "cohesion"), rel=0.05)
    assert did("black-sea", "capital/berlin") == pytest.approx(did("baltic", "capital/berlin"))


def test_a_text_that_had_worn_when_it_was_agreed_gains_less_each_turn_too() -> None:
    standing = course(at_orders(), {1: [RULE]}, 1).worlds[1]
    worn = evolve(standing, texts={"no-surprise": evolve(standing.texts["no-surprise"], fresh=0.5)})

    def each_turn(world: World) -> float:
        draft = Draft(world, luck=False)
        settle_texts(draft)
        return draft.figures["trust"] - world.figures["trust"]

    assert each_turn(worn) == pytest.approx(each_turn(standing) / 2, rel=0.01)


def test_what_a_kind_of_text_has_worn_comes_back_with_time() -> None:
    told = course(at_orders(), {1: [TableText(seat="paris", kind="quiet-review")]}, 3).worlds

    worn = [world.figures.get("text-wear/quiet-review", 0.0) for world in told]
    assert worn == pytest.approx([0.0, K.text_wear_fade, K.text_wear_fade**2, K.text_wear_fade**3])


def test_nobody_promises_to_itself_or_for_the_past() -> None:
    assert code(at_orders(), MakePromise(seat="berlin", to="berlin", due=3)) == "promise/self"
    assert code(at_orders(), MakePromise(seat="berlin", to="paris", due=0)) == "promise/past"
