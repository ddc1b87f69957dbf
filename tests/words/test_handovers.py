"""Who must agree to a handover, in words."""

from tabletop.words.handovers import must_agree, waits_for
from tests.play import fresh


def test_it_names_the_parties_says_that_it_is_settled_or_that_nobody_is_asked() -> None:
    world = fresh()
    told = world.scenario, world.seats

    assert must_agree(("washington", "warsaw"), *told, settled=False) == "Washington and Warsaw & the East must agree"
    assert must_agree(("washington",), *told, settled=True) == "agreed already; begins with the turn"
    assert must_agree((), *told, settled=False) == "nobody need agree"


def test_it_names_who_is_waited_for() -> None:
    world = fresh()

    assert waits_for(("warsaw",), world.scenario, world.seats) == ", waits for Warsaw & the East"
    assert waits_for((), world.scenario, world.seats) == ""
