"""Injects: firing, answers, chains; the Greenland chain to each of its ends."""

import pytest
from attrs import evolve

from tabletop.model.cause import Cause
from tabletop.model.forces import Status
from tabletop.model.injects import InjectState
from tabletop.model.moves import (
    Adjust,
    Advance,
    Answer,
    CancelInject,
    Deploy,
    FireInject,
    HoldInject,
    Move,
    ReleaseInject,
    Rule,
    WriteInject,
)
from tabletop.model.optional import CHANCE_INJECTS, MOODS
from tabletop.model.world import Phase, World
from tabletop.rules.acts.check import check
from tabletop.rules.acts.options import anchor_forces, own_forces
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn.injects import answering, outcome_of, strength
from tabletop.rules.turn.opening import opening
from tabletop.rules.world.draft import Draft
from tests.play import advance, fresh, make, nato, orders, review


def code(world: World, move: Move) -> str:
    refused = check(world, move)
    return refused.code if refused else ""


def answered(world: World, inject: str, option: str, *, ref: int = 50) -> World:
    """Every seat that is asked gives one answer; an inject that has not fired is fired by control."""
    if world.injects[inject].state is not InjectState.DELIVERED:
        world = make(world, FireInject(seat="control", inject=inject), ref=ref)
    said = [Answer(seat=seat, inject=inject, option=option) for seat in answering(world, inject)]
    return make(world, *said, ref=ref + 1)


def next_orders(world: World) -> World:
    return orders(review(world))


def calm() -> World:
    """The orders of turn 1 where no inject comes by luck."""
    return orders(opening(nato(), "5", without=[CHANCE_INJECTS]))


def after(*steps: tuple[str, str]) -> World:
    """The review after a turn for each step of the chain, from the first inject on."""
    world = calm()
    for n, (inject, option) in enumerate(steps):
        world = answered(world, inject, option)
        world = review(world) if n == len(steps) - 1 else next_orders(world)
    return world


MODEST, DRAFT = ("greenland-1", "modest-package"), ("greenland-2", "update-1951")


@pytest.mark.parametrize(
    "steps, outcome",
    [
        ([MODEST], "talks-open"),
        ([("greenland-1", "walk-out")], "rupture"),
        ([MODEST, ("greenland-2", "refuse-and-rally")], "rupture"),
        ([MODEST, DRAFT, ("greenland-5", "sign")], "agreement"),
        ([MODEST, DRAFT, ("greenland-5", "postpone"), ("greenland-5", "sign")], "agreement"),
        ([MODEST, DRAFT, ("nuuk-says-no", "overrule")], "concession"),
        ([MODEST, DRAFT, ("greenland-5", "sign-with-letter"), ("letter-leaks", "stand-by-it")], "concession"),
        ([("greenland-1", "walk-out"), ("greenland-3", "act")], "force-used"),
        ([("greenland-1", "walk-out"), ("greenland-3", "act"), ("greenland-6", "quiet-channel")], "talks-open"),
        ([("greenland-1", "walk-out"), ("greenland-3", "hold"), ("greenland-landing", "stay")], "force-used"),
        ([("greenland-1", "walk-out"), ("greenland-3", "hold"), ("greenland-landing", "recall")], "talks-open"),
        ([("greenland-1", "walk-out"), ("greenland-3", "withdraw"), ("greenland-5", "sign")], "agreement"),
    ],
)
def test_greenland_can_come_to_each_of_its_ends(steps: list[tuple[str, str]], outcome: str) -> None:
    assert after(*steps).chains["greenland"] == outcome


def test_each_link_of_the_chain_arms_the_next_and_an_agreement_cancels_the_threat() -> None:
    first = after(MODEST)
    assert first.injects["greenland-2"].state is InjectState.ARMED
    assert fresh().injects["greenland-3"].state is InjectState.PLANNED
    assert first.injects["greenland-3"].state is InjectState.ARMED
    assert after(("greenland-1", "walk-out")).injects["greenland-3"].state is InjectState.ARMED

    signed = after(MODEST, DRAFT, ("greenland-5", "sign"))
    for threat in ("greenland-3", "greenland-landing", "greenland-6"):
        assert signed.injects[threat].state is InjectState.CANCELLED, threat


