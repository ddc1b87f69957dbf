"""What stands in a theatre, area by area, against what would be enough: counted by hand from the small scenario."""

import pytest
from attrs import evolve

from tabletop.analysis.areas import area_supply
from tabletop.model.moves import Withdraw
from tests.play import fresh, make, nato, orders, review, two_keys


def test_what_the_files_say_stands_there_stands_there() -> None:
    """Galleys 3 boats and pikes 1.5 walls, 0.4 of them in the harbour; gunners 2 walls and half a boat."""
    walls, boats = area_supply(fresh(scenario=two_keys()), "outer-harbour")

    assert (walls.area, walls.required, walls.anchor, walls.others, walls.weight) == ("walls", 3.0, 0.6, 2.0, 0.4)
    assert (boats.area, boats.required, boats.anchor, boats.others, boats.weight) == ("boats", 6.0, 3.0, 0.5, 0.6)
    assert walls.filled == pytest.approx(2.6 / 3) and boats.filled == pytest.approx(3.5 / 6)
    assert (walls.days, boats.days) == (0.0, 20.0)


def test_an_area_without_a_requirement_does_not_count() -> None:
    assert [each.area for each in area_supply(fresh(scenario=two_keys()), "mule-pass")] == ["walls"]


def test_who_leaves_is_missing_and_only_there() -> None:
    world = orders(fresh(scenario=two_keys()))
    gone = review(make(world, Withdraw(seat="harrow", force="harrow-galleys", turn=1)))

    walls, boats = area_supply(gone, "outer-harbour")

    before = area_supply(review(world), "outer-harbour")
    assert boats == evolve(before[1], anchor=0.0)
    assert walls == before[0]


@pytest.mark.parametrize("theatre", nato().theatres)
def test_weights_make_a_whole_and_no_area_is_filled_more_than_whole(theatre: str) -> None:
    found = area_supply(fresh(), theatre)

    assert sum(each.weight for each in found) == pytest.approx(1)
    assert all(0 <= each.filled <= 1 and each.required > 0 for each in found)


def test_an_unknown_theatre_is_none() -> None:
    with pytest.raises(KeyError):
        area_supply(fresh(scenario=two_keys()), "inner-harbour")
