"""Plays a line for a seat: the same few steps for every policy, from what the seat may see."""

from collections.abc import Iterator
from itertools import islice

from tabletop.analysis.policies.answers import answers
from tabletop.analysis.policies.buying import bought
from tabletop.analysis.policies.council import claims, consents, posts, texts
from tabletop.analysis.policies.goals import Goals, goals_of
from tabletop.analysis.policies.home_front import pace, readiness
from tabletop.analysis.policies.line import Line
from tabletop.analysis.policies.posture import leaving, stand_in, stations
from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.rules.world.hosts import with_forces

_NONE = Goals()


def play(world: World, seat: str, line: Line) -> Iterator[Move]:
    """A seat's moves in the orders phase, the most important first. Roles decide what a seat can do."""
    own = "own" in (line.buy, line.answers) or line.leave == "goals"
    goals = goals_of(world, seat) if own else _NONE
    yield from answers(world, seat, line.answers)
    yield from consents(world, seat, line, goals)
    if seat == world.scenario.names.anchor_seat:
        yield from posts(world, line, goals)
        yield from leaving(world, line, goals)
        return
    if line.texts and world.scenario.seats[seat].role == "agenda":
        yield from islice(texts(world, seat), world.scenario.seats[seat].agenda)
    if seat not in with_forces(world):
        return
    yield from pace(world, seat, line)
    if line.relieve and not goals.shared:  # who wants a part in many programmes has no order to spare
        yield from stand_in(world, seat, line.relieve, goals)
    plan = bought(world, seat, line, goals)
    if line.readiness != "none":
        yield from readiness(world, seat, plan.left)
    yield from plan.orders(seat)
    if own:
        yield from stations(world, seat, goals)
        yield from claims(world, seat, goals)
