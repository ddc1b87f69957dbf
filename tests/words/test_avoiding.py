"""What would have avoided a harm is true: what each sentence says is done, and its cause is gone."""

from collections.abc import Mapping, Sequence

import pytest
from attrs import evolve

from tabletop.model.moves import BreakSilence, Declare, Footnote, MakePromise, Move, TableText
from tabletop.model.world import World
from tabletop.words.avoiding import avoided
from tabletop.words.causes import account_of
from tabletop.words.names import better
from tabletop.words.strands import Strand, strands
from tests.rules.quiet import adjudicated, at_orders, course
from tests.rules.test_departures import ARMOUR, BY_SURPRISE, HOME, STAND_IN, TOLD
from tests.rules.test_posts import ACCEPT, BY_CANDIDATE, OFFER, OPENED
from tests.rules.test_posture import leave

RULE = TableText(seat="secretary-general", kind="no-surprise")
MANY = ("us-abct-pl", "us-abct-de", "us-2cr", "us-173")
FLOOR = {1: [leave(3, name) for name in MANY]}
CERTIFIED = [TableText(seat="secretary-general", kind="certify-match", about=name) for name in MANY[:2]]
CERTIFIED += [TableText(seat="washington", kind="certify-match", about=name) for name in MANY[2:]]
CERTIFIED += [TableText(seat="london", kind="certify-match", about="us-ibct-ro")]
WORD = MakePromise(seat="washington", to="berlin", due=1, deed="declare solidarity")
FULL = {ARMOUR: 1.0}


def hurts(world: World, kind: str, score: str) -> list[Strand]:
    """Strands with a cause of a kind."""
    return [each for each in strands(account_of(world, score).causes) if kind in each.kinds]


def after(plan: Mapping[int, Sequence[Move]], turns: int, assumed: dict[str, float] | None = None) -> World:
    return course(evolve(at_orders(), assumed=assumed or {}), plan, turns).worlds[turns]


def test_notice_and_a_full_match_avoid_a_surprise() -> None:
    (strand,) = hurts(harmed := adjudicated(at_orders(), BY_SURPRISE), "leaves-by-surprise", "trust")

    assert "Notice of 2 turns and a full match" in avoided(strand, harmed, "high")
    told = after({1: [TOLD]}, 3, assumed=FULL)
    assert any(each.force == ARMOUR for each in told.departures)
    assert not hurts(told, "leaves-by-surprise", "trust") and not hurts(told, "leaves-gap", "deterrence/central")
    assert not hurts(told, "leaves-unmatched", "trust")


def test_a_full_match_avoids_what_an_unmatched_departure_costs() -> None:
    (strand,) = hurts(harmed := after({1: [TOLD]}, 3), "leaves-unmatched", "trust")

    assert avoided(strand, harmed, "high") == "A full match on the day it left would have avoided it."
    matched = after({1: [TOLD]}, 3, assumed=FULL)
    assert not hurts(matched, "leaves-unmatched", "trust")
    assert not hurts(matched, "nobody-stands-in", "support/warsaw")


def test_forces_left_in_place_avoid_that_a_match_lapses() -> None:
    (strand,) = hurts(harmed := after({1: [TOLD, STAND_IN], 4: [HOME]}, 4), "match-lapses", "trust")

    assert avoided(strand, harmed, "high").startswith("Forces left in its place")
    assert not hurts(after({1: [TOLD, STAND_IN]}, 4), "match-lapses", "trust")


def test_a_word_kept_avoids_that_a_promise_is_broken() -> None:
    (strand,) = hurts(harmed := adjudicated(at_orders(), WORD), "promise-broken", "trust")

    assert avoided(strand, harmed, "high") == "Its word kept would have avoided it: declare Solidarity, by turn 1."
    kept = adjudicated(at_orders(), WORD, Declare(seat="washington", stance="solidarity"))
    assert not hurts(kept, "promise-broken", "trust")


def test_a_footnote_avoids_that_a_text_falls() -> None:
    (strand,) = hurts(
        harmed := adjudicated(at_orders(), RULE, BreakSilence(seat="paris", proposal="no-surprise")),
        "silence-broken",
        "cohesion",
    )

    assert avoided(strand, harmed, "high").startswith("A footnote by Paris & the South")
    noted = adjudicated(at_orders(), RULE, Footnote(seat="paris", proposal="no-surprise"))
    assert not hurts(noted, "silence-broken", "cohesion")


def test_certificates_avoid_what_the_floor_costs() -> None:
    (strand,) = hurts(harmed := after(FLOOR, 4), "below-floor", "trust")

    assert "76,000 people kept in place" in avoided(strand, harmed, "high")
    assert not hurts(after(FLOOR | {4: CERTIFIED}, 4), "below-floor", "trust")
    assert not hurts(after({1: FLOOR[1][:1]}, 4), "below-floor", "trust")


def test_a_text_that_opens_a_handover_avoids_that_it_is_hurried() -> None:
    harmed = course(at_orders(), {1: [OFFER, ACCEPT]}, 1).worlds[1]
    strand = next(each for each in hurts(harmed, "post-hurried", "deterrence/baltic"))

    assert "agreed by the council before it began" in avoided(strand, harmed, "high") or strand.amount > 0
    opened = course(at_orders(), {1: [OPENED, BY_CANDIDATE]}, 1).worlds[1]
    assert opened.posts["landcom"].status == "transition"
    assert not hurts(opened, "post-hurried", "deterrence/baltic")


@pytest.mark.parametrize("way", ["low", ""])
def test_of_what_does_no_harm_nothing_is_said(way: str) -> None:
    world = adjudicated(at_orders(), BY_SURPRISE)
    (strand,) = hurts(world, "leaves-by-surprise", "trust")

    assert better(world.scenario, "trust") == "high"
    assert avoided(strand, world, way) == ""
