"""What may come next: futures begin where the world stands, and are the same for whoever looks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.analysis.lookahead import Future, fan, look_ahead
from tabletop.model.moves import Withdraw
from tabletop.model.world import Phase
from tests.play import advance, fresh, make, orders, review, two_keys


def test_a_future_has_a_reading_for_each_turn_still_to_come() -> None:
    world = orders(fresh(scenario=two_keys()))

    assert [len(future) for future in look_ahead(world, 3)] == [3, 3, 3]
    assert [len(future) for future in look_ahead(orders(review(world)), 2)] == [2, 2]


def test_who_looks_twice_sees_the_same_and_each_future_has_luck_of_its_own() -> None:
    world = orders(fresh(scenario=two_keys()))
    one, again = list(look_ahead(world, 4)), list(look_ahead(world, 4))

    assert one == again
    assert len({future[-1]["trust"] for future in one}) > 1


def test_what_is_ordered_stands_in_every_future() -> None:
    world = orders(fresh(scenario=two_keys()))
    leaves = make(world, Withdraw(seat="harrow", force="harrow-galleys", turn=1))

    plain = fan("trust", list(look_ahead(world, 6)), 1)
    leaving = fan("trust", list(look_ahead(leaves, 6)), 1)

    assert leaving.p90[0] < plain.p10[0]


def test_nothing_comes_after_the_end_and_nothing_after_a_stop() -> None:
    world = fresh(scenario=two_keys())
    ended = advance(world, Phase.BRIEF, 99)
    asked = iter((False, False, True))

    assert list(look_ahead(ended, 5)) == []
    assert len(list(look_ahead(world, 5, lambda: next(asked)))) == 2


@given(st.lists(st.lists(st.floats(0, 100), min_size=2, max_size=4), min_size=1, max_size=12))
def test_a_fan_lies_in_order_within_what_was_seen(values: list[list[float]]) -> None:
    futures: list[Future] = [tuple({"trust": value} for value in run) for run in values]
    drawn = fan("trust", futures, 2)

    assert drawn.turns == tuple(range(2, 2 + min(map(len, values))))
    assert drawn.runs == len(values)
    for n in range(len(drawn.turns)):
        column = [run[n] for run in values]
        assert min(column) <= drawn.p10[n] <= drawn.p50[n] <= drawn.p90[n] <= max(column)


def test_a_fan_of_eleven_equal_steps_and_of_words() -> None:
    futures: list[Future] = [({"trust": float(n), "word": "fair"},) for n in (10, 0, 9, 1, 8, 2, 7, 3, 6, 4, 5)]

    drawn = fan("trust", futures, 1)

    assert (drawn.p10, drawn.p50, drawn.p90) == ((1.0,), (5.0,), (9.0,))
    assert fan("word", futures, 1).p90 == fan("nothing", futures, 1).p90 == (0.0,)
    with pytest.raises(ValueError, match="no future"):
        fan("trust", [], 1)
