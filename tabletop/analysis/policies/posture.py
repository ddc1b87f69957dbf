"""What the anchor's seat takes away, when, and how it is told."""

from collections.abc import Iterator
from functools import lru_cache

from tabletop.analysis.policies.catalogue import catalogue_of
from tabletop.analysis.policies.course import Course
from tabletop.analysis.policies.goals import Goals
from tabletop.model.forces import Force, Status
from tabletop.model.moves import Assign, Withdraw
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import assess
from tabletop.rules.scores.numbers import personnel
from tabletop.rules.world.arithmetic import count_of, sum_of
from tabletop.rules.world.book import Book, book_of, could_take, enter, free_book, take
from tabletop.rules.world.frame import frame_of
from tabletop.rules.world.memory import until_changed
from tabletop.rules.world.presence import fixed

#: Turns in which sudden courses pull.
FIRST, LAST = 2, 5
#: Packages that the courses "announced" and "surprise" take, and that "partial" and "boots" take.
MANY, SOME = 10, 8
#: Points that a track stays above an edge when a sensible line tells of departures, and more for each that is told.
EDGE_ROOM, EDGE_ROOM_EACH = 7.0, 2.5


def leaving(world: World, course: Course, goals: Goals) -> Iterator[Withdraw]:
    """The withdrawals that a course orders this turn."""
    seat = world.scenario.names.anchor_seat
    notice = int(world.scenario.coefficients.notice_turns)
    match course.leave:
        case "stay":
            return
        case "exit" | "surprise":
            names = catalogue_of(world.scenario).anchors if course.leave == "exit" else _fighting(world)[:MANY]
            if FIRST <= world.turn <= max(FIRST, min(LAST, world.turns - 2)):
                for name in _there(world, names)[: course.packages]:
                    yield Withdraw(seat=seat, force=name, turn=world.turn)
        case "announced" | "partial" | "boots":
            names = _chosen(world, course.leave)
            if world.turn + notice <= world.turns and not _near_an_edge(world):
                for name in _there(world, names)[: course.packages]:
                    yield Withdraw(seat=seat, force=name, turn=world.turn + notice)
        case _:
            if world.turn + notice <= world.turns:
                yield from _matched(world, course, goals, notice)


def _chosen(world: World, how: str) -> list[str]:
    specs = world.scenario.forces
    if how == "partial":
        return _unseen(world)[:SOME]
    if how == "boots":
        return sorted(_fighting(world), key=lambda name: -specs[name].personnel)[:SOME]
    return _fighting(world)[:MANY]


def _near_an_edge(world: World) -> bool:
    """Whether a track stands so near to an edge that what is already told may be enough to pass it."""
    going = count_of(world.forces[name].status is Status.LEAVING for name in catalogue_of(world.scenario).anchors)
    room = EDGE_ROOM + EDGE_ROOM_EACH * going
    return any(
        condition.test in ("<", "<=") and world.figures[condition.path] < float(condition.value) + room
        for edge in world.scenario.edges.values()
        for condition in edge.when
        if condition.path in world.scenario.tracks
    )


def _there(world: World, names: tuple[str, ...] | list[str]) -> list[str]:
    forces, available = world.forces, Status.AVAILABLE
    return [name for name in names if forces[name].status is available]


def _fighting(world: World) -> list[str]:
    specs = world.scenario.forces
    return [name for name in catalogue_of(world.scenario).anchors if specs[name].combat]


def _unseen(world: World) -> list[str]:
    """Packages that free much and hold few people."""
    specs = world.scenario.forces
    return sorted(
        catalogue_of(world.scenario).anchors, key=lambda name: -specs[name].freed / (specs[name].personnel + 500)
    )


def _matched(world: World, course: Course, goals: Goals, notice: int) -> Iterator[Withdraw]:
    """At most so many packages, each covered by what will have been added when it leaves."""
    scenario = world.scenario
    if course.leave == "goals" and _satisfied(world, goals):
        return
    book = _planned(world, world.turn + notice)
    cover = course.cover
    late = course.leave == "goals" and world.turn + notice >= world.turns - 1
    names = _there(world, catalogue_of(scenario).anchors)
    if course.leave == "goals":
        specs = scenario.forces
        names.sort(key=lambda name: -(specs[name].freed + (specs[name].personnel / 800 if goals.people else 0.0)))
    count = 0
    for name in names:
        if count == course.packages:
            return
        if could_take(world, book, name) >= (cover / 2 if late else cover):
            take(world, book, name, world.forces[name].theatre, world.turn)
            count += 1
            yield Withdraw(seat=scenario.names.anchor_seat, force=name, turn=world.turn + notice)


def _satisfied(world: World, goals: Goals) -> bool:
    """Whether what has gone and what is announced is all the seat wants."""
    specs, frame = world.scenario.forces, frame_of(world.scenario)
    going = [n for n in catalogue_of(world.scenario).anchors if world.forces[n].status is Status.LEAVING]
    freed = world.figures[world.scenario.names.freed] + 100 * sum_of(specs[n].freed for n in going) / frame.freed
    people = personnel(world) - count_of(specs[n].personnel for n in going)
    return freed >= goals.freed and (not goals.people or people <= goals.people)


def stations(world: World, seat: str, goals: Goals) -> Iterator[Assign]:
    """Sends the seat's own forces where its objectives want their kind counted."""
    scenario = world.scenario
    for theatre, area in goals.cells:
        for name in _fit(scenario, world.seats[seat].members, theatre, area):
            state = world.forces[name]
            if state.status is Status.AVAILABLE and not frame_of(scenario).is_at(name, state, theatre):
                yield Assign(seat=seat, force=name, theatre=theatre)