def test_a_threat_left_standing_may_carry_itself_out_and_the_council_meets_whatever_is_said_then() -> None:
    threat = ("greenland-1", "walk-out"), ("greenland-3", "hold")
    assert after(*threat).injects["greenland-landing"].state is InjectState.ARMED
    assert after(threat[0], ("greenland-3", "withdraw")).injects["greenland-landing"].state is InjectState.PLANNED

    for answer in ("recall", "stay"):
        assert after(*threat, ("greenland-landing", answer)).injects["greenland-6"].state is InjectState.ARMED


def test_an_agreement_that_is_postponed_can_come_back() -> None:
    world = after(MODEST, DRAFT, ("greenland-5", "postpone"))

    assert world.injects["greenland-5"].state is InjectState.ARMED


def test_silence_takes_the_default_and_every_seat_counts_with_its_part() -> None:
    world = orders(fresh())
    assert review(world).injects["greenland-1"].outcome == "talks-open"

    one = make(world, Answer(seat="washington", inject="greenland-1", option="walk-out"), ref=1)
    told = review(one)
    assert told.chains["greenland"] == "talks-open"  # two of three kept to the default
    answer = Cause("answer", ("greenland-1", "walk-out"), "washington")
    walked = [c.amount for c in told.changes if c.cause == answer and c.figure == "trust"]
    spec = next(option for option in nato().injects["greenland-1"].options if option.id == "walk-out")
    whole = next(effect.add for effect in spec.effects if effect.on == "trust")
    assert walked == pytest.approx([whole / 3 * strength(Draft(one), "greenland-1")], abs=0.01)


def test_an_inject_works_more_or_less_strongly_by_luck_and_the_same_for_what_is_answered() -> None:
    draws = [strength(Draft(fresh(str(seed))), name) for seed in range(20) for name in ("greenland-1", "baltic-cable")]
    spread = nato().coefficients.inject_spread

    assert 1 - spread <= min(draws) < 0.8 < 1.2 < max(draws) <= 1 + spread
    assert strength(Draft(fresh(), luck=False), "greenland-1") == 1
    assert strength(Draft(evolve(fresh(), without=(MOODS,))), "greenland-1") == 1
    later = evolve(fresh(), turn=5)
    assert strength(Draft(later), "greenland-1") == strength(Draft(fresh()), "greenland-1")


def test_what_an_answer_does_is_told_with_the_number_of_the_answer() -> None:
    world = make(orders(fresh()), Answer(seat="washington", inject="greenland-1", option="walk-out"), ref=41)
    told = review(world)

    said = {c.cause.who: c.ref for c in told.changes if c.cause.kind == "answer" and "greenland-1" in c.cause.about}
    assert said.pop("washington") == 41
    assert set(said.values()) == {0}  # silence has no move


def test_of_equals_the_answer_of_the_seat_named_first_settles() -> None:
    spec = nato().injects["greenland-2"]

    assert outcome_of(spec, ["allied-mission", "update-1951"]) == "allied-mission"
    assert outcome_of(spec, ["update-1951", "allied-mission", "allied-mission"]) == "allied-mission"
    assert outcome_of(spec, ["", "allied-mission"]) == "allied-mission"


def test_an_answer_can_be_changed_until_the_end_of_orders_and_not_after() -> None:
    world = orders(fresh())
    said = [Answer(seat="washington", inject="greenland-1", option=o) for o in ("walk-out", "modest-package")]
    world = make(world, *said, ref=1)
    assert dict(world.injects["greenland-1"].answers) == {"washington": "modest-package"}

    late = make(world, Advance(seat="control"))
    assert code(late, said[0]) == "phase/too-late"


def test_an_answer_in_words_takes_the_default_unless_control_rules_otherwise() -> None:
    world = make(orders(fresh()), Answer(seat="washington", inject="romania-gap", text="We shall see."), ref=8)
    world = advance(world, Phase.ADJUDICATE)
    assert review(world).injects["romania-gap"].outcome == "own-reserves"

    ruled = Rule(seat="control", item=8, outcome="amend", effects=({"on": "cohesion", "add": 3},))
    told = review(make(world, ruled))
    assert any(c.cause.kind == "ruling" and c.figure == "cohesion" for c in told.changes)
    assert not any("romania-gap" in c.cause.about for c in told.changes)


