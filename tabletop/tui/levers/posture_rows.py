"""Rows of the posture table: the anchor's packages by theatre, a seat's own forces. Pure: a world in, rows out."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.model.forces import Status
from tabletop.model.moves import Assign, Backfill, CancelWithdrawal, Deploy, Withdraw
from tabletop.model.world import World
from tabletop.rules.acts.options import anchor_forces, own_forces
from tabletop.rules.ahead.exits import cover
from tabletop.rules.scores.numbers import personnel
from tabletop.tui.kit.fit import Column
from tabletop.tui.kit.grid import Row
from tabletop.tui.look import palette
from tabletop.words.names import force_name, theatre_name

COLUMNS = (
    Column("", flex=True, keep=9, least=44),
    Column("", keep=8),
    Column("", right=True, keep=6),
    Column("", right=True, keep=5),
    Column("", flex=True, keep=4, least=24),
)


def posture_rows(world: World, seat: str) -> list[Row]:
    """The anchor's packages for its own seat and for onlookers; a seat's own forces first for the others."""
    names = world.scenario.names
    if not seat or seat == names.anchor_seat:
        return _anchors(world, seat, ())
    leaving = [force for force in anchor_forces(world) if world.forces[force].status is Status.LEAVING]
    head = [_titles("Leaving", "status", "people", "cover", "gives")] if leaving else []
    rest = _anchors(world, seat, leaving)
    return [*head, *(_anchor(world, seat, force) for force in leaving), *_own(world, seat), *rest]


def people_line(world: World) -> str:
    """The anchor's people in theatre against the floor of its law."""
    name = world.scenario.members[world.scenario.names.anchor].name
    return f"{name}: {personnel(world):,} people in theatre, floor {world.scenario.legal.floor:,}"


def gives(world: World, force: str) -> str:
    """What a package counts for, as "Land 1, Enablers 2"."""
    spec = world.scenario.forces[force]
    parts = [
        f"{area.name} {amount:g}"
        for area, amount in zip(world.scenario.areas.values(), spec.capability, strict=True)
        if amount
    ]
    return ", ".join(parts)


def state_words(world: World, force: str, seat: str) -> Content:
    """Where a package stands, and what the sheet says of it."""
    for order in world.seats[seat].orders if seat else ():
        match order.move:
            case Withdraw(force=named) if named == force:
                return _ordered(f"leaves T{order.move.turn}")
            case CancelWithdrawal(force=named) if named == force:
                return _ordered("stays")
            case Deploy(force=named) | Assign(force=named) if named == force:
                return _ordered(f"to {theatre_name(world.scenario, order.move.theatre, short=True)}")
            case Backfill(replaces=named) if named == force:
                return _ordered("match promised")
    state = world.forces[force]
    match state.status:
        case Status.LEAVING:
            return Content.styled(f"leaves T{state.turn}", palette.LOW)
        case Status.ELSEWHERE:
            return Content.styled("gone, matched" if state.matched else "gone", palette.DIM)
        case Status.BUILDING:
            return Content.styled(f"due T{state.turn}", palette.LABEL)
    return Content.styled("in place", palette.TEXT)


def _anchors(world: World, seat: str, without: Sequence[str]) -> list[Row]:
    made: list[Row] = []
    first = True
    for theatre in world.scenario.theatres:
        here = [force for force in anchor_forces(world) if world.forces[force].theatre == theatre]
        inside = sorted((force for force in here if force not in without), key=lambda force: _weight(world, force))
        if not inside:
            continue
        where = theatre_name(world.scenario, theatre)
        titles = ("status", "people", "cover", "gives") if first else ()
        made.append(_titles(where, *titles))
        made += [_anchor(world, seat, force) for force in inside]
        first = False
    return made


def _weight(world: World, force: str) -> tuple[bool, bool, int]:
    """Formations that fight and may be moved first, those on the theatre's own ground, larger before smaller."""
    spec, theatre = world.scenario.forces[force], world.scenario.theatres[world.forces[force].theatre]
    return not (spec.combat and spec.movable), spec.host not in theatre.members, -spec.personnel


def _anchor(world: World, seat: str, force: str) -> Row:
    spec, state = world.scenario.forces[force], world.forces[force]
    there = state.status in (Status.AVAILABLE, Status.LEAVING)
    covered = f"{cover(world, force):.0%}" if there and spec.movable else ""
    people = f"{spec.personnel:,}" if spec.personnel else ""
    cells = (Content.styled(people, palette.TEXT), Content.styled(covered, palette.TEXT),
             Content.styled(gives(world, force), palette.LABEL))  # fmt: skip
    return Row(("anchor", force), (Content(spec.name), state_words(world, force, seat), *cells))


def _own(world: World, seat: str) -> list[Row]:
    made = [_titles("Own forces", "status", "people", "", "gives")]
    for force in own_forces(world, seat):
        spec, state = world.scenario.forces[force], world.forces[force]
        where = theatre_name(world.scenario, state.theatre, short=True)
        told = state_words(world, force, seat)
        told = Content.styled(where, palette.TEXT) if told.plain == "in place" else told
        people = Content.styled(f"{spec.personnel:,}" if spec.personnel else "", palette.TEXT)
        worth = Content.styled(gives(world, force), palette.LABEL)
        name = Content(force_name(world.scenario, force))
        made.append(Row(("own", force), (name, told, people, Content(""), worth)))
    return made if len(made) > 1 else []


def _ordered(words: str) -> Content:
    return Content.styled(f"▸ {words}", f"bold {palette.BRIGHT}")


def _titles(*cells: str) -> Row:
    return Row(("heading", cells[0]), tuple(Content(cell) for cell in cells), heading=True)
