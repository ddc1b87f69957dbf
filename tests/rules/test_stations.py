"""Where forces go: a turn on the way, the part that is lent, hosts who object, days that are announced; the floor."""

import pytest
from attrs import evolve

from tabletop.model.forces import Status
from tabletop.model.moves import Adjust, Assign, CancelWithdrawal, Move, RefuseHosting, TableText, Withdraw
from tabletop.model.world import Phase, World
from tabletop.rules.scores.numbers import personnel
from tabletop.rules.turn.floor import floor, uncertified
from tabletop.rules.turn.stations import due, hosted
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.frame import frame_of
from tests.play import fresh, make, nato, orders
from tests.rules.quiet import adjudicated, at_orders, course

K, FRAME = nato().coefficients, frame_of(nato())
DIVISION, GROUP, ARMOUR = "de-10-panzer", "gb-estonia", "us-abct-pl"


def lends(turn: int = 0, theatre: str = "baltic") -> Assign:
    return Assign(seat="berlin", force=DIVISION, theatre=theatre, turn=turn)


def land(world: World, force: str, theatre: str) -> float:
    """What a force counts on land in a theatre, in millionths."""
    t = FRAME.theatres.index(theatre)
    return sum(n for at, i, n in FRAME.contribution(force, world.forces[force]) if (at, i) == (t, 0))


def test_a_home_division_lends_a_part_and_stays_itself() -> None:
    told = course(at_orders(), {1: [lends()]}, 2).worlds

    state = told[1].forces[DIVISION]
    assert (state.theatre, state.lent, state.arrives, told[2].forces[DIVISION].arrives) == ("central", "baltic", 2, 0)
    kept = land(told[2], DIVISION, "central")
    assert kept == pytest.approx((1 - nato().forces[DIVISION].lend) * land(told[0], DIVISION, "central"), abs=2)
    assert land(told[2], DIVISION, "baltic") > land(told[1], DIVISION, "baltic") > land(told[0], DIVISION, "baltic")


def test_what_is_lent_comes_home_at_once_and_goes_on_in_a_turn() -> None:
    home, on = lends(theatre="central"), lends(theatre="high-north")
    back, further = (course(at_orders(), {1: [lends()], 2: [order]}, 2).worlds[2] for order in (home, on))

    assert (back.forces[DIVISION].lent, back.forces[DIVISION].arrives) == ("", 0)
    assert FRAME.contribution(DIVISION, back.forces[DIVISION]) == FRAME.at_base(DIVISION)
    assert (further.forces[DIVISION].lent, further.forces[DIVISION].arrives) == ("high-north", 3)


def test_a_forward_force_moves_in_whole_and_counts_half_on_the_way() -> None:
    told = course(at_orders(), {1: [Assign(seat="london", force=GROUP, theatre="high-north")]}, 2).worlds

    assert [land(w, GROUP, "baltic") for w in told] == [land(told[0], GROUP, "baltic"), 0, 0]
    whole = K.away_worth * land(told[0], GROUP, "baltic")
    assert [land(w, GROUP, "high-north") for w in told] == pytest.approx([0, K.transit * whole, whole], abs=2)


@pytest.mark.parametrize("force", [GROUP, DIVISION])
def test_an_ally_s_force_that_control_makes_leave_is_gone_that_turn_and_can_come_back(force: str) -> None:
    told = Adjust(seat="control", what=f"force/{force}/status", value="leaving", reason="a quarrel")

    left = adjudicated(make(at_orders(), told))
    back = adjudicated(make(left, Adjust(seat="control", what=told.what, value="available", reason="and peace")))

    assert left.forces[force].status is Status.ELSEWHERE
    assert FRAME.contribution(force, left.forces[force]) == ()
    assert FRAME.contribution(force, back.forces[force]) == FRAME.at_base(force)


def test_an_announced_move_waits_for_its_day_and_may_be_called_off() -> None:
    off = CancelWithdrawal(seat="berlin", force=DIVISION)
    goes, stays = (
        course(at_orders(), {1: [lends(3)]}, 3).worlds,
        course(at_orders(), {1: [lends(3)], 2: [off]}, 3).worlds,
    )

    assert [w.forces[DIVISION].lent for w in goes] == ["", "", "", "baltic"]
    assert due(Draft(evolve(goes[2], turn=3))) == [DIVISION]
    assert stays[3].forces[DIVISION].lent == ""
    assert stays[3].forces[DIVISION].status is Status.AVAILABLE
    assert stays[2].figures["trust"] == pytest.approx(goes[2].figures["trust"])  # calling off is the anchor's price


def objections(seats: tuple[str, ...], force: str) -> list[Move]:
    return [RefuseHosting(seat=seat, force=force) for seat in seats]


def hosts(theatre: str) -> tuple[str, ...]:
    lies = set(nato().theatres[theatre].members)
    return tuple(seat for seat, state in fresh().seats.items() if lies & set(state.members))


