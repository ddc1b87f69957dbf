"""Follows a course of action for a seat: the same few steps for every policy, from what the seat may see."""

from collections.abc import Iterator
from itertools import islice

from tabletop.analysis.policies.answers import answers
from tabletop.analysis.policies.buying import basket
from tabletop.analysis.policies.council import agenda, claims, consents, handovers
from tabletop.analysis.policies.course import Course
from tabletop.analysis.policies.goals import Goals, goals_of
from tabletop.analysis.policies.home_front import pace, readiness
from tabletop.analysis.policies.posture import leaving, stand_in, stations
from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.rules.world.hosts import with_forces

_NONE = Goals()


def follow(world: World, seat: str, course: Course) -> Iterator[Move]:
    """A seat's moves in the orders phase, the most important first. Roles decide what a seat can do."""
    own = "own" in (course.buy, course.answers) or course.leave == "goals"
    goals = goals_of(world, seat) if own else _NONE
    yield from answers(world, seat, course.answers, course.voice)
    yield from consents(world, seat, course, goals)
    if seat == world.scenario.names.anchor_seat:
        yield from handovers(world, course, goals)
        yield from leaving(world, course, goals)
        return
    if course.texts and world.scenario.seats[seat].role == "agenda":
        yield from islice(agenda(world, seat), world.scenario.seats[seat].agenda)
    if seat not in with_forces(world):
        return
    yield from pace(world, seat, course)
    if course.relieve and not goals.shared:  # who wants a part in many programmes has no order to spare
        yield from stand_in(world, seat, course.relieve, goals)
    plan = basket(world, seat, course, goals)
    if course.readiness != "none":
        yield from readiness(world, seat, plan.rest)
    yield from plan.orders(seat)
    if own:
        yield from stations(world, seat, goals)
        yield from claims(world, seat, goals)
