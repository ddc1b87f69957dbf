"""Relief in place: voters see who stands in for what leaves, and who is left alone."""

from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pytest import approx

from tabletop.analysis.explain import explanation
from tabletop.model.cause import Cause
from tabletop.model.moves import Adjust, Assign, Fund, SetReadiness, Withdraw
from tabletop.model.world import Phase, World
from tabletop.rules.turn.relief import exposed, relief
from tabletop.rules.world.draft import Draft
from tests.play import fresh, make, nato
from tests.rules.quiet import Course, at_orders, course

K = nato().coefficients
ARMOUR = "us-abct-pl"
GOES = Withdraw(seat="washington", force=ARMOUR, turn=3)
SEATS = [seat for seat, spec in nato().seats.items() if spec.members and spec.role != "anchor"]


def support(told: Course, seat: str, turn: int = 3) -> float:
    return told.worlds[turn].figures[f"support/{seat}"]


def causes(world: World, seat: str) -> dict[str, float]:
    """By kind, what the leaving of the armour did to a seat's support."""
    return {c.cause.kind: c.amount for c in world.changes if c.figure == f"support/{seat}" and ARMOUR in c.cause.about}


#: A French division lends a heavy part of itself to where the armour stands.
BRIGADE, BASE = "fr-3-division", "mediterranean"
THERE = nato().forces[ARMOUR].base
MOVES = Assign(seat="paris", force=BRIGADE, theatre=THERE)
HOME = Assign(seat="paris", force=BRIGADE, theatre=BASE)


def test_who_moves_in_before_a_package_leaves_wins_at_home_and_is_named() -> None:
    with_it, plain = course(at_orders(), {1: [GOES, MOVES]}, 3), course(at_orders(), {1: [GOES]}, 3)

    assert support(with_it, "paris") > support(plain, "paris")
    assert causes(with_it.worlds[3], "paris")["stands-in"] > 0
    assert "stands-in" not in causes(with_it.worlds[3], "berlin")


def test_who_moves_out_again_before_it_leaves_wins_nothing() -> None:
    there_and_back = course(at_orders(), {1: [GOES, MOVES], 2: [HOME]}, 3)

    assert support(there_and_back, "paris") <= support(course(at_orders(), {1: [GOES]}, 3), "paris") + 1e-9


def test_ready_forces_and_tranches_count_by_who_paid() -> None:
    ready = [SetReadiness(seat="warsaw", level=0.3)]
    told = course(at_orders(), {1: [GOES], 2: ready}, 3)
    tranche = Adjust(seat="control", what="force/c-hu-hun-1/status", value="available")
    bought = course(at_orders(), {1: [GOES, Fund(seat="warsaw", programme="c-hu-hun", pays=100)]}, 1).worlds[1]
    there = make(evolve(bought, phase=Phase.ORDERS, turn=2), tranche)

    assert "stands-in" in causes(told.worlds[3], "warsaw")
    assert "stands-in" in causes(course(there, {}, 3).worlds[-1], "warsaw")


def test_where_nobody_stands_in_those_who_live_there_lose_by_their_part() -> None:
    alone = course(at_orders(), {1: [GOES]}, 3).worlds[3]
    lost = {seat: causes(alone, seat).get("nobody-stands-in", 0.0) for seat in SEATS}
    parts = exposed(Draft(fresh()), THERE)

    assert {seat for seat, amount in lost.items() if amount} == set(parts)
    first = next(iter(parts))
    assert all(lost[seat] / lost[first] == approx(part / parts[first]) for seat, part in parts.items())
    assert all(amount <= 0 for amount in lost.values())


def test_support_explains_itself_to_the_last_point() -> None:
    after = course(at_orders(), {1: [GOES, MOVES]}, 3).worlds[3]
    told = explanation(after, "support/paris")

    assert sum(cause.amount for cause in told.causes) == approx(told.after - told.before, abs=1e-9)
    assert any(cause.cause.kind == "stands-in" for cause in told.causes)


def test_a_save_from_before_relief_knows_none_of_it() -> None:
    old = evolve(nato(), coefficients=evolve(K, relief_support=0.0, alone_support=0.0))
    after = course(at_orders(scenario=old), {1: [GOES, MOVES]}, 3).worlds[3]

    assert not any(causes(after, seat) for seat in SEATS)


@given(st.dictionaries(st.sampled_from(SEATS), st.floats(0, 1), max_size=6), st.sampled_from(SEATS), st.floats(0, 1))
@example({}, "berlin", 1.1e-308)
@settings(max_examples=40, deadline=None)
def test_shares_make_a_whole_and_more_readiness_never_makes_ones_own_smaller(
    levels: dict[str, float], seat: str, more: float
) -> None:
    draft = Draft(fresh(), luck=False)
    figures = draft.own("figures")
    cells = draft.frame.contribution(ARMOUR, draft.forces[ARMOUR])

    def shares(level: dict[str, float]) -> dict[str, float]:
        for name in SEATS:
            figures[f"readiness/{name}"] = level.get(name, 0.0)
        draft.forget()
        return relief(draft, cells)

    few = shares(levels)
    many = shares(levels | {seat: max(more, levels.get(seat, 0.0))})

    assert not few or sum(few.values()) == approx(1)
    assert many.get(seat, 0.0) >= few.get(seat, 0.0) - 1e-12


def test_who_sends_a_force_for_the_day_of_a_farewell_wins_nothing() -> None:
    """What stands in and is then called home costs what it won, and is named."""
    stays, shuttles = (
        course(at_orders(), {1: [GOES], 3: [MOVES]}, 4),
        course(at_orders(), {1: [GOES], 3: [MOVES], 4: [HOME]}, 4),
    )

    called = Cause("called-away", (BRIGADE,), "paris")
    told = {c.cause: c.amount for c in shuttles.worlds[4].changes if c.figure == "support/paris"}
    assert told[called] == approx(K.recall_support)
    settled = (1 - K.support_rate) * K.recall_support  # opinion goes a part of the way back in the same turn
    assert support(shuttles, "paris", 4) - support(stays, "paris", 4) == approx(settled)
    assert called not in {c.cause for c in stays.worlds[3].changes}