@pytest.mark.parametrize("theatre", ["high-north", "black-sea"])
def test_a_force_stays_away_when_all_who_live_there_object_and_goes_when_one_does_not(theatre: str) -> None:
    goes = Assign(seat="washington", force="us-2cr", theatre=theatre)
    every = hosts(theatre)

    refused = adjudicated(at_orders(), goes, *objections(every, "us-2cr"))
    other = adjudicated(at_orders(), goes, *objections(every, "us-173"))

    assert (refused.forces["us-2cr"].theatre, other.forces["us-2cr"].theatre) == ("central", theatre)
    assert refused.figures["trust"] == pytest.approx(adjudicated(at_orders()).figures["trust"])
    if len(every) > 1:
        some = adjudicated(at_orders(), goes, *objections(every[1:], "us-2cr"))
        assert some.forces["us-2cr"].theatre == theatre


def test_an_announced_force_can_be_refused_on_its_day_and_stays_where_it_is() -> None:
    goes = Assign(seat="washington", force="us-2cr", theatre="high-north", turn=3)
    told = course(at_orders(), {1: [goes], 3: objections(hosts("high-north"), "us-2cr")}, 4).worlds

    assert told[2].forces["us-2cr"].to == "high-north"
    assert (told[4].forces["us-2cr"].theatre, told[4].forces["us-2cr"].status) == ("central", Status.AVAILABLE)
    assert not any(each.force == "us-2cr" for each in told[4].departures)


def test_nobody_keeps_an_ally_out_of_a_theatre_where_it_lives() -> None:
    draft = Draft(make(at_orders(), *objections(("berlin", "nordic-baltic", "paris"), "pl-11-armoured"), ref=1))

    assert hosted(draft, "pl-11-armoured", "baltic")


def test_an_objection_is_for_its_turn_alone() -> None:
    goes = Assign(seat="washington", force="us-2cr", theatre="high-north")
    told = course(at_orders(), {1: objections(hosts("high-north"), "us-2cr"), 2: [goes]}, 2).worlds[2]

    assert told.forces["us-2cr"].theatre == "high-north"


GOES = [Withdraw(seat="washington", force=f, turn=3) for f in (ARMOUR, "us-abct-de", "us-2cr", "us-173")]


def test_under_the_floor_every_turn_costs_by_what_is_missing_and_uncertified() -> None:
    world = course(at_orders(), {1: GOES}, 3).worlds[3]
    missing = nato().legal.floor - personnel(world)
    assert missing > 0

    costs = {c.figure: c.amount for c in world.changes if c.cause.kind == "below-floor"}
    steps = min(missing, uncertified(Draft(world))) / K.floor_step
    assert costs["capital/washington"] == pytest.approx(K.floor_capital * steps)
    assert K.floor_trust * steps <= costs["trust"] < 0 > costs["cohesion"]


def test_what_is_moved_and_what_is_certified_is_not_missing_under_the_floor() -> None:
    moved = [Assign(seat="washington", force=order.force, theatre="baltic", turn=3) for order in GOES]
    certified = [
        TableText(seat=seat, kind="certify-match", about=order.force)
        for seat, order in zip(("washington", "secretary-general", "paris", "london"), GOES, strict=True)
    ]

    gone, stays, good = (course(at_orders(), {1: first, 3: then}, 3).worlds[3] for first, then in (
        (GOES, []), (moved, []), (GOES, certified)
    ))  # fmt: skip

    only_romania = nato().forces["us-ibct-ro"].personnel
    assert uncertified(Draft(gone)) == only_romania + sum(nato().forces[o.force].personnel for o in GOES)
    assert uncertified(Draft(stays)) == uncertified(Draft(good)) == only_romania


def test_what_is_matched_is_not_missing_under_the_floor_while_its_match_lasts() -> None:
    gone = course(at_orders(), {1: GOES}, 3).worlds[3]
    full = evolve(gone, departures=tuple(evolve(each, covered=1.0) for each in gone.departures))
    surprising = evolve(full, departures=tuple(evolve(each, surprise=True) for each in full.departures))

    assert uncertified(Draft(full)) == 0
    assert uncertified(Draft(surprising)) == uncertified(Draft(gone)) > 0


def test_a_post_that_the_law_keeps_costs_every_turn_while_it_is_given_away() -> None:
    kept = evolve(orders(fresh()), phase=Phase.ORDERS)
    given = make(kept, Adjust(seat="control", what="post/saceur/holder", value="de"), ref=1)

    def paid(world: World) -> float:
        draft = Draft(world, luck=False)
        floor(draft)
        return draft.figures["capital/washington"] - world.figures["capital/washington"]

    assert paid(kept) == 0
    assert paid(given) == pytest.approx(K.anchor_post_capital)
