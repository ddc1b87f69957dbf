"""Handovers: who must agree, what they cost while they run and leave behind."""

import pytest
from attrs import evolve

from tabletop.model.moves import (
    AcceptHandover,
    Adjust,
    Move,
    ProposeHandover,
    RefuseHandover,
    Rule,
    TableText,
    TakeBack,
)
from tabletop.model.world import Phase, World
from tabletop.rules.acts.check import check
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.turn.posts import agreed, command_share, overload
from tests.play import advance, fresh, make, nato, orders, review
from tests.rules.quiet import adjudicated, at_orders, course

OFFER = ProposeHandover(seat="washington", post="landcom", to="tr")
ACCEPT = AcceptHandover(seat="ankara", post="landcom")


def code(world: World, move: Move) -> str:
    refused = check(world, move)
    return refused.code if refused else ""


def test_the_three_agreed_changes_run_their_course() -> None:
    told = course(at_orders(), {}, 2).worlds

    assert (told[1].posts["marcom"].status, told[1].posts["marcom"].holder) == ("held", "us")
    assert told[1].posts["jfc-naples"].left == 1
    assert (told[2].posts["jfc-naples"].holder, told[2].posts["jfc-norfolk"].holder) == ("it", "gb")
    between = {c.cause.kind for c in told[1].changes if c.figure == "us-commitment" and "marcom" in c.cause.about}
    assert not between  # an American after an American costs nothing
    assert told[2].figures["/anchor"] == pytest.approx(-0.8)
    assert told[2].figures["/command"] == pytest.approx(command_share(nato(), told[2].posts))
    assert told[2].figures["/overload"] == overload(told[2].posts) == 0


def test_a_proposal_binds_when_all_parties_have_agreed_and_lapses_else() -> None:
    assert adjudicated(at_orders(), OFFER, ACCEPT).posts["landcom"].status == "transition"
    assert adjudicated(at_orders(), OFFER).posts["landcom"].status == "held"


def test_the_chairs_proposal_needs_holder_and_candidate() -> None:
    offer = ProposeHandover(seat="secretary-general", post="landcom", to="tr")
    holder = AcceptHandover(seat="washington", post="landcom")

    assert not agreed(make(at_orders(), offer, ACCEPT), "landcom")
    assert agreed(make(at_orders(), offer, ACCEPT, holder), "landcom")


def test_a_text_that_opens_a_handover_stands_for_the_holders_consent() -> None:
    text = TableText(seat="secretary-general", kind="open-handover", about="landcom")
    offer = ProposeHandover(seat="ankara", post="landcom", to="tr")

    assert adjudicated(at_orders(), text, offer).posts["landcom"].status == "transition"
    assert adjudicated(at_orders(), offer).posts["landcom"].status == "held"


def test_brunssums_rotation_is_agreed_and_begins_when_anybody_concerned_says_so() -> None:
    offer = ProposeHandover(seat="warsaw", post="jfc-brunssum", to="pl")
    told = course(at_orders(), {2: [offer]}, 6).worlds

    assert told[2].posts["jfc-brunssum"].status == "transition"
    assert told[4].posts["jfc-brunssum"].holder == "pl"
    assert told[5].posts["jfc-brunssum"].settled == 2
    assert told[6].figures["/anchor"] == pytest.approx(-0.8)  # one European after another takes nothing from Washington


def test_a_refusal_ends_a_proposal_and_another_may_follow() -> None:
    world = make(at_orders(), OFFER, ref=1)
    assert code(world, ProposeHandover(seat="berlin", post="landcom", to="de")) == "post/proposed"

    refused = make(world, RefuseHandover(seat="ankara", post="landcom"), ref=2)
    again = make(refused, ProposeHandover(seat="berlin", post="landcom", to="de"), ref=3)
    assert again.posts["landcom"].to == "de"
    late = make(again, TakeBack(seat="washington", entry=1), ref=4)
    assert late.posts["landcom"].to == "de"  # the earlier proposer takes back its own only


def test_taking_a_proposal_back_takes_it_off_the_table() -> None:
    world = make(at_orders(), OFFER, ref=1)

    assert make(world, TakeBack(seat="washington", entry=1)).posts["landcom"].status == "held"


def test_a_ruling_sets_a_handover_aside() -> None:
    world = advance(make(orders(fresh()), OFFER, ref=1, ), Phase.ADJUDICATE)  # fmt: skip
    world = make(orders(fresh()), OFFER, ACCEPT, ref=1)
    world = advance(world, Phase.ADJUDICATE)

    assert review(world).posts["landcom"].status == "transition"
    aside = review(make(world, Rule(seat="control", item=1, outcome="set-aside")))
    assert aside.posts["landcom"].status == "held"


def test_a_proposal_that_lapses_costs_a_settled_post_nothing() -> None:
    offer = ProposeHandover(seat="secretary-general", post="jfc-brunssum", to="it")
    plain, asked = adjudicated(at_orders()), adjudicated(at_orders(), offer)

    assert asked.posts["jfc-brunssum"].settled == plain.posts["jfc-brunssum"].settled


