"""Words that are paid for in political capital: what they take, what they bring, and that they don't wear out."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.analysis.policies import POLICIES
from tabletop.analysis.policies.words import KEPT, WITH_BUDGETS
from tabletop.model.moves import Declare, SetSpending
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.political_capital import taken
from tabletop.rules.turn.declare import declare
from tabletop.rules.world.draft import Draft
from tests.play import make, nato
from tests.rules.quiet import at_orders

PAID = [name for name, spec in nato().stances.items() if spec.others.price]
FREE = [name for name in nato().stances if name not in PAID]


def said(world: World, *declared: tuple[str, str]) -> World:
    """The world after seats have declared stances, one after another."""
    draft = Draft(world)
    for seat, stance in declared:
        declare(draft, [(seat, Declare(seat=seat, stance=stance), 0)])
    return draft.freeze()


def with_capital(seat: str, points: float) -> World:
    world = at_orders()
    return evolve(world, figures={**world.figures, f"capital/{seat}": points, f"support/{seat}": 50.0})


def test_what_is_paid_for_brings_the_same_each_time_and_wears_no_other_words() -> None:
    world = with_capital("berlin", 90)

    once = said(world, ("berlin", "frankness"))
    twice = said(once, ("berlin", "frankness"))

    for figure in ("support/berlin", "capital/berlin"):
        first = once.figures[figure] - world.figures[figure]
        assert twice.figures[figure] - once.figures[figure] == pytest.approx(first)
    assert {side: twice.figures[side] for side in ("wear/anchor", "wear/others")} == {
        side: world.figures[side] for side in ("wear/anchor", "wear/others")
    }


def test_what_is_free_wears_out() -> None:
    world = at_orders()
    once = said(world, ("berlin", "solidarity"))
    twice = said(once, ("berlin", "solidarity"))

    gained = once.figures["us-commitment"] - world.figures["us-commitment"]
    assert 0 < twice.figures["us-commitment"] - once.figures["us-commitment"] < gained


@given(st.floats(0, 100), st.sampled_from(PAID), st.sampled_from(["berlin", "washington", "ankara"]))
@settings(max_examples=40, deadline=None)
def test_a_word_with_a_price_is_refused_exactly_where_capital_does_not_reach(
    points: float, stance: str, seat: str
) -> None:
    world, move = with_capital(seat, points), Declare(seat=seat, stance=stance)
    price = nato().stances[stance].by(seat, "washington").price

    refused = check(world, move)

    assert (refused.code if refused else "") == ("" if points + 1e-9 >= price else "politics/no-capital")


def test_a_rise_and_a_word_are_paid_from_one_purse() -> None:
    world = with_capital("berlin", 14)
    rise = SetSpending(seat="berlin", member="de", share=round(world.members["de"].spending + 0.45, 2))
    word = Declare(seat="berlin", stance="frankness")

    risen, spoken = make(world, rise), make(world, word)

    assert taken(spoken, "berlin") == 10 and 4 < taken(risen, "berlin") <= 14
    for first, second in ((risen, word), (spoken, rise)):
        refused = check(first, second)
        assert refused is not None and refused.code == "politics/no-capital"


def test_who_has_no_voters_has_nobody_to_be_frank_with() -> None:
    refused = check(at_orders(), Declare(seat="secretary-general", stance="frankness"))

    assert refused is not None and refused.code == "stance/no-voters"
    assert check(at_orders(), Declare(seat="secretary-general", stance="conciliation")) is None


@given(st.floats(0, 100), st.integers(0, 30), st.sampled_from(["own-objectives", "mixed", "step-by-step"]))
@settings(max_examples=25, deadline=None)
def test_a_bot_spends_only_what_lies_idle_and_free_words_not_at_all(points: float, seed: int, policy: str) -> None:
    for seat in ("berlin", "washington", "secretary-general"):
        world = with_capital(seat, points)
        orders = POLICIES[policy](world, seat, str(seed))
        kept = WITH_BUDGETS if world.seats[seat].members else KEPT
        for move in (order for order in orders if isinstance(order, Declare)):
            assert points - nato().stances[move.stance].by(seat, "washington").price >= kept
