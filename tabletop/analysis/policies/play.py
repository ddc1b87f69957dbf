"""Follows a course of action for a seat: the same few steps for every policy, from what the seat may see."""

from collections.abc import Iterator
from itertools import islice

from tabletop.analysis.policies.answers import answers
from tabletop.analysis.policies.bargains import NOTHING, answers_to_letters, dues, orders_for, wishes
from tabletop.analysis.policies.buying import basket, beside
from tabletop.analysis.policies.council import agenda, certificates, claims, consents, handovers
from tabletop.analysis.policies.course import Course
from tabletop.analysis.policies.goals import Goals, goals_of
from tabletop.analysis.policies.home_front import pace, readiness
from tabletop.analysis.policies.posture import leaving, stand_in, stations
from tabletop.analysis.policies.words import words
from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.rules.world.hosts import with_forces

_NONE = Goals()


def follow(world: World, seat: str, course: Course, seed: str = "") -> Iterator[Move]:
    """A seat's moves in the orders phase, the most important first. Roles decide what a seat can do; the seed what is a
    matter of temper."""
    own = _plays_for_itself(course)
    goals = goals_of(world, seat) if own else _NONE
    yield from answers(world, seat, course.answers, course.voice)
    yield from reply(world, seat, course, seed)
    if seat == world.scenario.names.anchor_seat:
        yield from handovers(world, course, goals)
        yield from leaving(world, course, goals)
        if course.speaks:
            yield from certificates(world, seat, seed)
            yield from _at_a_price(world, seat, course, seed)
            yield from wishes(world, seat, seed)
        return
    if course.texts and world.scenario.seats[seat].role == "agenda":
        yield from islice(agenda(world, seat, course, goals, seed), world.scenario.seats[seat].agenda)
    if seat not in with_forces(world):
        yield from _at_a_price(world, seat, course, seed)
        return
    word = dues(world, seat, seed) if course.speaks and world.promises else NOTHING
    yield from orders_for(seat, word)
    yield from pace(world, seat, course)
    if course.relieve and not goals.shared:  # who wants a part in many programmes has no order to spare
        yield from stand_in(world, seat, course.relieve, goals)
    plan = basket(world, seat, course, goals)
    if word.funds:
        plan = beside(world, plan, word.funds)
    if course.readiness != "none":
        yield from readiness(world, seat, plan.rest)
    yield from plan.orders(seat)
    if own:
        yield from stations(world, seat, goals)
        yield from claims(world, seat, goals)
    yield from _at_a_price(world, seat, course, seed)
    if course.speaks:
        yield from wishes(world, seat, seed)


def _at_a_price(world: World, seat: str, course: Course, seed: str) -> Iterator[Move]:
    if course.speaks and course.answers != "default":
        yield from words(world, seat, course, seed)


def reply(world: World, seat: str, course: Course, seed: str = "") -> Iterator[Move]:
    """What a seat answers to what lies on the table: handovers, texts, letters."""
    goals = goals_of(world, seat) if _plays_for_itself(course) else _NONE
    yield from consents(world, seat, course, goals, seed)
    if course.speaks and world.letters:
        yield from answers_to_letters(world, seat, course, seed)


def _plays_for_itself(course: Course) -> bool:
    return "own" in (course.buy, course.answers) or course.leave == "goals"
