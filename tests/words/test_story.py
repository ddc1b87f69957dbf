"""A turn's story: what has passed the brink is told once, in the turn at whose end it was, as the scenario says it."""

from tabletop.model.moves import Adjust
from tabletop.model.world import World
from tabletop.words.story import Happening, happenings, headline_story
from tests.play import fresh, make, orders, review, two_keys

BROKEN = "The chain hangs slack: Nobody pulls, and the corsairs can see it"


def edges(before: World, after: World) -> list[Happening]:
    return [each for each in happenings(before, after, after.changes) if each.kind == "edge"]


def test_an_edge_is_told_in_the_turn_it_is_passed_and_never_again() -> None:
    start = make(orders(fresh(scenario=two_keys())), Adjust(seat="control", what="concord", amount=-45.0))
    first = review(start)
    second = review(orders(first))

    assert edges(start, first) == [Happening("edge", BROKEN, False)]
    assert edges(first, second) == []
    assert f"{BROKEN}." in headline_story(start, first, first.changes)


def test_while_no_edge_is_passed_none_is_told() -> None:
    start = orders(fresh(scenario=two_keys()))

    assert edges(start, review(start)) == []
