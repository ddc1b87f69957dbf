"""Law 4: what a seat may not see never reaches it."""

from collections import deque
from collections.abc import Mapping
from random import Random
from typing import Any

import pytest
from attrs import evolve, fields, has
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tabletop.model.injects import InjectState
from tabletop.model.moves import (
    Answer,
    Assign,
    Backfill,
    Declare,
    FireInject,
    HoldInject,
    MakePromise,
    Message,
    Red,
    RefuseHosting,
    SetSpending,
    Withdraw,
    WriteInject,
)
from tabletop.model.scenario import Scenario
from tabletop.model.seats import CONTROL, PUBLIC
from tabletop.model.world import State, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.step import step
from tabletop.rules.scores.objectives import mark
from tabletop.rules.sight import view
from tabletop.rules.turn.injects import answering
from tabletop.rules.world.digest import digest
from tests.long import sweep
from tests.play import fresh, make, nato, orders, review, session

WHO = (*nato().seats, PUBLIC)


def told(value: Any) -> Any:
    """Everything a value holds, scenario included, as plain data."""
    if isinstance(value, Scenario):
        return _told_of(value)
    return _plain(value)


def _plain(value: Any) -> Any:
    if has(type(value)):
        return {a.name: told(getattr(value, a.name)) for a in fields(type(value))}
    if isinstance(value, Mapping):
        return {str(key): told(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [told(item) for item in value]
    return value


def _told_of(scenario: Scenario) -> Any:
    """Most of what a world holds, and the same in each world of a session: told once."""
    for known, said in _SCENARIOS:
        if known is scenario:
            return said
    _SCENARIOS.append((scenario, _plain(scenario)))
    return _SCENARIOS[-1][1]


_SCENARIOS: deque[tuple[Scenario, Any]] = deque(maxlen=8)


def all_words(value: Any) -> set[str]:
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return {word for key, item in value.items() for word in (key, *all_words(item))}
    if isinstance(value, list):
        return {word for item in value for word in all_words(item)}
    return set()


@pytest.mark.parametrize("who", WHO)
def test_nothing_hidden_leaks(who: str) -> None:
    world = make(
        orders(fresh("the-seed")),
        Withdraw(seat="washington", force="us-abct-pl", turn=1),
        SetSpending(seat="paris", member="fr", share=2.4),
        MakePromise(seat="paris", to="london", due=2, deed="post/landcom/holder = tr"),
        Red(seat="control", levers=({"lever": "probe", "theatre": "baltic", "kind": "cable"},)),
        ref=1,
    )

    seen = told(view(world, who))
    words = all_words(seen)

    assert "the-seed" not in words
    assert not seen["red"] and not seen["lasting"] and not seen["rulings"]
    for seat, state in seen["seats"].items():
        assert seat == who or not state["orders"]
    assert bool(seen["promises"]) == (who in ("paris", "london"))
    secrets = {o.text for s in nato().seats.values() if s.id != who for o in s.objectives if o.secret}
    assert not words & secrets
    assert not words & {s.brief.situation for s in nato().seats.values() if s.id != who}
    assert not words & {nato().red.brief, nato().notes, *nato().red.objectives}
    assert not seen["scenario"]["red"]["initiatives"] and not seen["scenario"]["red"]["initiative_chance"]
    assert not any("us-abct-pl" in each.values() for each in seen["departures"])
    for name, spec in nato().injects.items():
        fired = world.injects[name].state is InjectState.DELIVERED
        assert fired or spec.text not in words
        asked = fired and who in answering(world, name)
        kept = set() if asked else {text for o in spec.options for text in (o.reason, o.hint)}
        assert not words & ({spec.control, *kept} - {""})


@pytest.mark.parametrize("who", WHO)
def test_measures_of_other_seats_secrets_are_not_in_the_history(who: str) -> None:
    world = review(fresh())
    mine = {p for o in (nato().seats[who].objectives if who != PUBLIC else ()) for part in o.parts for p in part.paths}

    for reading in view(world, who).history:
        assert ("programme/c-nordic-bde/in-place" in reading) == ("programme/c-nordic-bde/in-place" in mine)
        assert ("force/us-abct-pl/replaced" in reading) == ("force/us-abct-pl/replaced" in mine)
        assert not any(path.startswith("promises/") for path in reading)
        assert "deterrence/baltic" in reading


@settings(max_examples=sweep(8, 5), deadline=None)
@given(st.integers(0, 10**6))
def test_worlds_that_differ_only_in_hidden_things_look_the_same(seed: int) -> None:
    rng = Random(seed)
    world, _ = session(fresh(str(seed)), rng, tries=5, turns=2)
    world = orders(world)
    assume(world.state is not State.ENDED)
    who = rng.choice([seat for seat in world.seats if seat not in ("washington", "paris")])

    other = differently(world)

    assert told(view(world, who)) == told(view(other, who))
    assert told(view(world, PUBLIC)) == told(view(other, PUBLIC))
    assert digest(world) != digest(other)


def differently(world: World) -> World:
    """The same world for everybody but Washington, Paris and control."""
    world = evolve(world, seed="another")
    for n, move in enumerate(
        (
            Declare(seat="paris", stance="ambiguity"),
            Withdraw(seat="washington", force="us-2cr", turn=world.turn),
            Assign(seat="washington", force="us-173", theatre="baltic", turn=min(world.turn + 2, world.turns)),
            Backfill(seat="paris", replacement="c-fr-romania", replaces="us-ibct-ro"),
            RefuseHosting(seat="paris", force="us-12cab"),
            MakePromise(seat="washington", to="paris", due=world.turn),
            HoldInject(seat="control", inject="greenland-6"),
            Message(seat="washington", to="paris", text="Psst."),
            Red(seat="control", levers=({"lever": "offer"},)),
        )
    ):
        if check(world, move) is None:
            world = step(world, move, 900 + n)[0]
    return world


@pytest.mark.parametrize("who", [seat for seat in WHO if seat != "washington"])
def test_where_a_force_goes_is_hidden_with_its_order_and_seen_by_all_when_it_is_announced(who: str) -> None:
    world = orders(fresh())
    goes = Assign(seat="washington", force="us-173", theatre="baltic", turn=3)
    objects = RefuseHosting(seat="paris", force="us-12cab")

    ordered = make(world, goes, objects, ref=1)
    told_later = view(review(ordered), who)

    hidden = told(view(ordered, who))
    assert hidden["forces"] == told(view(world, who))["forces"]
    assert who == "paris" or hidden["seats"] == told(view(world, who))["seats"]
    assert (told_later.forces["us-173"].to, told_later.forces["us-173"].turn) == ("baltic", 3)
    assert objects in [order.move for order in told_later.seats["paris"].orders]


@pytest.mark.parametrize("who", WHO)
def test_what_has_left_and_how_it_is_matched_is_seen_by_all(who: str) -> None:
    world = review(make(orders(fresh()), Withdraw(seat="washington", force="us-2cr", turn=1), ref=1))

    assert view(world, who).departures == world.departures
    assert {each.force for each in world.departures} == {"us-2cr", "us-ibct-ro"}


@pytest.mark.parametrize("who", WHO)
def test_what_the_adversary_would_do_by_itself_changes_nothing_that_anybody_sees(who: str) -> None:
    world = orders(fresh())
    bold = evolve(world.scenario.red, initiative_chance=1.0, initiatives=world.scenario.red.initiatives[:1])

    other = evolve(world, scenario=evolve(world.scenario, red=bold))

    assert told(view(world, who)) == told(view(other, who))


def test_control_reads_no_sheet_before_the_adversary_has_sealed() -> None:
    world = make(orders(fresh()), SetSpending(seat="paris", member="fr", share=2.4), ref=1)

    assert not view(world, CONTROL).seats["paris"].orders
    sealed = make(world, Red(seat="control", source="model"))
    assert view(sealed, CONTROL).seats["paris"].orders


def test_a_host_sees_the_secrets_of_the_seat_that_joined_it_and_is_marked_by_them() -> None:
    world = review(fresh(fold=6))
    seen = view(world, "nordic-baltic")

    assert [m.objective.id for m in mark(seen, "nordic-baltic")] == [
        m.objective.id for m in mark(world, "nordic-baltic")
    ]
    assert [m.points for m in mark(seen, "nordic-baltic")] == [m.points for m in mark(world, "nordic-baltic")]
    assert any(m.objective.id.startswith("london-") for m in mark(world, "nordic-baltic"))


def test_every_seat_can_mark_itself_on_what_it_sees() -> None:
    for fold in (0, 6, 7):
        world = review(review(fresh(fold=fold)))
        for seat in world.seats:
            assert mark(view(world, seat), seat) == mark(world, seat) or fold


def test_a_seat_sees_its_own_answers_alone_until_the_inject_is_closed() -> None:
    world = make(fresh(), FireInject(seat="control", inject="nuuk-says-no"), ref=1)
    world = make(world, WriteInject(seat="control", inject="own", answers=("paris",)), ref=2)
    world = make(world, Answer(seat="washington", inject="nuuk-says-no", option="overrule"), ref=3)

    assert view(world, "washington").injects["nuuk-says-no"].answers
    assert not view(world, "nordic-baltic").injects["nuuk-says-no"].answers
    assert view(world, "nordic-baltic").injects["nuuk-says-no"].state is InjectState.DELIVERED
