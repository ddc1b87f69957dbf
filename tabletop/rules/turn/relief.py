"""Relief in place: who stands in for a package that leaves, and what voters make of it when nobody does."""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from tabletop.model.cause import because
from tabletop.model.figures.forms import READINESS, SUPPORT
from tabletop.model.figures.path import path_of
from tabletop.model.world import World
from tabletop.rules.world.arithmetic import count_of, sum_of
from tabletop.rules.world.book import displaced
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move
from tabletop.rules.world.frame import Cells, Frame, frame_of
from tabletop.rules.world.hosts import with_forces
from tabletop.rules.world.memory import by_scenario

#: What seats have added: by theatre and area, by seat.
Added = dict[tuple[int, int], dict[str, float]]


class Vacancy(NamedTuple):
    """A package that leaves a theatre: its `size`, how much of it is matched (0..1), who stands in, in shares of 1."""

    force: str
    theatre: str
    size: float
    cover: float
    relief: dict[str, float]
    ref: int


def relief(world: World, cells: Cells) -> dict[str, float]:
    """By seat, its share of what stands against a package, cells weighed by what they mean for deterrence.

    Counts what a seat has added where the package stood: tranches it paid for, readiness, forces moved in.
    """
    needs = frame_of(world.scenario).needs
    wanted = {(t, i): amount for t, i, amount in cells if (t, i) in needs}
    parts: dict[str, float] = {}
    for cell, added in added_by(world, wanted).items():
        gained = {seat: own for seat, own in added.items() if own > 0}
        whole = sum_of(gained.values())
        for seat, own in gained.items():
            parts[seat] = parts.get(seat, 0.0) + min(wanted[cell], whole) * needs[cell] * own / whole
    total = sum_of(parts.values())
    return {seat: part / total for seat, part in parts.items()} if total else {}


def added_by(world: World, cells: Collection[tuple[int, int]]) -> Added:
    """By some of theatres and areas, what each seat has added since the opening, in millionths; below 0 where it took
    away."""
    gain, own = world.scenario.coefficients.readiness_gain, world.own_supply
    added: Added = {cell: {} for cell in cells}
    for seat, state in world.seats.items():
        level = gain * world.figures.get(path_of(READINESS, seat), 0.0)
        supplies = [own[m] for m in state.members if m in own] if level else ()
        for t, i in added if supplies else ():
            added[t, i][seat] = level * count_of([supply[t][i] for supply in supplies])
    for shares, counts in _new(world):
        for t, i, amount in counts:
            cell = added.get((t, i))
            if cell is not None:
                for seat, share in shares:
                    cell[seat] = cell.get(seat, 0.0) + share * amount
    return added


def _new(world: World) -> Iterator[tuple[Iterable[tuple[str, float]], Cells]]:
    """What stands otherwise than at the opening: whose it is, in shares, and what it counts for."""
    forces, specs, frame = world.forces, world.scenario.forces, frame_of(world.scenario)
    for name, state in world.programmes.items():
        if state.delivered:
            whole = sum_of([part for _, part in state.paid]) or 1.0
            shares = [(seat, part / whole * state.delivered) for seat, part in state.paid]
            yield shares, frame.at_base(f"{name}-1")
    for force in displaced(world):
        seat = world.seat_of(specs[force].owner)
        yield [(seat, 1.0)], frame.contribution(force, forces[force])
        yield [(seat, -1.0)], frame.at_opening(force)


def voters_see(draft: Draft, vacancies: list[Vacancy]) -> None:
    """Support at home: for those who stand in, against those who live there where nobody does.

    A seat that stands in for its fair part, the part of the others' economy that is its own, wins `relief_support`.
    """
    k = draft.scenario.coefficients
    if not k.relief_support and not k.alone_support:
        return
    fair = _fair(draft)
    for package in vacancies:
        for seat, share in package.relief.items():
            if not fair.get(seat):  # a payer without voters
                continue
            part = min(k.relief_most, share / fair[seat])
            amount = k.relief_support * package.size * package.cover * part
            move(draft, path_of(SUPPORT, seat), amount, because("stands-in", package.force, who=seat), package.ref)
        bare = k.alone_support * package.size * (1 - package.cover)
        if bare:
            cause = because("nobody-stands-in", package.force)
            for seat, share in exposed(draft, package.theatre).items():
                move(draft, path_of(SUPPORT, seat), bare * share, cause, package.ref)


def called_back(draft: Draft, seat: str, force: str, ref: int) -> None:
    """A force that had been sent goes on or home again: what its seat had won by sending it is spent."""
    amount = draft.scenario.coefficients.recall_support
    if amount:
        move(draft, path_of(SUPPORT, seat), amount, because("called-away", force, who=seat), ref)


def _fair(world: World) -> dict[str, float]:
    """By seat, its part of the economy of all that the others' seats play, 0..1."""
    specs = world.scenario.members
    sizes = {seat: sum_of([specs[m].gdp for m in world.seats[seat].members]) for seat in with_forces(world)}
    total = sum_of(sizes.values()) or 1.0
    return {seat: size / total for seat, size in sizes.items()}


def exposed(world: World, theatre: str) -> dict[str, float]:
    """By seat, the part of its economy that lies in a theatre, 0..1; the anchor's seat left out."""
    frame = frame_of(world.scenario)
    parts = {seat: _lying(frame, world.seats[seat].members, theatre) for seat in with_forces(world)}
    return {seat: part for seat, part in parts.items() if part}


@by_scenario
def _lying(frame: Frame, members: tuple[str, ...], theatre: str) -> float:
    specs, there = frame.scenario.members, frame.scenario.theatres[theatre].members
    whole = sum_of([specs[m].gdp for m in members])
    lies = sum_of([specs[m].gdp for m in members if m in there])
    return lies / whole if whole else 0.0