def test_a_ruling_can_overrule_a_signature() -> None:
    world = answered(next_orders(answered(calm(), *MODEST)), *DRAFT)
    world = answered(next_orders(world), "greenland-5", "sign", ref=70)
    world = advance(world, Phase.ADJUDICATE)
    ref = world.injects["greenland-5"].refs[0]

    assert review(world).chains["greenland"] == "agreement"
    told = review(make(world, Rule(seat="control", item=ref, outcome="set-aside")))
    assert told.chains["greenland"] == "talks-open"
    assert told.injects["greenland-5"].state is InjectState.ARMED
    assert not any("greenland-5" in c.cause.about for c in told.changes)


def test_what_is_held_does_not_fire_until_it_is_released() -> None:
    world = review(orders(fresh("5")))
    held = make(world, HoldInject(seat="control", inject="ankara-summit"))
    assert orders(held).injects["ankara-summit"].state is InjectState.HELD
    freed = make(held, ReleaseInject(seat="control", inject="ankara-summit"))
    assert orders(freed).injects["ankara-summit"].state is InjectState.DELIVERED
    gone = make(world, CancelInject(seat="control", inject="ankara-summit"))
    assert orders(gone).injects["ankara-summit"].state is InjectState.CANCELLED


def test_an_inject_written_by_hand_asks_whom_control_names_and_may_be_ruled_on() -> None:
    write = WriteInject(seat="control", inject="ferry", title="A ferry", answers=("london", "paris"))
    world = make(orders(fresh()), write, ref=3)

    assert answering(world, "ferry") == ("london", "paris")
    assert code(world, Answer(seat="berlin", inject="ferry", text="No.")) == "inject/not-asked"
    assert code(world, Answer(seat="paris", inject="ferry", option="a")) == "option/unknown"
    world = advance(make(world, Answer(seat="paris", inject="ferry", text="Yes."), ref=4), Phase.ADJUDICATE)
    for item in (3, 4):
        ruled = make(world, Rule(seat="control", item=item, outcome="accept", effects=({"on": "trust", "add": 1},)))
        told = review(ruled)
        assert told.injects["ferry"].state is InjectState.CLOSED
        assert any(c.cause.kind == "ruling" for c in told.changes)
    assert code(world, WriteInject(seat="control", inject="ferry")) == "inject/there"
    assert code(told, FireInject(seat="control", inject="ferry")) == "inject/fired"


def test_a_second_firing_is_refused() -> None:
    assert code(orders(fresh()), FireInject(seat="control", inject="greenland-1")) == "inject/fired"
    closed = review(orders(fresh()))
    assert code(closed, FireInject(seat="control", inject="greenland-1")) == "inject/fired"


def test_an_effect_for_some_turns_is_taken_back_after_them() -> None:
    world = orders(fresh())
    plain = make(world, Adjust(seat="control", what="pressure/baltic", amount=0.0))
    item = Answer(seat="paris", inject="romania-gap", text="x")
    for_two = Rule(seat="control", item=1, outcome="accept", effects=({"on": "gap/baltic", "add": 0.2, "turns": 2},))
    told = [review(make(advance(make(plain, item, ref=1), Phase.ADJUDICATE), for_two))]
    for _ in range(3):
        told.append(review(told[-1]))

    gaps = [w.figures["gap/baltic"] for w in told]
    assert gaps[0] == pytest.approx(0.2)
    assert gaps[2] == 0 and gaps[3] == 0
    assert scores(told[0])["deterrence/baltic"] < scores(told[3])["deterrence/baltic"]


def test_what_an_option_names_comes_once_and_whole_where_it_is_the_outcome() -> None:
    start = orders(fresh())
    two = [Answer(seat=seat, inject="romania-gap", option="returned-battalion") for seat in ("paris", "warsaw")]

    agreed, alone = review(make(start, *two, ref=8)), review(make(start, two[0], ref=8))

    assert start.forces["us-ro-battalion"].status is Status.ELSEWHERE
    assert agreed.forces["us-ro-battalion"].status is Status.AVAILABLE
    assert alone.forces["us-ro-battalion"].status is Status.ELSEWHERE
    assert agreed.figures["freed-for-pacific"] < alone.figures["freed-for-pacific"]


def test_what_only_an_answer_can_bring_is_nobodys_to_order_before() -> None:
    world = orders(fresh())

    assert "us-ro-battalion" not in anchor_forces(world)
    assert not {"fr-ro-staff", "north-rota"} & {*own_forces(world, "paris"), *own_forces(world, "london")}
    assert check(world, Deploy(seat="washington", force="us-ro-battalion", theatre="black-sea")) is not None