def test_an_american_takes_a_post_back_and_commitment_returns_by_half() -> None:
    back = [
        ProposeHandover(seat="washington", post="jfc-naples", to="us"),
        AcceptHandover(seat="paris", post="jfc-naples"),
    ]
    told = course(at_orders(), {3: back}, 6).worlds

    assert told[6].posts["jfc-naples"].holder == "us"
    assert told[6].figures["/anchor"] == pytest.approx(-0.6)


OPENED = TableText(seat="secretary-general", kind="open-handover", about="landcom")
BY_CANDIDATE = ProposeHandover(seat="ankara", post="landcom", to="tr")


def test_a_post_that_changes_hands_unprepared_blurs_while_it_does_and_not_after() -> None:
    hurried, opened = (course(at_orders(), {1: plan}, 4).worlds for plan in ([OFFER, ACCEPT], [OPENED, BY_CANDIDATE]))

    weight = nato().posts["landcom"].weight
    assert [w.figures.get("/hurried", 0.0) for w in hurried] == pytest.approx([0, weight, weight, 0, 0])
    assert not any(w.figures.get("/hurried", 0.0) for w in opened)
    blurred, clear = (evolve(at_orders(), figures=at_orders().figures | {"/hurried": part}) for part in (weight, 0.0))
    assert all(scores(blurred)[f"deterrence/{t}"] < scores(clear)[f"deterrence/{t}"] for t in nato().theatres)


@pytest.mark.parametrize(
    "plan, post",
    [
        ([OPENED, BY_CANDIDATE], "landcom"),
        ([ProposeHandover(seat="warsaw", post="jfc-brunssum", to="pl")], "jfc-brunssum"),
    ],
)
def test_a_post_handed_over_well_prepared_pays_in_resolve_by_its_weight(plan: list[Move], post: str) -> None:
    done = course(at_orders(), {1: plan}, 4).worlds[3]

    (gain,) = (c.amount for c in done.changes if c.cause.kind == "post-prepared" and post in c.cause.about)
    assert gain == pytest.approx(nato().coefficients.prepared_resolve * nato().posts[post].weight)


def test_a_post_handed_over_in_a_hurry_pays_nothing_in_resolve() -> None:
    done = course(at_orders(), {1: [OFFER, ACCEPT]}, 4).worlds

    paid = [c.cause.about for world in done for c in world.changes if c.cause.kind == "post-prepared"]
    assert ("landcom",) not in paid


def test_taking_the_anchors_post_by_a_text_costs_trust_and_by_agreement_does_not() -> None:
    text = TableText(seat="secretary-general", kind="open-handover", about="saceur")
    asked = ProposeHandover(seat="berlin", post="saceur", to="de")
    agrees = AcceptHandover(seat="washington", post="saceur")

    def forced(*moves: Move) -> float:
        world = adjudicated(at_orders(), *moves)
        assert world.posts["saceur"].status == "transition"
        return sum(c.amount for c in world.changes if c.cause.kind == "post-forced" and c.figure == "trust")

    assert forced(text, asked) == pytest.approx(nato().coefficients.forced_trust, rel=0.02)
    assert forced(text, asked, agrees) == forced(asked, agrees) == 0


@pytest.mark.parametrize("value, what", [("fr", "holder"), ("transition", "status")])
def test_a_post_set_by_control_is_counted_like_any_other(value: str, what: str) -> None:
    world = make(orders(fresh()), Adjust(seat="control", what=f"post/aircom/{what}", value=value), ref=1)

    assert world.figures["/command"] == pytest.approx(command_share(nato(), world.posts))
    assert world.figures["/overload"] == overload(world.posts)
    later = course(evolve(world, phase=Phase.ORDERS), {}, 3).worlds[3]
    assert later.posts["aircom"].holder == ("fr" if what == "holder" else "us")
    assert later.posts["aircom"].status == "held"


def test_a_post_set_by_a_ruling_is_counted_too() -> None:
    world = advance(make(orders(fresh()), OFFER, ref=1), Phase.ADJUDICATE)
    ruled = Rule(seat="control", item=1, outcome="amend", effects=({"on": "post/landcom/holder", "set": "tr"},))
    told = review(make(world, ruled))

    assert told.posts["landcom"].holder == "tr"
    assert told.figures["/command"] == pytest.approx(command_share(nato(), told.posts))


@pytest.mark.parametrize(
    "move, refused",
    [
        (ProposeHandover(seat="washington", post="landcom", to="us"), "post/held"),
        (ProposeHandover(seat="washington", post="landcom", to="lu"), "post/not-eligible"),
        (ProposeHandover(seat="washington", post="marcom", to="gb"), "post/transition"),
        (ProposeHandover(seat="warsaw", post="landcom", to="de"), "post/not-party"),
        (AcceptHandover(seat="warsaw", post="landcom"), "post/not-proposed"),
        (RefuseHandover(seat="warsaw", post="nothing"), "post/unknown"),
    ],
)
def test_what_cannot_be_handed_over_is_refused_with_its_code(move: Move, refused: str) -> None:
    assert code(orders(fresh()), move) == refused
