"""A force counts once, wherever it is sent: no exchange of forces makes any, and the way there takes a turn."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.model.forces import Force, Status
from tabletop.model.moves import Assign, RefuseHosting
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.rules.turn.opening import count_supply
from tabletop.rules.world.frame import UNIT, frame_of
from tabletop.rules.world.presence import fixed
from tests.long import sweep
from tests.play import nato
from tests.rules.quiet import adjudicated, at_orders, course

FRAME = frame_of(nato())
AREAS = range(len(FRAME.areas))


def movable() -> list[str]:
    """Packages that an order can send somewhere."""
    names = [name for name, spec in nato().forces.items() if not fixed(nato(), spec) and not spec.programme]
    return [name for name in names if FRAME.moves_whole(name) or nato().forces[name].lend]


def sent(force: str, theatre: str, arrives: int = 0) -> Force:
    """A force in another theatre, in whole or by the part it lends; at its base if that is where it is sent."""
    base = nato().forces[force].base
    if theatre == base:
        return Force(status=Status.AVAILABLE, theatre=base)
    if FRAME.moves_whole(force):
        return Force(status=Status.AVAILABLE, theatre=theatre, arrives=arrives)
    return Force(status=Status.AVAILABLE, theatre=base, lent=theatre, arrives=arrives)


def by_area(force: str, state: Force) -> list[int]:
    """What it counts for over all theatres, in millionths, area by area."""
    cells = FRAME.contribution(force, state)
    return [sum(amount for _, i, amount in cells if i == area) for area in AREAS]


def test_no_package_counts_more_than_once_wherever_it_stands() -> None:
    for name, spec in nato().forces.items():
        assert sum(FRAME.presence[name]) <= 1 + 1e-9, name
        home = by_area(name, sent(name, spec.base))
        rounding = len(FRAME.theatres)
        assert all(a <= b * UNIT + rounding for a, b in zip(home, spec.capability, strict=True)), name
    for name, theatre, arrives in product(movable(), FRAME.theatres, (0, 1)):
        home, away = by_area(name, sent(name, nato().forces[name].base)), by_area(name, sent(name, theatre, arrives))
        assert all(a <= b + len(FRAME.theatres) for a, b in zip(away, home, strict=True)), (name, theatre)


@settings(max_examples=sweep(2000, 150), deadline=None)
@given(st.sampled_from(movable()), st.sampled_from(movable()), st.sampled_from((0, 1)))
def test_two_packages_that_swap_theatres_leave_the_alliances_sum_no_higher(one: str, other: str, arrives: int) -> None:
    base = {name: nato().forces[name].base for name in (one, other)}
    moved = {one: sent(one, base[other], arrives), other: sent(other, base[one], arrives)}

    for area in AREAS:
        before = sum(by_area(name, sent(name, base[name]))[area] for name in moved)
        after = sum(by_area(name, state)[area] for name, state in moved.items())
        assert after <= before + 2 * len(FRAME.theatres)  # each cell is rounded to a millionth


@settings(max_examples=sweep(60, 12), deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_orders_to_move_leave_the_alliances_sum_no_higher_and_keep_the_books(rng: object) -> None:
    """Orders as the rules take them: after the turn, and after the next, when all have settled in."""
    world = at_orders()
    orders = []
    for seat in world.seats:
        mine = [name for name in movable() if nato().forces[name].owner in world.seats[seat].members]
        for name in rng.sample(mine, min(4, len(mine))):  # type: ignore[attr-defined]
            orders.append(Assign(seat=seat, force=name, theatre=rng.choice(FRAME.theatres)))  # type: ignore[attr-defined]
    orders = [order for order in orders if check(world, order) is None]
    plain, moved = course(world, {}, 2), course(world, {1: orders}, 2)

    for turn in (1, 2):
        for before, after in zip(sums(plain.worlds[turn]), sums(moved.worlds[turn]), strict=True):
            assert after <= before + len(orders) * len(FRAME.theatres)
        now = moved.worlds[turn]
        counted = count_supply(FRAME, now.forces)
        assert counted == (now.supply, now.home_supply, now.own_supply, now.new_supply)


def sums(world: World) -> list[int]:
    """Supply over all theatres and owners by area, in millionths."""
    supplies = (world.supply, world.home_supply, world.new_supply, *world.own_supply.values())
    return [sum(supply[t][i] for supply in supplies for t in range(len(FRAME.theatres))) for i in AREAS]


@pytest.mark.parametrize(
    ("force", "seat", "theatre"), [("de-1-panzer", "berlin", "baltic"), ("gb-estonia", "london", "high-north")]
)
def test_moving_takes_a_turn_and_leaves_nothing_where_it_left(force: str, seat: str, theatre: str) -> None:
    done = course(at_orders(), {1: [Assign(seat=seat, force=force, theatre=theatre)]}, 2)
    k, spec = nato().coefficients, nato().forces[force]
    part = 1.0 if FRAME.moves_whole(force) else spec.lend
    to, land = FRAME.theatres.index(theatre), FRAME.areas.index("land")
    worth = spec.capability[land] * sum(FRAME.presence[force])

    def counts(turn: int) -> dict[int, int]:
        return {t: amount for t, i, amount in FRAME.contribution(force, done.worlds[turn].forces[force]) if i == land}

    stays = {t: (1 - part) * spec.capability[land] * p for t, p in enumerate(FRAME.presence[force])}
    for turn, there in ((1, k.transit), (2, 1.0)):
        for t, kept in stays.items():
            came = part * k.away_worth * there * worth if t == to else 0.0
            assert counts(turn).get(t, 0) == pytest.approx((kept + came) * UNIT, abs=1)


def test_a_package_that_no_host_has_stays_where_it_is() -> None:
    world = at_orders()
    lie = nato().theatres["high-north"].members
    hosts = [seat for seat, state in world.seats.items() if set(state.members) & set(lie)]
    order = Assign(seat="washington", force="us-2cr", theatre="high-north")

    refused = adjudicated(world, order, *[RefuseHosting(seat=seat, force="us-2cr") for seat in hosts])
    taken = adjudicated(world, order)

    assert refused.forces["us-2cr"].theatre == "central"
    assert not any(each.force == "us-2cr" for each in refused.departures)
    assert taken.forces["us-2cr"].theatre == "high-north"
