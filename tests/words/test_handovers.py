"""Who must agree to a handover, in words."""

from tabletop.words.handovers import agreement_words, waits_for
from tests.play import fresh


def test_it_names_the_parties_says_that_it_is_settled_or_that_nobody_is_asked() -> None:
    world = fresh()
    told = world.scenario, world.seats

    assert (
        agreement_words(("washington", "warsaw"), *told, settled=False) == "Washington and Warsaw & the East must agree"
    )
    assert agreement_words(("washington",), *told, settled=True) == "agreed already; begins with the turn"
    assert agreement_words((), *told, settled=False) == "nobody need agree"


def test_it_names_who_is_waited_for() -> None:
    world = fresh()

    assert waits_for(("warsaw",), world.scenario, world.seats) == ", waits for Warsaw & the East"
    assert waits_for((), world.scenario, world.seats) == ""
