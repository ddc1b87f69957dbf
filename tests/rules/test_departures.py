"""Departures: sizes, moves that are departures, matches that lapse and come late, certificates, coming back."""

import pytest

from tabletop.model.cause import Kind
from tabletop.model.forces import Status
from tabletop.model.moves import Assign, CancelWithdrawal, Declare, Deploy, Footnote, Move, TableText, Withdraw
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores
from tabletop.rules.scores.numbers import personnel
from tabletop.rules.turn.departures import size_of
from tabletop.rules.world.arithmetic import power
from tabletop.rules.world.frame import frame_of
from tests.play import nato
from tests.rules.quiet import adjudicated, at_orders, course

K, FRAME = nato().coefficients, frame_of(nato())
ARMOUR = "us-abct-pl"
BY_SURPRISE = Withdraw(seat="washington", force=ARMOUR, turn=1)
TOLD = Withdraw(seat="washington", force=ARMOUR, turn=3)
MOVED = Assign(seat="washington", force=ARMOUR, theatre="baltic")
MOVED_LATER = Assign(seat="washington", force=ARMOUR, theatre="baltic", turn=3)
STAND_IN = Assign(seat="paris", force="fr-3-division", theatre="central")
HOME = Assign(seat="paris", force="fr-3-division", theatre="mediterranean")


def did(world: World, kind: Kind, figure: str = "trust", force: str = ARMOUR) -> float:
    """What one kind of cause about a force did to a figure this turn."""
    causes = [(c.amount, c.cause) for c in world.changes if c.figure == figure]
    return sum(amount for amount, cause in causes if cause.kind == kind and force in cause.about)


def covered(world: World, force: str = ARMOUR) -> float:
    return next(each.covered for each in world.departures if each.force == force)


def test_people_heaviness_and_symbol_count_once_each() -> None:
    port, battalion, wing, brigade = (size_of(FRAME, f) for f in ("us-alex", "us-kfor-btl", "us-48fw", ARMOUR))

    assert K.size_least < port < battalion < wing < brigade <= K.size_most
    heavy, light = nato().forces[ARMOUR], nato().forces["us-52fw"]
    people = (heavy.personnel - light.personnel) / K.size_personnel
    assert brigade - size_of(FRAME, "us-52fw") == pytest.approx(people + K.size_heavy)
    assert size_of(FRAME, "us-ramstein") == pytest.approx(min(K.size_most, K.size_least + 7500 / K.size_personnel))
    assert size_of(FRAME, "us-reinf-corps") == K.size_most


def test_by_surprise_a_base_costs_less_than_destroyers_and_these_less_than_a_brigade() -> None:
    def lost(force: str) -> float:
        before, after = (
            scores(adjudicated(at_orders(), *m)) for m in ([], [Withdraw(seat="washington", force=force, turn=1)])
        )
        return sum(before[track] - after[track] for track in ("trust", "us-commitment"))

    assert 0 < lost("us-alex") < lost("us-rota-ddg") < lost(ARMOUR)


def test_a_package_that_is_moved_is_missed_where_it_stood_and_its_people_stay() -> None:
    plain, moved, gone = (adjudicated(at_orders(), *order) for order in ([], [MOVED], [BY_SURPRISE]))

    (departure,) = (each for each in moved.departures if each.force == ARMOUR)
    assert (departure.theatre, departure.to, departure.surprise) == ("central", "baltic", True)
    assert departure.size == pytest.approx(K.moved_share * size_of(FRAME, ARMOUR))
    assert did(gone, "leaves-by-surprise") < did(moved, "leaves-by-surprise") < 0
    assert personnel(moved) == personnel(plain) > personnel(gone)
    freed = "freed-for-pacific"
    assert scores(moved)[freed] == pytest.approx(scores(plain)[freed])
    assert scores(moved)[freed] < scores(gone)[freed]
    assert moved.figures["gap/central"] > plain.figures["gap/central"]


def test_a_move_that_is_announced_is_no_surprise_and_waits_for_its_day() -> None:
    told = course(at_orders(), {1: [MOVED_LATER]}, 4).worlds

    assert [w.forces[ARMOUR].theatre for w in told] == ["central", "central", "central", "baltic", "baltic"]
    assert [w.forces[ARMOUR].status for w in told[1:3]] == [Status.LEAVING] * 2
    (departure,) = (each for each in told[3].departures if each.force == ARMOUR)
    assert not departure.surprise
    assert did(told[3], "leaves-by-surprise") == 0 > did(told[3], "leaves-unmatched")
    assert did(told[1], "leaves-unmatched") == 0


