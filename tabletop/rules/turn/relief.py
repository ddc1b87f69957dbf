"""Relief in place: who stands in for a package that leaves, and what voters make of it when nobody does."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tabletop.model.cause import because
from tabletop.model.figures.forms import READINESS, SUPPORT
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Force
from tabletop.model.world import World
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move
from tabletop.rules.world.frame import IN_PLACE, UNIT, Cells, Frame, frame_of
from tabletop.rules.world.memory import by_scenario

#: What seats have added: by theatre and area, by seat.
Added = dict[tuple[int, int], dict[str, float]]


class Departure(NamedTuple):
    """A package that leaves: its `size`, how much of it the ledger covers (0..1), and who covers it, in shares of 1."""

    force: str
    size: float
    cover: float
    relief: dict[str, float]
    ref: int


def relief(world: World, cells: Cells, added: Added) -> dict[str, float]:
    """By seat, its share of what the ledger holds against a package, cells weighed by what they mean for deterrence.

    Counts what a seat has added where the package stood: tranches it paid for, readiness, forces moved in.
    """
    frame = frame_of(world.scenario)
    needs, book = frame.needs, frame.ledger
    worths: dict[tuple[int, int], float] = {}
    for t, i, amount in cells:
        have = world.figures.get(book[t, i], 0.0)
        if have > 0 and (t, i) in needs:
            worths[t, i] = min(amount / UNIT, have) * needs[t, i]
    parts: dict[str, float] = {}
    for cell, worth in worths.items():
        gained = {seat: own for seat, own in added[cell].items() if own > 0}
        whole = sum_of(gained.values())
        for seat, own in gained.items():
            parts[seat] = parts.get(seat, 0.0) + worth * own / whole
    total = sum_of(parts.values())
    return {seat: part / total for seat, part in parts.items()}


def added_by(world: World) -> Added:
    """By theatre and area, what each seat has added since the opening, in millionths; below 0 where it took away."""
    gain = world.scenario.coefficients.readiness_gain
    ready = {seat: gain * world.figures.get(path_of(READINESS, seat), 0.0) for seat in world.own_supply}
    added: Added = {cell: {} for cell in frame_of(world.scenario).needs}
    for seat, level in ready.items():
        if level:
            supply = world.own_supply[seat]
            for (t, i), parts in added.items():
                parts[seat] = level * supply[t][i]
    for shares, counts in _new(world):
        for t, i, amount in counts:
            here = added.get((t, i))
            if here is not None:
                for seat, share in shares:
                    here[seat] = here.get(seat, 0.0) + share * amount
    return added


def _new(world: World) -> Iterator[tuple[Iterable[tuple[str, float]], Cells]]:
    """What stands otherwise than at the opening: whose it is, in shares, and what it counts for."""
    forces, specs, frame = world.forces, world.scenario.forces, frame_of(world.scenario)
    for name, state in world.programmes.items():
        if state.delivered:
            whole = sum_of([part for _, part in state.paid]) or 1.0
            shares = [(seat, part / whole) for seat, part in state.paid]
            for n in range(1, state.ordered + 1):
                yield shares, frame.contribution(f"{name}-{n}", forces[f"{name}-{n}"])
    for force in _standing(frame):
        now, spec = forces[force], specs[force]
        if now.theatre != spec.base and now.status in IN_PLACE:
            seat = world.seat_of(spec.owner)
            yield [(seat, 1.0)], frame.contribution(force, now)
            yield [(seat, -1.0)], frame.contribution(force, Force(status=now.status, theatre=spec.base))


@by_scenario
def _standing(frame: Frame) -> list[str]:
    """The others' forces of today."""
    specs, anchor = frame.scenario.forces, frame.scenario.names.anchor
    return [force for force, spec in specs.items() if spec.owner != anchor and not spec.programme]


def voters_see(draft: Draft, departures: list[Departure]) -> None:
    """Support at home: for those who stand in, against those who live there where nobody does.

    A seat that stands in for its fair part, the part of the others' economy that is its own, wins `relief_support`.
    """
    k = draft.scenario.coefficients
    if not k.relief_support and not k.alone_support:
        return
    fair = _fair(draft)
    for package in departures:
        for seat, share in package.relief.items():
            if not fair.get(seat):  # a payer without voters
                continue
            part = min(k.relief_most, share / fair[seat])
            amount = k.relief_support * package.size * package.cover * part
            move(draft, path_of(SUPPORT, seat), amount, because("stands-in", package.force, who=seat), package.ref)
        bare = k.alone_support * package.size * (1 - package.cover)
        if bare:
            cause = because("nobody-stands-in", package.force)
            for seat, share in exposed(draft, draft.forces[package.force].theatre).items():
                move(draft, path_of(SUPPORT, seat), bare * share, cause, package.ref)


def called_back(draft: Draft, seat: str, force: str, ref: int) -> None:
    """A force that had been sent goes on or home again: what its seat had won by sending it is spent."""
    amount = draft.scenario.coefficients.recall_support
    if amount:
        move(draft, path_of(SUPPORT, seat), amount, because("called-away", force, who=seat), ref)


def _fair(world: World) -> dict[str, float]:
    """By seat, its part of the economy of all that the others' seats play, 0..1."""
    specs = world.scenario.members
    sizes = {seat: sum_of([specs[m].gdp for m in world.seats[seat].members]) for seat in world.own_supply}
    total = sum_of(sizes.values()) or 1.0
    return {seat: size / total for seat, size in sizes.items()}


def exposed(world: World, theatre: str) -> dict[str, float]:
    """By seat, the part of its economy that lies in a theatre, 0..1; the anchor's seat left out."""
    frame = frame_of(world.scenario)
    parts = {seat: _lying(frame, world.seats[seat].members, theatre) for seat in world.own_supply}
    return {seat: part for seat, part in parts.items() if part}


@by_scenario
def _lying(frame: Frame, members: tuple[str, ...], theatre: str) -> float:
    specs, there = frame.scenario.members, frame.scenario.theatres[theatre].members
    whole = sum_of([specs[m].gdp for m in members])
    lies = sum_of([specs[m].gdp for m in members if m in there])
    return lies / whole if whole else 0.0
