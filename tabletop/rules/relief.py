"""Relief in place: who stands in for a package that leaves, and what voters make of it when nobody does."""

from collections.abc import Iterator
from typing import NamedTuple

from tabletop.model.forces import Force
from tabletop.rules.draft import Draft
from tabletop.rules.figures import move
from tabletop.rules.frame import IN_PLACE, UNIT, Cells, Frame

Cell = tuple[int, int]  # theatre, area


class Gone(NamedTuple):
    """A package that leaves: its `size`, how much of it the ledger covers (0..1), and who covers it, in shares of 1."""

    force: str
    size: float
    covered: float
    relief: dict[str, float]
    ref: int


def relief(draft: Draft, cells: Cells) -> dict[str, float]:
    """By seat, its share of what the ledger holds against a package, cells weighed by what they mean for deterrence.

    Counts what a seat has added where the package stood: tranches it paid for, readiness, forces moved in.
    """
    needs, book = draft.frame.needs, draft.frame.ledger
    held = {}
    for t, i, amount in cells:
        have = draft.figures.get(book[t, i], 0.0)
        if have > 0 and (t, i) in needs:
            held[t, i] = min(amount / UNIT, have) * needs[t, i]
    parts: dict[str, float] = {}
    for cell, worth in held.items():
        added = _added(draft, cell)
        whole = sum(added.values())
        for seat, own in added.items():
            parts[seat] = parts.get(seat, 0.0) + worth * own / whole
    total = sum(parts.values())
    return {seat: part / total for seat, part in parts.items()}


def _added(draft: Draft, cell: Cell) -> dict[str, float]:
    """By seat, what it has added in a theatre and area since the opening; what it took away counts nothing."""
    t, i = cell
    gain = draft.scenario.coefficients.readiness_gain
    found: dict[str, float] = {
        seat: gain * draft.figures.get(f"readiness/{seat}", 0.0) * supply[t][i]
        for seat, supply in draft.own_supply.items()
    }
    for force, state in _new_in_place(draft):
        amount = _counts(draft, force, state, cell)
        programme = draft.scenario.forces[force].programme
        if programme:
            paid = draft.programmes[programme].paid
            whole = sum([part for _, part in paid])
            for seat, part in paid:
                found[seat] = found.get(seat, 0.0) + amount * part / whole
        else:
            seat = draft.seat_of(draft.scenario.forces[force].owner)
            before = Force(status=state.status, theatre=draft.scenario.forces[force].base)
            found[seat] = found.get(seat, 0.0) + amount - _counts(draft, force, before, cell)
    return {seat: amount for seat, amount in found.items() if amount > 0}


def _new_in_place(draft: Draft) -> Iterator[tuple[str, Force]]:
    """Forces of the others that stand where they did not at the opening: tranches delivered, packages moved."""
    specs, anchor = draft.scenario.forces, draft.scenario.names.anchor
    for force, state in draft.forces.items():
        new = specs[force].programme or state.theatre != specs[force].base
        if new and state.status in IN_PLACE and specs[force].owner != anchor:
            yield force, state


def _counts(draft: Draft, force: str, state: Force, cell: Cell) -> int:
    return next((n for t, i, n in draft.frame.contribution(force, state) if (t, i) == cell), 0)


def voters_see(draft: Draft, gone: list[Gone]) -> None:
    """Support at home: for those who stand in, against those who live there where nobody does.

    A seat that stands in for its fair part, the part of the others' economy that is its own, wins `relief_support`.
    """
    k = draft.scenario.coefficients
    if not k.relief_support and not k.alone_support:
        return
    fair = _fair(draft)
    for package in gone:
        spec = draft.scenario.forces[package.force]
        for seat, share in package.relief.items():
            part = min(k.relief_most, share / fair[seat])
            amount = k.relief_support * package.size * package.covered * part
            move(draft, f"support/{seat}", amount, f"stands in for {spec.name}", package.ref)
        bare = k.alone_support * package.size * (1 - package.covered)
        if bare:
            for seat, share in exposed(draft, draft.forces[package.force].theatre).items():
                move(draft, f"support/{seat}", bare * share, f"nobody stands in for {spec.name}", package.ref)


def _fair(draft: Draft) -> dict[str, float]:
    """By seat, its part of the economy of all that the others' seats play, 0..1."""
    specs = draft.scenario.members
    sizes = {seat: sum([specs[m].gdp for m in draft.seats[seat].members]) for seat in draft.own_supply}
    total = sum(sizes.values())
    return {seat: size / total for seat, size in sizes.items()}


def exposed(draft: Draft, theatre: str) -> dict[str, float]:
    """By seat, the part of its economy that lies in a theatre, 0..1; the anchor's seat left out."""
    parts = {seat: _lying(draft.frame, draft.seats[seat].members, theatre) for seat in draft.own_supply}
    return {seat: part for seat, part in parts.items() if part}


def _lying(frame: Frame, members: tuple[str, ...], theatre: str) -> float:
    found: float | None = frame.kept.get(("lying", theatre, members))
    if found is None:
        specs, there = frame.scenario.members, frame.scenario.theatres[theatre].members
        whole = sum([specs[m].gdp for m in members])
        lies = sum([specs[m].gdp for m in members if m in there])
        found = frame.kept["lying", theatre, members] = lies / whole if whole else 0.0
    return found
