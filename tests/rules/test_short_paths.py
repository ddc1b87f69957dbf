"""A thing's path without what is asked of it sets its status or state, as it always did: records hold such moves."""

import pytest

from tabletop.model.forces import Status
from tabletop.model.moves import Adjust
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.world.digest import digest
from tests.play import fresh, nato, orders, two_keys

SCENARIOS = [nato(), two_keys()]


def adjusted(world: World, path: str, word: str) -> World:
    move = Adjust(seat="control", what=path, value=word, reason="r")
    assert check(world, move) is None
    return step(world, move, 9)[0]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.id)
@pytest.mark.parametrize(
    ("kind", "long", "words"),
    [("force", "status", ("leaving", "elsewhere")), ("post", "status", ("held", "transition")),
     ("inject", "state", ("held", "cancelled"))],
)  # fmt: skip
def test_control_sets_it_by_the_short_path_as_by_the_long(
    scenario: Scenario, kind: str, long: str, words: tuple[str, ...]
) -> None:
    world = orders(fresh(scenario=scenario))
    things = {"force": [f for f, s in world.forces.items() if s.status is Status.AVAILABLE], "post": [*world.posts],
              "inject": [*world.injects]}  # fmt: skip
    thing = things[kind][0]

    for word in words:
        short = adjusted(world, f"{kind}/{thing}", word)
        assert digest(short) == digest(adjusted(world, f"{kind}/{thing}/{long}", word))


@pytest.mark.parametrize("path", ["force/us-tankers", "post/saceur"])
def test_a_wrong_word_is_answered_with_those_that_are_known(path: str) -> None:
    world = fresh(scenario=nato())
    wrong = Adjust(seat="control", what=path, value="gone", reason="r")

    refusal = check(orders(world), wrong)

    assert refusal is not None and refusal.code == "status/unknown" and "known: " in refusal.message
