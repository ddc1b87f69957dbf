"""A scenario laid out for arithmetic: ids as places in tuples, requirements beside weights. Built once a scenario."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from attrs import field, frozen

from tabletop.model.figures.forms import GAP, PRESSURE, READINESS, STOCK, WORTH
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Force, ForceSpec, Status
from tabletop.model.scenario import Scenario
from tabletop.model.world import Supply
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.memory import Memory, by_scenario
from tabletop.rules.world.presence import presence

#: Supply is counted in millionths of an in-place equivalent.
UNIT = 1_000_000

#: Of a force that counts where it stands.
IN_PLACE = (Status.AVAILABLE, Status.LEAVING)

Cells = tuple[tuple[int, int, int], ...]  # (theatre, area, millionths)


class Row(NamedTuple):
    """One area of one theatre with a requirement: place among areas, requirement, weight in the theatre.

    From `presence` and `front` on the anchor's and the others' forces stand fully on the spot.
    """

    area: int
    requirement: float
    weight: float
    presence: float
    front: float


@frozen(eq=False)
class Stock:
    """A theatre's shelf: `key` is the figure of days added since the opening, `days` what a full shelf lasts."""

    key: str
    days: float
    requirement: float


@frozen(eq=False)
class Frame:
    """`rows[t]`: the areas that count in theatre t. `share_weight[t][i]`: part of the alliance's requirement."""

    scenario: Scenario
    theatres: tuple[str, ...]
    areas: tuple[str, ...]
    rows: tuple[tuple[Row, ...], ...]
    needed: tuple[tuple[int, ...], ...]  # cells of those rows, a cell being theatre x areas + area
    weights: tuple[float, ...]
    pressure: tuple[str, ...]
    gap: tuple[str, ...]
    readiness: dict[str, str]  # the figure of a seat
    worth: dict[str, str]  # the figure of a member
    members: tuple[str, ...]  # with a pledge path
    gdp: float  # of those
    freed: float  # points of all the anchor's packages
    needs: dict[tuple[int, int], float]  # (theatre, area): what a unit there is worth, theatre weight included
    anchors: tuple[str, ...]  # the anchor's packages
    others: tuple[str, ...]  # everybody else's, tranches included
    tranches: tuple[str, ...]  # forces that programmes make
    stocks: dict[tuple[int, int], Stock]  # shelves, by theatre and area
    places: dict[str, int]  # of forces in the scenario's order
    presence: dict[str, tuple[float, ...]]  # of forces where they are at home, by theatre
    reinforcements: frozenset[str]  # the anchor's packages that come from home
    cells: dict[tuple[str, str, str, bool], Cells] = field(factory=dict)
    bases: dict[str, Cells] = field(factory=dict)
    limits: dict[str, tuple[float, float]] = field(factory=dict)  # of figures, as they are asked for
    memory: Memory = field(factory=dict)  # what was worked out of it

    def freed_by(self, force: str) -> float:
        """What the anchor's track of freed resources gains by a package's leaving: its part of all, in per cent."""
        return self.scenario.forces[force].freed / self.freed * 100

    def contribution(self, force: str, state: Force) -> Cells:
        """What a force counts for, where it counts: nothing unless it is there."""
        if state.status not in IN_PLACE:
            return ()
        key = (force, state.theatre, state.lent, state.arrives > 0)
        try:
            return self.cells[key]
        except KeyError:
            cells = self.cells[key] = self._cells(force, *key[1:])
            return cells

    def moves_whole(self, force: str) -> bool:
        """Whether all of a force moves, not a part that it lends: what is stationed abroad, and the anchor's."""
        spec = self.scenario.forces[force]
        return spec.owner == self.scenario.names.anchor or bool(spec.host and spec.host != spec.owner)

    def is_at(self, force: str, state: Force, theatre: str) -> bool:
        """Whether a force that is there has nothing to do to be in a theatre: it stands there, or the part it lends."""
        if state.status is not Status.AVAILABLE:
            return False
        return state.lent == theatre if state.lent else state.theatre == theatre

    def displaced(self, force: str, state: Force) -> bool:
        """Whether a force of the others that stood at the opening, or a tranche that has come, is not at its base."""
        spec = self.scenario.forces[force]
        if spec.owner == self.scenario.names.anchor:
            return False
        if spec.opens == Status.ELSEWHERE:  # it has come since: nothing of it stood at the opening
            return state.status in IN_PLACE
        if state.theatre == spec.base and not state.lent:
            return state.status not in IN_PLACE and not spec.programme
        return state.status in IN_PLACE or not spec.programme

    def standing_in(self, force: str, theatre: str) -> Cells:
        """What a force counts for while it stands in a theatre."""
        return self.contribution(force, Force(status=Status.AVAILABLE, theatre=theatre))

    def at_base(self, force: str) -> Cells:
        """What a force counts for as it stood at the opening, or as it comes."""
        try:
            return self.bases[force]
        except KeyError:
            cells = self.bases[force] = self.standing_in(force, self.scenario.forces[force].base)
            return cells

    def at_opening(self, force: str) -> Cells:
        """What a force counted for at the opening: nothing where it stood elsewhere."""
        return () if self.scenario.forces[force].opens == Status.ELSEWHERE else self.at_base(force)

    def _cells(self, force: str, theatre: str, lent: str, travelling: bool) -> Cells:
        spec = self.scenario.forces[force]
        cells = []
        for t, part in enumerate(self._stands(spec, theatre, lent, travelling)):
            for i, capability in enumerate(spec.capability):
                amount = round(capability * part * UNIT)
                if amount:
                    cells.append((t, i, amount))
        return tuple(cells)

    def _stands(self, spec: ForceSpec, theatre: str, lent: str, travelling: bool) -> Iterator[float]:
        """By theatre, the part of a package that counts. What moved counts where it went and nowhere else: a little
        less than it did before in all, and half of that while it is on its way."""
        k, home = self.scenario.coefficients, self.presence[spec.id]
        if lent:
            part, to = spec.lend, lent
        elif theatre != spec.base:
            part, to = 1.0, theatre
        else:
            part, to = 0.0, ""
        moved = part * k.away_worth * min(1.0, sum_of(home)) * (k.transit if travelling else 1.0)
        for name, counted in zip(self.theatres, home, strict=True):
            yield (1 - part) * counted + (moved if name == to else 0.0)


