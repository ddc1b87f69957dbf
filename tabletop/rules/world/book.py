"""The book of matches: what the others have added, by place and kind, and how much of each departure it covers.

Made anew from what stands, so that a match that goes is seen to go. Solid is what is there: tranches, and forces that
moved in less those that moved out. Readiness bridges: a part of a match, and only for a while. Departures take from the
book in the order of leaving, in every theatre where the package counted. Knows no price of a departure.
"""

from collections.abc import Iterable
from typing import NamedTuple

from tabletop.model.departures import Departure
from tabletop.model.forces import Force, Status
from tabletop.model.world import World
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.frame import Cells, Frame, frame_of
from tabletop.rules.world.memory import by_scenario, latest
from tabletop.rules.world.parts import Parts

Cell = tuple[int, int, str]  # theatre, area, kind
Package = tuple[str, str]  # its name, the theatre it leaves
#: Millionths by theatre, area and kind.
Pool = dict[Cell, float]


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


class _Want(NamedTuple):
    """What one cell of a package asks for: millionths, what one of them means for deterrence, and who may give them."""

    amount: int
    weight: float
    own: Cell
    mates: tuple[Cell, ...]


def book_of(world: World, packages: Iterable[Package] = ()) -> Book:
    """What stands against departures now, before any has taken from it; readiness only where those packages count."""
    return Book(dict(_solid(world)), _ready(world, packages))


def free_book(world: World, forces: Iterable[str] = ()) -> Book:
    """What stands against departures now, after those that have gone have taken their part; readiness only as it serves
    them and those forces."""
    asking = [(force, world.forces[force].theatre) for force in forces]
    book = book_of(world, (*asking, *_bridged(world, world.departures)))
    for departure in world.departures:
        take(world, book, departure.force, departure.theatre, departure.turn)
    return book


def matches(world: World, departures: tuple[Departure, ...]) -> list[Match]:
    """How each of some departures is covered now, in their order."""
    book = book_of(world, _bridged(world, departures))
    found = [take(world, book, each.force, each.theatre, each.turn) for each in departures]
    if not world.assumed:
        return found
    assumed = [world.assumed.get(each.force) for each in departures]
    return [match if part is None else Match(part, 0.0, part) for match, part in zip(found, assumed, strict=True)]


def cover(world: World, force: str) -> Match:
    """How a package would be covered if it left now."""
    return take(world, free_book(world, [force]), force, world.forces[force].theatre, world.turn)


def could_match(world: World, force: str, name: str) -> float:
    """How much of a package another force would match if it were moved to where the package stands, or a programme by
    one tranche more where its tranches stand: 0..1, as if nobody else stood in yet."""
    frame = frame_of(world.scenario)
    place = world.forces[force].theatre
    whole, wants = _wants(frame, force, place)
    pool: Pool = {}
    if name in world.scenario.programmes:
        enter(pool, frame.at_base(f"{name}-1"), world.scenario.programmes[name].kind, 1)
    else:
        spec = world.scenario.forces[name]
        there = Force(status=Status.AVAILABLE, theatre=place)
        if not frame.moves_whole(name):
            there = Force(status=Status.AVAILABLE, theatre=spec.base, lent="" if place == spec.base else place)
        enter(pool, frame.contribution(name, there), spec.kind, 1)
        enter(pool, frame.contribution(name, world.forces[name]), spec.kind, -1)
    k = world.scenario.coefficients
    return min(1.0, _met(pool, wants, k.other_kind) / (k.full_match * whole)) if whole else 1.0


def akin(world: World, one: str, other: str) -> str:
    """Whether two kinds of force are the "same", of one "family", which stands in in part, or "other"."""
    if one == other:
        return "same"
    kinds = world.scenario.kinds
    families = {kinds[kind].family if kind in kinds else "" for kind in (one, other)}
    return "family" if len(families) == 1 and families != {""} else "other"


def take(world: World, book: Book, force: str, theatre: str, left: int) -> Match:
    """Takes from the book what covers a package that has left a theatre in a turn, and says how well it does."""
    k = world.scenario.coefficients
    whole, wants = _wants(frame_of(world.scenario), force, theatre)
    if not whole:
        return Match(1.0, 0.0, 1.0)
    needed = k.full_match * whole
    solid = _met(book.solid, wants, k.other_kind) / needed
    ready = 0.0
    if solid < 1 and book.ready and bridges(world, left):
        ready = min(k.bridge_most, _met(book.ready, wants, k.other_kind) / needed)
    return Match(solid, ready, min(1.0, solid + ready))


def could_take(world: World, book: Book, force: str) -> float:
    """How well what is solid in the book would cover a package if it left where it stands, 0..1; nothing is taken."""
    k = world.scenario.coefficients
    whole, wants = _wants(frame_of(world.scenario), force, world.forces[force].theatre)
    return min(1.0, _met(book.solid, wants, k.other_kind, taking=False) / (k.full_match * whole)) if whole else 1.0


