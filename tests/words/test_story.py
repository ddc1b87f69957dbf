"""A turn's story: what has passed the brink is told once, in the turn at whose end it was, as the scenario says it."""

from tabletop.model.moves import Adjust, Assign, RefuseHosting
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


def test_a_force_that_no_host_would_have_is_told_to_stay_and_by_whom() -> None:
    start = orders(fresh())
    goes = Assign(seat="washington", force="us-2cr", theatre="high-north")
    hosts = [
        seat
        for seat, state in start.seats.items()
        if set(start.scenario.theatres["high-north"].members) & {*state.members}
    ]
    after = review(make(start, goes, *(RefuseHosting(seat=seat, force="us-2cr") for seat in hosts)))
    kept = [each for each in happenings(start, after, after.changes) if each.thing == "us-2cr"]

    assert [each.kind for each in kept] == ["unwelcome"]
    assert "stays where it is" in kept[0].text and "would not have it in" in kept[0].text


def test_where_one_host_has_it_a_force_moves_and_nothing_is_said_of_the_others() -> None:
    start = orders(fresh())
    goes = Assign(seat="washington", force="us-2cr", theatre="high-north")
    after = review(make(start, goes, RefuseHosting(seat="london", force="us-2cr")))

    assert "unwelcome" not in {each.kind for each in happenings(start, after, after.changes)}
