"""The catalogue laid out for buyers: where a tranche counts, how much a gap is worth. Built once a scenario."""

from functools import lru_cache
from itertools import chain

from attrs import field, frozen

from tabletop.model.forces import Status
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import supplies_of
from tabletop.rules.world.arithmetic import count_of
from tabletop.rules.world.frame import UNIT, frame_of
from tabletop.rules.world.memory import until_changed
from tabletop.rules.world.presence import presence


@frozen(eq=False, kw_only=True)
class Offer:
    """One programme: `cells` are (cell, amount) of a tranche, a cell being theatre x areas + area.

    `steps` are (cell, part of what is needed there).
    """

    id: str
    place: int  # in the catalogue
    price: float
    lead: int
    most: int  # tranches, those of a second series included
    payers: tuple[str, ...]
    leader: str  # member in front
    way: str
    soldiers: float
    cells: tuple[tuple[int, float], ...]
    steps: tuple[tuple[int, float], ...]
    forces: tuple[str, ...]  # its tranches, the first first


@frozen(eq=False, kw_only=True)
class Catalogue:
    """`need` and `worth` (part of alliance deterrence's capability) by cell; `theatre` of each cell."""

    offers: tuple[Offer, ...]
    need: tuple[float, ...]
    worth: tuple[float, ...]
    theatre: tuple[int, ...]
    cells: tuple[int, ...]  # those with a need
    anchors: tuple[str, ...]  # the anchor's packages that can leave, most wanted elsewhere first
    areas: int
    counted: tuple[bool, ...]  # areas that count for a majority
    weights: tuple[float, ...]  # of theatres
    led: dict[str, tuple[Offer, ...]]  # by the member in front
    manned: tuple[Offer, ...]  # those that need soldiers
    payers: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = field(factory=dict)  # by seats and programme
    mine: dict[tuple[str, ...], tuple[Offer, ...]] = field(factory=dict)  # to lead, by seat and seats, when asked


#: Part of an area at which buyers think a majority safe.
ENOUGH = 0.56


@lru_cache(maxsize=16)
def catalogue_of(scenario: Scenario) -> Catalogue:
    """The scenario's catalogue, made on first use."""
    frame = frame_of(scenario)
    areas = len(frame.areas)
    need = [0.0] * (len(frame.theatres) * areas)
    worth = list(need)
    for t, rows in enumerate(frame.rows):
        for row in rows:
            need[t * areas + row.area] = row.requirement
            worth[t * areas + row.area] = frame.weights[t] * row.weight
    offers = []
    for n, (name, spec) in enumerate(scenario.programmes.items()):
        cells = []
        for t, part in enumerate(presence(scenario, spec)):
            for i, amount in enumerate(spec.capability):
                if part and amount and need[t * areas + i]:
                    cells.append((t * areas + i, amount * part))
        most = count_of(force.programme == name for force in scenario.forces.values())
        offers.append(
            Offer(
                id=name,
                place=n,
                price=spec.price,
                lead=spec.first_lead,
                most=most,
                payers=spec.payers,
                leader=spec.leads[0] if spec.leads else "",
                way=spec.way,
                soldiers=spec.soldiers,
                cells=tuple(cells),
                steps=tuple((cell, amount / need[cell]) for cell, amount in cells),
                forces=tuple(f"{name}-{n}" for n in range(1, most + 1)),
            )
        )
    specs = scenario.forces
    anchor = scenario.names.anchor
    mine = [name for name, spec in specs.items() if spec.owner == anchor and spec.movable and not spec.reinforcement]
    mine.sort(key=lambda name: -specs[name].freed)
    theatre = tuple(t for t in range(len(frame.theatres)) for _ in range(areas))
    counted = tuple(area.majority for area in scenario.areas.values())
    return Catalogue(
        offers=tuple(offers),
        need=tuple(need),
        worth=tuple(worth),
        theatre=theatre,
        cells=tuple(chain.from_iterable(frame.needed)),
        anchors=tuple(mine),
        areas=areas,
        counted=counted,
        weights=tuple(frame.weights),
        manned=tuple(offer for offer in offers if offer.soldiers),
        led={m: tuple(offer for offer in offers if offer.leader == m) for m in scenario.members},
    )


@until_changed
def fill(world: World) -> tuple[list[float], list[float]]:
    """What there will be by cell with a need: the others' forces and builds, and those of the anchor's that stay."""
    shelf, frame = catalogue_of(world.scenario), frame_of(world.scenario)
    others = [0.0] * len(shelf.need)
    anchors, going = list(others), departing(world)
    for cell, supplies in zip(shelf.cells, chain.from_iterable(supplies_of(frame, world)), strict=True):
        others[cell] = supplies.own
        anchors[cell] = supplies.here + supplies.home - going[cell]
    programmes = world.programmes
    for offer in shelf.offers:
        programme = programmes[offer.id]
        waiting = programme.ordered - programme.delivered
        if waiting:
            for cell, amount in offer.cells:
                others[cell] += waiting * amount
    return others, anchors


@until_changed
def departing(world: World) -> list[float]:
    """What announced departures take from each cell."""
    shelf = catalogue_of(world.scenario)
    frame = frame_of(world.scenario)
    losses = [0.0] * len(shelf.need)
    leaving, forces = Status.LEAVING, world.forces
    for name in shelf.anchors:
        state = forces[name]
        if state.status is leaving:
            for t, i, units in frame.contribution(name, state):
                if shelf.need[t * shelf.areas + i]:
                    losses[t * shelf.areas + i] += units / UNIT
    return losses


def unmatched(world: World) -> list[float]:
    """What has left each cell and has nothing in its place yet."""
    shelf, frame = catalogue_of(world.scenario), frame_of(world.scenario)
    made = [0.0] * len(shelf.need)
    for gone in world.departures:
        if gone.covered < 1:
            for t, i, units in frame.standing_in(gone.force, gone.theatre):
                made[t * shelf.areas + i] += (1 - gone.covered) * units / UNIT
    return made


@until_changed
def lacking(world: World) -> list[float]:
    """By area that counts for a majority: how far the others are from carrying it, 0 to 1 of what it takes."""
    shelf, others = catalogue_of(world.scenario), fill(world)[0]
    areas = shelf.areas
    part = [0.0] * areas
    whole = [0.0] * areas
    for cell in shelf.cells:
        weight, fulfilled = shelf.weights[shelf.theatre[cell]], others[cell] / shelf.need[cell]
        part[cell % areas] += weight * fulfilled if fulfilled < 1 else weight
        whole[cell % areas] += weight
    return [
        max(0.0, 1 - part[i] / whole[i] / ENOUGH) if whole[i] and shelf.counted[i] else 0.0 for i in range(shelf.areas)
    ]


def gain_of(offer: Offer, part: list[float], worth: list[float]) -> float:
    """How much one more tranche closes: capability's harmonic gain, from each cell's fulfilment and worth."""
    total = 0.0
    for cell, step in offer.steps:
        before = part[cell]
        if before < 1:
            after = before + step
            if after > 1:
                after = 1.0
            total += worth[cell] * (after - before) / ((0.05 + before) * (0.05 + after))
    return total
