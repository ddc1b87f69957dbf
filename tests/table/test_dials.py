"""What a key on a row of a seat's money orders."""

from typing import Any

import pytest

from tabletop.model.moves import Fund, Invest, SetReadiness, SetSpending, TakeBack
from tabletop.table.dials import FINE, standing_offer, turned
from tabletop.table.levers import Levers
from tests.play import fresh, make, orders

FUND: Any = {"seat": "berlin", "programme": "c-missiles"}


def berlin(*moves: Any) -> Levers:
    """Berlin's at the orders of turn 1, with some moves made; numbers count from 1."""
    return Levers(make(orders(fresh()), *moves, ref=1), "berlin")


def test_a_first_plus_offers_a_whole_tranche_and_minus_a_quarter_less() -> None:
    assert turned(berlin(), ("programme", "c-missiles"), 1) == Fund(**FUND, pays=100.0)
    assert turned(berlin(Fund(**FUND)), ("programme", "c-missiles"), -1) == Fund(**FUND, pays=75.0)


def test_minus_at_the_last_quarter_takes_the_offer_back() -> None:
    assert turned(berlin(Fund(**FUND, pays=25)), ("programme", "c-missiles"), -1) == TakeBack(seat="berlin", entry=1)
    assert turned(berlin(), ("programme", "c-missiles"), -1) is None


def test_a_star_makes_an_offer_stand_and_rest() -> None:
    assert standing_offer(berlin(), "c-missiles") == Fund(**FUND, pays=100.0, standing=True)
    assert standing_offer(berlin(Fund(**FUND, pays=50, standing=True)), "c-missiles") == Fund(
        **FUND, pays=50, standing=False
    )


def test_readiness_moves_by_tenths_and_stays_between_none_and_all() -> None:
    assert turned(berlin(), ("readiness",), 1) == SetReadiness(seat="berlin", level=0.1)
    assert turned(berlin(), ("readiness",), 1, FINE) == SetReadiness(seat="berlin", level=0.05)
    assert turned(berlin(), ("readiness",), -1) == SetReadiness(seat="berlin", level=0.0)
    full = berlin(SetReadiness(seat="berlin", level=0.95))
    assert turned(full, ("readiness",), 1) == SetReadiness(seat="berlin", level=1.0)


def test_a_share_moves_from_what_the_sheet_plans() -> None:
    move = turned(berlin(), ("member", "nl"), 1, FINE)

    assert isinstance(move, SetSpending)
    assert move.share == pytest.approx(berlin().budget.planned("nl") + FINE)


@pytest.mark.parametrize("dial", [("member", "nl"), ("member", "de"), ("readiness",)])
def test_a_dial_that_is_back_at_what_is_planned_without_it_leaves_no_order(dial: tuple[str, ...]) -> None:
    there = turned(berlin(), dial, 1)
    moved = berlin(there)

    assert turned(moved, dial, -1) == TakeBack(seat="berlin", entry=1)
    assert turned(berlin(turned(berlin(), dial, 1, FINE)), dial, -1, FINE) == TakeBack(seat="berlin", entry=1)
    assert not isinstance(turned(moved, dial, 1), TakeBack)


def test_a_way_takes_a_step_of_its_own_and_its_last_is_taken_back() -> None:
    step = berlin().world.scenario.ways["national"].per
    put = Invest(seat="berlin", way="national", amount=step)

    assert turned(berlin(), ("way", "national"), 1) == put
    assert turned(berlin(put), ("way", "national"), -1) == TakeBack(seat="berlin", entry=1)


def test_a_row_that_is_no_dial_orders_nothing() -> None:
    outside = next(m for m, spec in berlin().world.scenario.members.items() if spec.outside_path)

    assert turned(berlin(), ("more",), 1) is None
    assert turned(berlin(), ("member", outside), 1) is None