def bridges(world: World, left: int) -> bool:
    """Whether readiness can still stand in for what left in a turn."""
    return world.turn - left < world.scenario.coefficients.bridge_turns


def _bridged(world: World, departures: tuple[Departure, ...]) -> list[Package]:
    return [(each.force, each.theatre) for each in departures if bridges(world, each.turn)]


def _met(pool: Pool, wants: list[_Want], other_kind: float, *, taking: bool = True) -> float:
    """What a pool has of what is wanted, weighed; it is taken out, or only looked at. No two wants ask in one place."""
    weight = 0.0
    for amount, each, own, mates in wants:
        found = max(0.0, min(amount, pool.get(own, 0.0)))
        if taking and found:
            pool[own] -= found
        for mate in mates:
            if found < amount and mate in pool:
                more = max(0.0, min(amount - found, pool[mate] * other_kind))
                if taking and more:
                    pool[mate] -= more / other_kind
                found += more
        weight += each * found
    return weight


@by_scenario
def _wants(frame: Frame, force: str, theatre: str) -> tuple[float, list[_Want]]:
    """What a package's leaving a theatre means for deterrence in all, and cell by cell."""
    kind, kinds = frame.scenario.forces[force].kind, frame.scenario.kinds
    family = kinds[kind].family if kind in kinds else ""
    mates = [other for other, spec in kinds.items() if family and spec.family == family and other != kind]
    whole = 0.0
    wants = []
    for t, i, amount in frame.standing_in(force, theatre):
        if (t, i) in frame.needs:
            weight = frame.needs[t, i]
            whole += weight * amount
            wants.append(_Want(amount, weight, (t, i, kind), tuple((t, i, mate) for mate in mates)))
    return whole, wants


def _solid(world: World) -> Pool:
    forces = world.forces
    delivered = [(name, state.delivered) for name, state in world.programmes.items() if state.delivered]
    return _added(frame_of(world.scenario), delivered, [(name, forces[name]) for name in displaced(world)])


@latest
def _added(frame: Frame, delivered: list[tuple[str, int]], away: list[tuple[str, Force]]) -> Pool:
    specs = frame.scenario.forces
    solid: Pool = {}
    for name, tranches in delivered:
        first = f"{name}-1"
        enter(solid, frame.at_base(first), specs[first].kind, tranches)
    for name, state in away:
        kind = specs[name].kind
        enter(solid, frame.contribution(name, state), kind, 1)
        enter(solid, frame.at_opening(name), kind, -1)
    return solid


def displaced(world: World) -> list[str]:
    """Forces of the others that are not at their base, in the scenario's order."""
    if isinstance(world, Parts):
        return world.away()
    frame, forces = frame_of(world.scenario), world.forces
    return [name for name in frame.others if frame.displaced(name, forces[name])]


def _ready(world: World, packages: Iterable[Package]) -> Pool:
    """What forces of today bridge where some packages count, by their seats' levels of readiness."""
    frame, figures = frame_of(world.scenario), world.figures
    asked = {place for package in packages for place in _places(frame, *package)}
    if not asked:
        return {}
    gain = frame.scenario.coefficients.readiness_gain
    times = [gain * figures.get(frame.readiness[seat], 0.0) for seat in world.seats]
    stands = _at_home(frame, *[state.members for state in world.seats.values()])
    return {place: sum_of([times[n] * amount for n, amount in stands.get(place, ())]) for place in asked}


@by_scenario
def _places(frame: Frame, force: str, theatre: str) -> frozenset[Cell]:
    """Where something can stand in for a package that leaves a theatre."""
    return frozenset([place for want in _wants(frame, force, theatre)[1] for place in (want.own, *want.mates)])


@by_scenario
def _at_home(frame: Frame, *teams: tuple[str, ...]) -> dict[Cell, list[tuple[int, float]]]:
    """What forces of today count for where they are at home: member by member, which of some seats has it, how much."""
    stands: dict[Cell, list[tuple[int, float]]] = {}
    for n, members in enumerate(teams):
        for member in members:
            for place, amount in _of_member(frame, member).items():
                stands.setdefault(place, []).append((n, amount))
    return stands


@by_scenario
def _of_member(frame: Frame, member: str) -> Pool:
    """What a member's forces of today count for where they are at home."""
    pool: Pool = {}
    for name in frame.others:
        spec = frame.scenario.forces[name]
        if spec.owner == member and not spec.programme:
            enter(pool, frame.at_opening(name), spec.kind, 1)
    return pool


def enter(pool: Pool, cells: Cells, kind: str, times: float) -> None:
    """Adds to a pool what some forces of a kind count for, so many times."""
    for t, i, amount in cells:
        place = (t, i, kind)
        pool[place] = pool.get(place, 0.0) + times * amount
