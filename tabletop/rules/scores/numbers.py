"""Reads the numbers that follow from the rest of a world. Knows no grammar of paths.

What `World.figures` keeps as it stands, and what `deterrence.scores` counts, needs no reader.
"""

from functools import partial

from tabletop.model.figures.forms import INVESTED, LEDGER
from tabletop.model.figures.path import path_of
from tabletop.model.inner import PROBES, WITHDRAWN
from tabletop.model.members import Member
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import area_shares, assess, majority, supplies_of
from tabletop.rules.scores.reader import Reader, UnknownPath
from tabletop.rules.world.arithmetic import count_of, sum_of
from tabletop.rules.world.book import free_book
from tabletop.rules.world.frame import IN_PLACE, UNIT, Frame, frame_of
from tabletop.rules.world.memory import by_scenario, until_changed

#: The part of a tranche from which a seat counts as paying for a programme.
A_SHARE = 0.1
_UNANSWERED = "probes/unanswered"
_WITHDRAWN = ("withdrawn/surprise", "withdrawn/announced", "withdrawn/matched")


@until_changed
def personnel(world: World) -> int:
    """The anchor's people in theatre: every package that has not gone and whose host is not the anchor."""
    abroad, forces = packages_abroad(frame_of(world.scenario)), world.forces
    return count_of([people for force, people in abroad if forces[force].status in IN_PLACE])


@by_scenario
def packages_abroad(frame: Frame) -> list[tuple[str, int]]:
    """The anchor's packages whose host is another, and their people."""
    anchor, specs = frame.scenario.names.anchor, frame.scenario.forces
    return [(force, specs[force].personnel) for force in frame.anchors if specs[force].host != anchor]


def _personnel(world: World, word: str) -> float:
    if word != world.scenario.names.personnel:
        raise UnknownPath(word)
    return float(personnel(world))


def _on_path(state: Member) -> bool:
    """Whether a member is at or above its own pledge path."""
    return state.spending >= state.pledge - 1e-9


def _on_path_count(world: World) -> float:
    members = world.members
    return float(count_of([_on_path(members[member]) for member in frame_of(world.scenario).members]))


def _promises(world: World, seat: str) -> float:
    due = [p for p in world.promises if p.seat == seat and p.state in ("kept", "broken")]
    return count_of(p.state == "kept" for p in due) / len(due) if due else 1.0


def _shared(world: World, seat: str) -> float:
    """Programmes with several payers that this seat pays for or one of its members leads, once ordered."""
    programmes, mine = world.programmes, world.seats[seat].members
    count = 0
    for name, leads in _several(frame_of(world.scenario), mine):
        state = programmes[name]
        if state.ordered:
            count += leads or dict(state.paid).get(seat, 0.0) >= A_SHARE
    return float(count)


@by_scenario
def _several(frame: Frame, mine: tuple[str, ...]) -> list[tuple[str, bool]]:
    """Programmes with several payers, and whether one of some members leads it."""
    return [
        (name, not set(mine).isdisjoint(spec.leads))
        for name, spec in frame.scenario.programmes.items()
        if len(spec.payers) > 1
    ]


def _least_deterrence(world: World) -> float:
    return min(theatre.deterrence for theatre in assess(world, frame_of(world.scenario)))


def _least_margin(world: World) -> float:
    frame = frame_of(world.scenario)
    return min(t.deterrence - world.figures[key] for t, key in zip(assess(world, frame), frame.pressure, strict=True))


def _fulfilment(world: World, theatre: str, area: str) -> float:
    """Per cent; 100 where nothing is required."""
    t, i = world.scenario.theatre_index[theatre], world.scenario.area_index[area]
    row = next((n for n, row in enumerate(frame_of(world.scenario).rows[t]) if row.area == i), None)
    if row is None:
        return 100.0
    return 100 * min(
        1.0,
        sum_of(supplies_of(frame_of(world.scenario), world)[t][row]) / world.scenario.theatres[theatre].requirement[i],
    )


