"""What the model proposes before control rules: each item once, what it does and why it needs a person."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.moves import (
    Answer,
    BreakSilence,
    Declare,
    Fund,
    MakeFreeMove,
    Mode,
    Move,
    Rule,
    TableText,
    Withdraw,
)
from tabletop.model.proposals import Proposal
from tabletop.model.world import Phase, World
from tabletop.rules.acts.proposals import proposals, rehearse
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.world.digest import digest
from tests.long import sweep
from tests.play import advance, fresh, make, orders, review, session, two_keys

LEAVES = Withdraw(seat="harrow", force="harrow-galleys", turn=1)
FRIENDS = Declare(seat="lyre", stance="friendship")


def found(*moves: Move) -> dict[str, Proposal]:
    """Proposals of the small scenario's first turn, by item; moves are numbered from 5."""
    return {each.item: each for each in proposals(make(at_orders(), *moves, ref=5))}


def at_orders() -> World:
    return orders(fresh(scenario=two_keys()))


def test_nothing_is_proposed_where_nothing_was_done() -> None:
    assert proposals(at_orders()) == ()


def test_an_order_is_an_item_with_what_it_changes() -> None:
    (only,) = found(FRIENDS).values()

    assert (only.item, only.ref, only.seat, only.move, only.title) == ("lyre/0", 5, "lyre", FRIENDS, "declare")
    assert {change.figure: round(change.amount, 2) for change in only.changes}["faith"] == 0.6
    assert all(change.ref == 5 for change in only.changes)
    assert (only.needs, only.mode, only.ruled) == ((), "semi-rigid", "")


def test_what_needs_a_person_comes_first() -> None:
    told = list(found(FRIENDS, LEAVES, MakeFreeMove(seat="lyre", aim="A chain of lamps")).values())

    assert [bool(each.needs) for each in told] == [True, True, False]
    assert {each.needs for each in told} == {("a surprise",), ("a free move",), ()}


def test_an_exit_with_notice_is_no_surprise() -> None:
    assert found(LEAVES)["harrow/0"].needs == ("a surprise",)
    assert found(Withdraw(seat="harrow", force="harrow-galleys", turn=3))["harrow/0"].needs == ()


def test_an_offer_that_buys_nothing_says_so() -> None:
    (short,) = found(Fund(seat="lyre", programme="chain-boats", pays=10)).values()

    assert short.needs == ("not ordered: only 10 % of its price is offered",)
    assert short.mode == "rigid"


def test_answers_that_differ_are_contested_and_words_are_read_by_a_person() -> None:
    share = Answer(seat="harrow", inject="toll-dispute", option="share")
    wait, words = (Answer(seat="lyre", inject="toll-dispute", option=o, text="No.") for o in ("postpone", ""))

    (contested,) = found(share, wait)["inject/toll-dispute"].needs
    spoken, _ = found(share, words)["inject/toll-dispute"].needs

    assert contested.startswith("contested 1:1: ")
    assert spoken == "answered in words by Lyre and Mossgate"
    assert found(share, Answer(seat="lyre", inject="toll-dispute", option="share"))["inject/toll-dispute"].needs == ()


def test_a_text_whose_silence_is_broken_names_who_broke_it() -> None:
    tabled = TableText(seat="herald", kind="no-surprises")

    plain = found(tabled)["text/no-surprises"]
    broken = found(tabled, BreakSilence(seat="harrow", proposal="no-surprises"))["text/no-surprises"]

    assert (plain.title, plain.seat, plain.needs) == ("No watch leaves unannounced", "herald", ())
    assert {change.figure: change.amount for change in plain.changes} == {"trust": 2.0, "text-wear/no-surprises": 1.0}
    assert broken.needs == ("silence broken by The Council of Harrow",)


def test_a_mode_that_control_has_set_counts() -> None:
    set_free = Mode(seat="control", domain="politics", mode="free", reason="a new matter")

    assert found(FRIENDS)["lyre/0"].mode == "semi-rigid"
    assert found(FRIENDS, set_free)["lyre/0"].mode == "free"


def test_what_is_ruled_is_told_and_a_free_move_then_needs_nobody() -> None:
    world = make(at_orders(), MakeFreeMove(seat="lyre", aim="A chain of lamps"), FRIENDS, ref=5)
    ruling = advance(world, Phase.ADJUDICATE)
    ruled = make(
        ruling, Rule(seat="control", item=5, outcome="yes-and"), Rule(seat="control", item=6, outcome="set-aside")
    )

    told = {each.item: each for each in proposals(ruled)}

    assert {each.item: each.ruled for each in proposals(ruling)} == dict.fromkeys(told, "")
    assert (told["free/lyre/1"].ruled, told["free/lyre/1"].needs) == ("yes-and", ())
    assert (told["lyre/0"].ruled, told["lyre/0"].changes) == ("set-aside", ())


def test_a_rehearsal_without_a_ruling_is_what_comes() -> None:
    world = advance(make(at_orders(), LEAVES, FRIENDS, ref=5), Phase.ADJUDICATE)

    after = scores(rehearse(world))

    assert after == scores(review(world))
    assert after["trust"] - scores(world)["trust"] < -10


@settings(max_examples=sweep(12, 6), deadline=None)
@given(st.integers(0, 10**6))
def test_wherever_play_has_led_items_are_told_once_with_their_own_changes_and_the_world_stays(seed: int) -> None:
    world, _ = session(fresh(str(seed), scenario=two_keys()), Random(seed), tries=8, turns=1)
    before = digest(world)

    told = proposals(world)

    assert digest(world) == before
    assert len({each.item for each in told}) == len(told)
    assert [not each.needs for each in told] == sorted(not each.needs for each in told)
    ordered = sum(order.move.do != "table-text" for state in world.seats.values() for order in state.orders)
    assert sum(each.move is not None for each in told) == ordered
