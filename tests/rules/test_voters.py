"""Voters: what rise they bear, what they ask for, and what the anchor's own votes do."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.world import World
from tabletop.rules.turn.spending import Rise
from tabletop.rules.turn.voters import opinion, set_budgets
from tabletop.rules.world.draft import Draft
from tests.play import fresh, nato

K = nato().coefficients


def alarmed(alarm: float) -> World:
    return evolve(fresh(), figures=fresh().figures | {"/alarm": alarm})


def lost(world: World, rise: float, standing: float = 0.0, seat: str = "berlin", kind: str = "rise-too-fast") -> float:
    """Points of support that voters take for a cause, when so much was ordered and so much stands above the path."""
    draft = Draft(world, luck=False)
    opinion(draft, {seat: Rise(rise, standing)})
    changes = draft.freeze().changes
    return -sum(c.amount for c in changes if c.figure == f"support/{seat}" and c.cause.kind == kind)


def borne(world: World, standing: float = 0.0, seat: str = "berlin") -> float:
    """The largest rise that costs nothing, in points of GDP: what the loss of a large one leaves of it."""
    return 2.0 - lost(world, 2.0, standing, seat) / K.too_much


def polled(poll: float, room: str) -> World:
    """The same world where all of Berlin's members answer so and have so much room."""
    mine = fresh().seats["berlin"].members
    members = {n: evolve(s, poll=poll, fiscal_room=room) if n in mine else s for n, s in nato().members.items()}
    return evolve(alarmed(0.5), scenario=evolve(nato(), members=members))


def test_what_is_borne_costs_nothing_and_what_is_more_costs_by_the_point() -> None:
    world = alarmed(1.0)
    most = borne(world)

    assert most > 0
    assert lost(world, most) == pytest.approx(0, abs=1e-9)
    assert lost(world, most + 0.1) == pytest.approx(0.1 * K.too_much)


@given(st.floats(0, 1.8), st.floats(0, 0.5))
@settings(max_examples=30, deadline=None)
def test_alarm_lets_voters_bear_more_and_what_stands_above_the_path_less(alarm: float, standing: float) -> None:
    world = alarmed(alarm)

    assert borne(world) <= borne(alarmed(alarm + 0.1)) + 1e-9
    assert borne(world, standing) <= borne(world) + 1e-9
    assert borne(world, standing) == pytest.approx(max(0.0, borne(world) - K.accept_room * standing), abs=1e-9)


def test_opinion_and_fiscal_room_count_once_each() -> None:
    plain = borne(polled(50, "mid"))

    assert borne(polled(70, "mid")) - plain == pytest.approx(20 * K.accept_poll)
    assert borne(polled(50, "high")) - plain == pytest.approx(K.accept_fiscal)
    assert borne(polled(50, "low")) - plain == pytest.approx(-K.accept_fiscal)


def test_alarmed_voters_ask_for_more_and_readiness_counts_for_some_of_it() -> None:
    calm, afraid = alarmed(K.want_from), alarmed(1.5)
    asked = "too-little-done"
    ready = evolve(afraid, figures=afraid.figures | {"readiness/berlin": 1.0})

    assert lost(calm, 0.0, kind=asked) == 0 < lost(afraid, 0.0, kind=asked)
    assert lost(afraid, 0.5, kind=asked) == 0
    assert lost(ready, 0.0, kind=asked) < lost(afraid, 0.0, kind=asked)


def test_a_provisional_budget_is_for_those_under_the_floor_and_never_for_the_anchor() -> None:
    low = {f"support/{seat}": K.support_floor - 1 for seat in ("berlin", "washington")}
    draft = Draft(evolve(fresh(), figures=fresh().figures | low))

    set_budgets(draft)

    assert [seat for seat, state in draft.seats.items() if state.provisional] == ["berlin"]


def test_the_anchors_own_vote_moves_its_commitment_either_way_and_names_who_won() -> None:
    anchor, track = nato().names.anchor, nato().names.commitment
    turn = nato().members[anchor].elections[0]
    seen: dict[str, list[float]] = {"election-closer": [], "election-away": []}
    for seed in range(40):
        draft = Draft(evolve(fresh(str(seed)), turn=turn))
        opinion(draft, {})
        for change in draft.freeze().changes:
            if change.figure == track and change.cause.kind in seen:
                seen[change.cause.kind].append(change.amount)
                assert change.cause.luck == f"election/{anchor}"

    assert len(seen["election-closer"]) + len(seen["election-away"]) == 40
    assert min(seen["election-closer"]) > 0 and max(seen["election-closer"]) <= K.election_commitment
    assert -K.election_commitment <= min(seen["election-away"]) and max(seen["election-away"]) < 0


def test_on_the_expected_course_no_vote_moves_commitment() -> None:
    draft = Draft(evolve(fresh(), turn=nato().members["us"].elections[0]), luck=False)
    opinion(draft, {})

    assert not [c for c in draft.freeze().changes if c.figure == nato().names.commitment and c.amount]