def test_a_move_that_is_called_off_leaves_the_package_where_it_is() -> None:
    off = CancelWithdrawal(seat="washington", force=ARMOUR)
    told = course(at_orders(), {1: [MOVED_LATER], 2: [off]}, 4).worlds

    assert told[4].forces[ARMOUR].theatre == "central"
    assert (told[4].forces[ARMOUR].status, told[4].forces[ARMOUR].to) == (Status.AVAILABLE, "")
    assert not any(each.force == ARMOUR for each in told[4].departures)
    assert did(told[2], "cancelled") == pytest.approx(K.cancel_trust)


def test_a_package_that_goes_back_to_its_base_is_no_departure_any_more() -> None:
    back = Assign(seat="washington", force=ARMOUR, theatre="central")
    told = course(at_orders(), {1: [MOVED], 2: [back]}, 2).worlds

    assert any(each.force == ARMOUR for each in told[1].departures)
    assert not any(each.force == ARMOUR for each in told[2].departures)
    assert did(told[2], "leaves-by-surprise") == 0


@pytest.mark.parametrize("theatre, left", [("central", []), ("black-sea", ["central"])])
def test_a_withdrawn_package_that_returns_is_missed_until_it_stands_where_it_left(
    theatre: str, left: list[str]
) -> None:
    returns = Deploy(seat="washington", force=ARMOUR, theatre=theatre)
    told = course(at_orders(), {1: [BY_SURPRISE], 2: [returns]}, 2).worlds[2]

    assert told.forces[ARMOUR].status is Status.AVAILABLE
    assert [each.theatre for each in told.departures if each.force == ARMOUR] == left


def test_from_another_theatre_it_leaves_again() -> None:
    on = Assign(seat="washington", force=ARMOUR, theatre="black-sea")
    told = course(at_orders(), {1: [MOVED], 2: [on]}, 2).worlds[2]

    assert [each.theatre for each in told.departures if each.force == ARMOUR] == ["central", "baltic"]
    assert did(told, "leaves-by-surprise") < 0


def test_a_package_that_was_moved_and_withdrawn_and_comes_back_is_missed_at_its_base_alone() -> None:
    plan: dict[int, list[Move]] = {
        1: [MOVED],
        2: [Withdraw(seat="washington", force=ARMOUR, turn=2)],
        3: [Deploy(seat="washington", force=ARMOUR, theatre="baltic")],
    }
    told = course(at_orders(), plan, 3).worlds

    assert [each.theatre for each in told[2].departures if each.force == ARMOUR] == ["central", "baltic"]
    assert [each.theatre for each in told[3].departures if each.force == ARMOUR] == ["central"]


def test_a_package_that_is_moved_on_and_back_is_missed_where_it_does_not_stand() -> None:
    on = Assign(seat="washington", force=ARMOUR, theatre="black-sea")
    told = course(at_orders(), {1: [MOVED], 2: [on], 3: [MOVED]}, 3).worlds[3]

    assert told.forces[ARMOUR].theatre == "baltic"
    assert [each.theatre for each in told.departures if each.force == ARMOUR] == ["central", "black-sea"]


def test_a_match_that_lapses_costs_more_than_none_and_is_named() -> None:
    told = course(at_orders(), {1: [TOLD, STAND_IN], 4: [HOME]}, 5).worlds

    fall = covered(told[3]) - covered(told[4])
    assert fall > 0.2
    size = size_of(FRAME, ARMOUR)
    points = K.lapse_factor * K.uncovered_trust * power(size * fall, K.mass_exponent)
    assert did(told[4], "match-lapses") == pytest.approx(points, rel=0.02)
    assert did(told[4], "match-lapses", "us-commitment") < 0 and did(told[4], "match-lapses", "cohesion") < 0
    assert did(told[3], "match-lapses") == did(told[5], "match-lapses") == 0
    assert K.lapse_factor > 1


def test_a_match_that_comes_late_gives_a_part_of_the_trust_back() -> None:
    told = course(at_orders(), {1: [TOLD], 4: [STAND_IN]}, 5).worlds

    rise = covered(told[5]) - covered(told[4])
    assert rise > 0.2  # it has arrived
    back = -K.late_match * K.uncovered_trust * size_of(FRAME, ARMOUR) * rise
    assert did(told[5], "match-comes") == pytest.approx(back, rel=0.05)
    assert did(told[5], "match-comes", "us-commitment") == did(told[5], "match-comes", "cohesion") == 0