@lru_cache(maxsize=1024)
@by_scenario
def needs_by_cell(frame: Frame) -> tuple[float, ...]:
    """What a unit in each cell is worth, theatre weight included; 0 where nothing is required."""
    return tuple([frame.needs.get((t, i), 0.0) for t in range(len(frame.theatres)) for i in range(len(frame.areas))])


def counting(frame: Frame, supply: Supply) -> list[tuple[int, int]]:
    """Where supply is something and something is required: (cell, millionths), a cell being theatre x areas + area."""
    cells = enumerate(zip(chain.from_iterable(supply), needs_by_cell(frame), strict=True))
    return [(cell, amount) for cell, (amount, need) in cells if amount and need]


def there(state: Force) -> bool:
    """Whether a force stands in its theatre: available, or leaving and not yet gone."""
    return state.status in IN_PLACE


@lru_cache(maxsize=16)
def frame_of(scenario: Scenario) -> Frame:
    """The scenario's frame, made on first use."""
    k = scenario.coefficients
    rows = tuple(
        tuple(
            Row(i, need, weight, k.presence_full * need, k.front_full * need)
            for i, (need, weight) in enumerate(zip(theatre.requirement, theatre.weights, strict=True))
            if need > 0 and weight > 0
        )
        for theatre in scenario.theatres.values()
    )
    on_path = tuple(m for m, spec in scenario.members.items() if not spec.outside_path)
    return Frame(
        scenario=scenario,
        theatres=tuple(scenario.theatres),
        areas=tuple(scenario.areas),
        rows=rows,
        needed=tuple(tuple(t * len(scenario.areas) + row.area for row in of) for t, of in enumerate(rows)),
        weights=tuple(t.weight for t in scenario.theatres.values()),
        pressure=tuple(path_of(PRESSURE, t) for t in scenario.theatres),
        gap=tuple(path_of(GAP, t) for t in scenario.theatres),
        readiness={seat: path_of(READINESS, seat) for seat in scenario.seats},
        worth={member: path_of(WORTH, member) for member in scenario.members},
        members=on_path,
        gdp=sum_of(scenario.members[m].gdp for m in on_path),
        freed=sum_of(
            f.freed
            for f in scenario.forces.values()
            if f.owner == scenario.names.anchor and f.opens != Status.ELSEWHERE
        )
        or 1.0,
        needs={
            (t, row.area): theatre.weight * row.weight / row.requirement
            for t, (theatre, of) in enumerate(zip(scenario.theatres.values(), rows, strict=True))
            for row in of
        },
        presence={name: presence(scenario, f) for name, f in scenario.forces.items()},
        reinforcements=frozenset(name for name, f in scenario.forces.items() if f.reinforcement),
        anchors=tuple(name for name, f in scenario.forces.items() if f.owner == scenario.names.anchor),
        others=tuple(name for name, f in scenario.forces.items() if f.owner != scenario.names.anchor),
        tranches=tuple(name for name, f in scenario.forces.items() if f.programme),
        stocks={
            (t, i): Stock(path_of(STOCK, name), theatre.days, theatre.requirement[i])
            for t, (name, theatre) in enumerate(scenario.theatres.items())
            for i, area in enumerate(scenario.areas.values())
            if area.stock and theatre.days and theatre.requirement[i]
        },
        places={name: n for n, name in enumerate(scenario.forces)},
    )
