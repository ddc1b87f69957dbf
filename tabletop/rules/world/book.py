"""The book of matches: what the others have added, by place and kind, and how much of each departure it covers.

Made anew from what stands, so that a match that goes is seen to go. Solid is what is there: tranches, and forces that
moved in less those that moved out. Readiness bridges: a part of a match, and only for a while. Departures take from the
book in the order of leaving, in every theatre where the package counted. Knows no price of a departure.
"""

from typing import NamedTuple

from tabletop.model.departures import Departure
from tabletop.model.figures.forms import READINESS
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Force, Status
from tabletop.model.world import World
from tabletop.rules.world.frame import Cells, Frame, frame_of
from tabletop.rules.world.memory import by_scenario, until_changed

#: Millionths by theatre, area and kind.
Pool = dict[tuple[int, int, str], float]


class Match(NamedTuple):
    """How much of a departure is covered, in parts of its worth: by what is `solid`, by what is `ready`; `full`: 0..1,
    from 1 on it is matched."""

    solid: float
    ready: float
    full: float


class Book(NamedTuple):
    """What can still be taken; changes as it is taken from."""

    solid: Pool
    ready: Pool


def book_of(world: World) -> Book:
    """What stands against departures now, before any has taken from it."""
    solid, ready = _book(world)
    return Book(dict(solid), dict(ready))


def free_book(world: World) -> Book:
    """What stands against departures now, after those that have gone have taken their part."""
    book = book_of(world)
    for departure in world.departures:
        take(world, book, departure.force, departure.theatre, departure.turn)
    return book


def matches(world: World, departures: tuple[Departure, ...]) -> list[Match]:
    """How each of some departures is covered now, in their order."""
    book = book_of(world)
    found = [take(world, book, each.force, each.theatre, each.turn) for each in departures]
    if not world.assumed:
        return found
    assumed = [world.assumed.get(each.force) for each in departures]
    return [m if a is None else Match(a, 0.0, a) for m, a in zip(found, assumed, strict=True)]


def cover(world: World, force: str) -> Match:
    """How a package would be covered if it left now."""
    return take(world, free_book(world), force, world.forces[force].theatre, world.turn)


def take(world: World, book: Book, force: str, theatre: str, left: int) -> Match:
    """Takes from the book what covers a package that has left a theatre in a turn, and says how well it does."""
    frame = frame_of(world.scenario)
    k = world.scenario.coefficients
    whole = weight_of(frame, force, theatre)
    if not whole:
        return Match(1.0, 0.0, 1.0)
    needed = k.full_match * whole
    solid = _taken(frame, book.solid, force, theatre) / needed
    ready = 0.0
    if solid < 1 and world.turn - left < k.bridge_turns:
        ready = min(k.bridge_most, _taken(frame, book.ready, force, theatre) / needed)
    return Match(solid, ready, min(1.0, solid + ready))


@by_scenario
def weight_of(frame: Frame, force: str, theatre: str) -> float:
    """What a package's leaving a theatre means for deterrence, in the book's measure."""
    weight = 0.0
    for t, i, amount in stood(frame, force, theatre):
        if (t, i) in frame.needs:
            weight += frame.needs[t, i] * amount
    return weight


def stood(frame: Frame, force: str, theatre: str) -> Cells:
    """What a package counted for while it stood in a theatre."""
    return frame.contribution(force, Force(status=Status.AVAILABLE, theatre=theatre))


def _taken(frame: Frame, pool: Pool, force: str, theatre: str) -> float:
    kind, k = frame.scenario.forces[force].kind, frame.scenario.coefficients
    mates = _mates(frame, kind)
    weight = 0.0
    for t, i, amount in stood(frame, force, theatre):
        if (t, i) not in frame.needs:
            continue
        found = _draw(pool, (t, i, kind), amount, 1.0)
        for mate in mates:
            found += _draw(pool, (t, i, mate), amount - found, k.other_kind)
        weight += frame.needs[t, i] * found
    return weight


def _draw(pool: Pool, place: tuple[int, int, str], wanted: float, worth: float) -> float:
    have = pool.get(place, 0.0) * worth
    if have <= 0 or wanted <= 0:
        return 0.0
    found = wanted if wanted < have else have
    pool[place] -= found / worth
    return found


@by_scenario
def _mates(frame: Frame, kind: str) -> tuple[str, ...]:
    """Other kinds that stand in for a kind in part."""
    kinds = frame.scenario.kinds
    family = kinds[kind].family if kind in kinds else ""
    return tuple(other for other, spec in kinds.items() if family and spec.family == family and other != kind)


@until_changed
def _book(world: World) -> tuple[Pool, Pool]:
    frame, forces, specs = frame_of(world.scenario), world.forces, world.scenario.forces
    solid: Pool = {}
    ready: Pool = {}
    available = Status.AVAILABLE
    for name, state in world.programmes.items():
        for n in range(1, state.ordered + 1) if state.delivered else ():
            tranche = f"{name}-{n}"
            if forces[tranche].status is available:
                enter(solid, frame.contribution(tranche, forces[tranche]), specs[tranche].kind, 1)
    for name in of_today(frame):
        now, base = frame.contribution(name, forces[name]), frame.at_base(name)
        if now is not base:
            enter(solid, now, specs[name].kind, 1)
            enter(solid, base, specs[name].kind, -1)
    gain = world.scenario.coefficients.readiness_gain
    for seat, team in world.seats.items():
        level = world.figures.get(path_of(READINESS, seat), 0.0)
        for member in team.members if level else ():
            for name in _owned(frame, member):
                enter(ready, frame.contribution(name, forces[name]), specs[name].kind, gain * level)
    return solid, ready


def enter(pool: Pool, cells: Cells, kind: str, times: float) -> None:
    """Adds to a pool what some forces of a kind count for, so many times."""
    for t, i, amount in cells:
        pool[t, i, kind] = pool.get((t, i, kind), 0.0) + times * amount


@by_scenario
def of_today(frame: Frame) -> tuple[str, ...]:
    """The others' forces that stood at the opening."""
    specs, anchor = frame.scenario.forces, frame.scenario.names.anchor
    return tuple(force for force, spec in specs.items() if spec.owner != anchor and not spec.programme)


@by_scenario
def _owned(frame: Frame, member: str) -> tuple[str, ...]:
    return tuple(force for force in of_today(frame) if frame.scenario.forces[force].owner == member)