def test_a_full_match_is_counted_and_one_that_lapses_is_counted_out_again() -> None:
    small = "us-12cab"
    goes = Withdraw(seat="washington", force=small, turn=3)
    light = Assign(seat="berlin", force="de-rapid", theatre="baltic")
    full = [STAND_IN, Assign(seat="paris", force="fr-alert", theatre="central")]
    told = course(at_orders(), {1: [goes, *full], 4: [light, HOME]}, 4).worlds

    matched = [world.matched(small) for world in told[3:]]
    counted = [world.figures.get("withdrawn/matched", 0.0) for world in told[3:]]
    assert matched == [bool(n) for n in counted]


def test_a_certificate_that_the_book_contradicts_holds_for_its_turn_and_then_costs_trust() -> None:
    certify = TableText(seat="secretary-general", kind="certify-match", about=ARMOUR)
    told = course(at_orders(), {1: [TOLD], 3: [certify]}, 5).worlds

    text = f"certify-match/{ARMOUR}"
    assert [w.texts[text].state for w in told[3:]] == ["standing", "ended", "ended"]
    assert did(told[4], "certificate-contradicted") == pytest.approx(K.certificate_trust * (1 - covered(told[4])))
    assert did(told[3], "certificate-contradicted") == did(told[5], "certificate-contradicted") == 0
    people = nato().forces[ARMOUR].personnel
    assert told[4].figures["/uncertified"] - told[3].figures["/uncertified"] == people


def test_several_surprises_tear_no_wider_gap_than_the_most() -> None:
    many = [Withdraw(seat="washington", force=f, turn=1) for f in ("us-abct-pl", "us-abct-de", "us-2cr", "us-52fw")]

    one, all_of_them = adjudicated(at_orders(), BY_SURPRISE), adjudicated(at_orders(), *many)

    port = Withdraw(seat="washington", force="us-alex", turn=1)
    assert 0 < adjudicated(at_orders(), port).figures["gap/black-sea"] < one.figures["gap/central"]
    assert one.figures["gap/central"] <= all_of_them.figures["gap/central"] == K.surprise_gap_most
    assert all_of_them.figures["gap/mediterranean"] == 0


BATTLE_GROUP = Assign(seat="london", force="gb-estonia", theatre="high-north")


def pulled(world: World, figure: str = "trust") -> float:
    return did(world, "pulled", figure, "gb-estonia")


def test_an_ally_that_pulls_a_forward_battle_group_pays_by_its_size_and_half_when_it_was_told() -> None:
    later = Assign(seat="london", force="gb-estonia", theatre="high-north", turn=3)
    now, told = adjudicated(at_orders(), BATTLE_GROUP), course(at_orders(), {1: [later]}, 3).worlds[3]

    weighed = power(size_of(FRAME, "gb-estonia"), K.mass_exponent)
    assert pulled(now) == pytest.approx(K.pull_trust * weighed, rel=0.02)
    assert pulled(now, "cohesion") == pytest.approx(K.pull_cohesion * weighed, rel=0.02)
    assert pulled(told) == pytest.approx(K.pull_announced * pulled(now), rel=0.02)


def test_an_ally_that_sends_what_stands_at_home_pays_nobody() -> None:
    sent = adjudicated(at_orders(), STAND_IN)

    assert not [c for c in sent.changes if c.cause.kind == "pulled"]


@pytest.mark.parametrize(
    "first, bound",
    [
        ([TableText(seat="secretary-general", kind="no-surprise")], True),
        ([Declare(seat="london", stance="solidarity")], True),
        ([Declare(seat="paris", stance="solidarity")], False),
        (
            [
                TableText(seat="secretary-general", kind="no-surprise"),
                Footnote(seat="london", proposal="no-surprise"),
            ],
            False,
        ),
    ],
)
def test_a_standing_text_and_its_own_word_bind_an_ally_that_pulls_too(first: list[Move], bound: bool) -> None:
    plain = pulled(course(at_orders(), {2: [BATTLE_GROUP]}, 2).worlds[2])

    told = pulled(course(at_orders(), {1: first, 2: [BATTLE_GROUP]}, 2).worlds[2])

    assert told == pytest.approx(plain * (K.breach if bound else 1), rel=0.03)
