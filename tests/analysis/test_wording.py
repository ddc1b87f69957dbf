"""Causes in plain values for other programs: the sentence as it is given from outside, the value beside it."""

from tabletop.analysis.explain import explanation
from tabletop.analysis.wording import account
from tabletop.analysis.world_json import Standpoint, causes_of
from tabletop.model.cause import Cause
from tabletop.model.moves import Adjust, Declare
from tabletop.model.world import World
from tests.play import fresh, make, orders, review


def in_capitals(cause: Cause, world: World) -> str:
    """A wording of our own: analysis knows none."""
    return cause.kind.upper()


def reviewed() -> World:
    declared = make(orders(fresh()), Declare(seat="berlin", stance="solidarity"), ref=3)
    return make(review(declared), Adjust(seat="control", what="trust", amount=-2.0), ref=9)


def test_the_sentence_is_given_from_outside_and_the_value_stands_beside_it() -> None:
    told = causes_of(reviewed(), "cohesion", Standpoint(0, "", in_capitals))

    said = next(cause for cause in told["causes"] if cause["kind"] == "declaration")
    assert said == {
        "cause": "DECLARATION",
        "move": 3,
        "amount": said["amount"],
        "through": "cohesion",
        "kind": "declaration",
        "about": ["solidarity"],
        "who": "berlin",
        "luck": "",
        "wears_off": False,
    }


def test_control_s_reason_follows_the_sentence() -> None:
    told = causes_of(reviewed(), "trust", Standpoint(0, "", in_capitals, reasons={9: "too\nquick"}))

    assert next(cause["cause"] for cause in told["causes"] if cause["move"] == 9) == "ADJUSTMENT: too quick"


def test_whatever_the_words_the_same_causes_are_told_with_the_same_amounts() -> None:
    world = reviewed()
    plain = explanation(world, "trust")

    worded = account(world, "trust", lambda cause, world: "thing")

    assert {each[1:] for each in worded.causes} == set(map(tuple, plain.causes))
    assert (worded.before, worded.after) == (plain.before, plain.after)