def _days(world: World, theatre: str) -> float:
    """Days of fighting that a theatre's shelves hold, the anchor's included; 0 where no stock is kept."""
    frame = frame_of(world.scenario)
    t = world.scenario.theatre_index[theatre]
    for (at, i), stock in frame.stocks.items():
        if at == t:
            return stock.days * _fulfilment(world, theatre, frame.areas[i]) / 100
    return 0.0


def _littoral(world: World, theatre: str, area: str) -> float:
    """Part of a requirement carried by forces of the theatre's own members, per cent."""
    t, i = world.scenario.theatre_index[theatre], world.scenario.area_index[area]
    spec = world.scenario.theatres[theatre]
    frame = frame_of(world.scenario)
    amount, forces = 0, world.forces
    for name in _owned_in(frame, theatre, area):
        for at, kind, units in frame.contribution(name, forces[name]):
            if at == t and kind == i:
                amount += units
    return 100 * min(1.0, amount / UNIT / spec.requirement[i]) if spec.requirement[i] else 100.0


@by_scenario
def _owned_in(frame: Frame, theatre: str, area: str) -> list[str]:
    """Forces of a theatre's own members that count in an area, the anchor's left out."""
    scenario = frame.scenario
    i, members, anchor = scenario.area_index[area], scenario.theatres[theatre].members, scenario.names.anchor
    return [n for n, f in scenario.forces.items() if f.owner in members and f.owner != anchor and f.capability[i]]


def _invested_share(world: World, way: str) -> float:
    if way not in world.scenario.ways:
        raise UnknownPath(way)
    total = sum_of(world.figures.get(path_of(INVESTED, each), 0.0) for each in world.scenario.ways)
    return 100 * world.figures.get(path_of(INVESTED, way), 0.0) / total if total else 0.0


def _of_the_withdrawn(form: str, world: World) -> float:
    departures = world.figures.get(WITHDRAWN, 0.0)
    return world.figures.get(form, 0.0) / departures if departures else 0.0


def _unanswered(world: World) -> float:
    probes = world.figures.get(PROBES, 0.0)
    return 100 * world.figures.get(_UNANSWERED, 0.0) / probes if probes else 0.0


def _ledger(world: World, theatre: str, area: str) -> float:
    """In-place equivalents that the others have added and no departure has used up, readiness left aside."""
    t, i = world.scenario.theatre_index[theatre], world.scenario.area_index[area]
    return sum_of(amount for (at, of, _), amount in free_book(world).solid.items() if (at, of) == (t, i)) / UNIT


#: By the form of a path.
NUMBERS: dict[str, Reader] = {
    "spending/MEMBER": lambda world, member: world.members[member].spending,
    "pledge/MEMBER": lambda world, member: world.members[member].pledge,
    "on-path/MEMBER": lambda world, member: float(_on_path(world.members[member])),
    "on-path-count": _on_path_count,
    "personnel/PEOPLE": _personnel,
    "fulfilment/THEATRE/AREA": _fulfilment,
    "days/THEATRE": _days,
    "littoral/THEATRE/AREA": _littoral,
    "share/AREA": lambda world, area: 100 * area_shares(world)[area],
    LEDGER: _ledger,
    "majority": lambda world: float(majority(world)),
    "least-deterrence": _least_deterrence,
    "least-margin": _least_margin,
    "promises/SEAT": _promises,
    "shared-programmes/SEAT": _shared,
    **{form: partial(_of_the_withdrawn, form) for form in _WITHDRAWN},
    "invested-share/WAY": _invested_share,
    "probes-unanswered": _unanswered,
    "promises/broken": lambda world: float(count_of(promise.state == "broken" for promise in world.promises)),
    "texts/fallen": lambda world: float(count_of(text.state == "fallen" for text in world.texts.values())),
    "matches/missing": lambda world: float(count_of(each.covered < 1.0 for each in world.departures)),
    "turn": lambda world: float(world.turn),
}