@until_changed
def leaving_in(world: World, turn: int) -> list[str]:
    """The anchor's packages that leave in a turn."""
    forces, leaving = world.forces, Status.LEAVING
    anchors = catalogue_of(world.scenario).anchors
    return [name for name in anchors if forces[name].turn == turn and forces[name].status is leaving]


def stand_in(world: World, seat: str, most: int, goals: Goals) -> Iterator[Assign]:
    """Sends the seat's own forces, at most so many, to where packages leave this turn: from where it cares least, and
    never from where pressure stands nearer than it does there."""
    leavers = leaving_in(world, world.turn)
    if not leavers:
        return
    scenario, specs = world.scenario, world.scenario.forces
    least = min(goals.theatres.values(), default=0.0)
    room = margins(world)
    sent = set[str]()
    for leaver in leavers:
        if len(sent) == most:
            return
        state = world.forces[leaver]
        place = max(range(len(scenario.areas)), key=specs[leaver].capability.__getitem__)
        for name in _movers(scenario, world.seats[seat].members, place):
            base = specs[name].base
            mover = world.forces[name]
            if name in sent or mover.status is not Status.AVAILABLE or mover.lent == state.theatre:
                continue
            spared = goals.theatres.get(base, 0.0) <= least and room[base] > room[state.theatre]
            if mover.theatre == base != state.theatre and not mover.lent and spared:
                sent.add(name)
                yield Assign(seat=seat, force=name, theatre=state.theatre)
                break


@until_changed
def margins(world: World) -> dict[str, float]:
    """By theatre, points by which deterrence stands above pressure."""
    frame, figures = frame_of(world.scenario), world.figures
    return {
        name: theatre.deterrence - figures[key]
        for name, key, theatre in zip(frame.theatres, frame.pressure, assess(world, frame), strict=True)
    }


@lru_cache(maxsize=256)
def _movers(scenario: Scenario, members: tuple[str, ...], place: int) -> list[str]:
    """Forces of those members that may be moved and count in an area, the strongest first."""
    able = [n for n, s in scenario.forces.items() if s.owner in members and s.capability[place] and _moves(scenario, n)]
    return sorted(able, key=lambda name: -scenario.forces[name].capability[place])


@lru_cache(maxsize=256)
def _fit(scenario: Scenario, members: tuple[str, ...], theatre: str, area: str) -> list[str]:
    """Forces of those members that belong to a theatre, may be moved and count in an area."""
    mine = set(members) & set(scenario.theatres[theatre].members)
    place = scenario.area_index[area]
    return [
        n
        for n, spec in scenario.forces.items()
        if spec.owner in mine and spec.capability[place] and _moves(scenario, n)
    ]


def _moves(scenario: Scenario, name: str) -> bool:
    """Whether a force can be moved to another theatre, in whole or the part that it lends."""
    spec = scenario.forces[name]
    able = spec.movable and not fixed(scenario, spec)
    return able and (frame_of(scenario).moves_whole(name) or spec.lend > 0)


def _planned(world: World, turn: int, but: str = "") -> Book:
    """The book of matches as it will stand in a turn: what is due by then added, what has gone or goes taken out, `but`
    one package.

    Readiness is left aside: it lapses.
    """
    book = book_of(world)
    shelf, forces, programmes, frame = (
        catalogue_of(world.scenario),
        world.forces,
        world.programmes,
        frame_of(world.scenario),
    )
    building, leaving, specs = Status.BUILDING, Status.LEAVING, world.scenario.forces
    for offer in shelf.offers:
        state = programmes[offer.id]
        if state.ordered > state.delivered:
            for name in offer.forces[: state.ordered]:
                if forces[name].turn <= turn and forces[name].status is building:
                    arrived = Force(status=Status.AVAILABLE, theatre=specs[name].base)
                    enter(book.solid, frame.contribution(name, arrived), specs[name].kind, 1)
    for gone in world.departures:
        take(world, book, gone.force, gone.theatre, gone.turn)
    for name in shelf.anchors:
        if name != but and forces[name].status is leaving:
            take(world, book, name, forces[name].theatre, turn)
    return book


@until_changed
def planned_cover(world: World, force: str) -> float:
    """How much of a package will be matched when it goes, as far as anybody can see, or is, if it has gone: 0..1."""
    for gone in reversed(world.departures):
        if gone.force == force:
            return gone.covered
    state = world.forces[force]
    if state.status is not Status.LEAVING:
        return could_take(world, _planned(world, world.turn + int(world.scenario.coefficients.notice_turns)), force)
    if state.turn > world.turn:
        return could_take(world, _planned(world, state.turn, force), force)
    return _covers_in(world, world.turn).get(force, 1.0)


def matched_now(world: World) -> list[str]:
    """Packages that leave this turn as announced and are fully matched by what stands when they go."""
    covers = _covers_in(world, world.turn)
    return [name for name, full in covers.items() if world.forces[name].announced > 0 and full >= 1.0]


@until_changed
def _covers_in(world: World, turn: int) -> dict[str, float]:
    """By package that leaves in this turn, how much of it is matched by what stands when they all go: 0..1."""
    going = leaving_in(world, turn)
    book = free_book(world, going) if going else None
    return {name: take(world, book, name, world.forces[name].theatre, turn).full for name in going if book}
