"""Rows of the posture table: the anchor's packages by theatre, a seat's own forces. Pure: levers in, rows out."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.model.forces import Status
from tabletop.model.moves import Assign, Backfill, CancelWithdrawal, Deploy, Withdraw
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.tui.kit.fit import Column
from tabletop.tui.kit.gridlines import Row, titles
from tabletop.tui.look import palette
from tabletop.words.forces import gives
from tabletop.words.names import force_name, theatre_name

COLUMNS = (
    Column("", flex=True, keep=9, least=44),
    Column("", keep=8),
    Column("", right=True, keep=6),
    Column("", right=True, keep=5),
    Column("", flex=True, keep=4, least=24),
)


def posture_rows(levers: Levers) -> list[Row]:
    """The anchor's packages for its own seat and for onlookers; a seat's own forces first for the others."""
    world = levers.world
    if levers.seat in ("", world.scenario.names.anchor_seat):
        return _anchors(levers, ())
    leaving = [force for force in levers.packages.anchor if world.forces[force].status is Status.LEAVING]
    head = [titles("Leaving", "status", "people", "cover", "gives")] if leaving else []
    return [*head, *(_anchor(levers, force) for force in leaving), *_own(levers), *_anchors(levers, leaving)]


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
            return Content.styled("gone", palette.DIM)
        case Status.BUILDING:
            return Content.styled(f"due T{state.turn}", palette.LABEL)
    return Content.styled("in place", palette.TEXT)


def _anchors(levers: Levers, without: Sequence[str]) -> list[Row]:
    world = levers.world
    made: list[Row] = []
    first = True
    for theatre in world.scenario.theatres:
        here = [force for force in levers.packages.anchor if world.forces[force].theatre == theatre]
        inside = sorted((force for force in here if force not in without), key=lambda force: _weight(world, force))
        if not inside:
            continue
        where = theatre_name(world.scenario, theatre)
        made.append(titles(where, *(("status", "people", "cover", "gives") if first else ())))
        made += [_anchor(levers, force) for force in inside]
        first = False
    return made


def _weight(world: World, force: str) -> tuple[bool, bool, int]:
    """Formations that fight and may be moved first, those on the theatre's own ground, larger before smaller."""
    spec, theatre = world.scenario.forces[force], world.scenario.theatres[world.forces[force].theatre]
    return not (spec.combat and spec.movable), spec.host not in theatre.members, -spec.personnel


def _anchor(levers: Levers, force: str) -> Row:
    world = levers.world
    spec, state = world.scenario.forces[force], world.forces[force]
    there = state.status in (Status.AVAILABLE, Status.LEAVING)
    covered = f"{levers.packages.cover(force):.0%}" if there and spec.movable else ""
    people = f"{spec.personnel:,}" if spec.personnel else ""
    cells = (Content.styled(people, palette.TEXT), Content.styled(covered, palette.TEXT),
             Content.styled(gives(world.scenario, force), palette.LABEL))  # fmt: skip
    return Row(("anchor", force), (Content(spec.name), state_words(world, force, levers.seat), *cells))


def _own(levers: Levers) -> list[Row]:
    world = levers.world
    made = [titles("Own forces", "status", "people", "", "gives")]
    for force in levers.packages.own:
        spec, state = world.scenario.forces[force], world.forces[force]
        where = theatre_name(world.scenario, state.theatre, short=True)
        status = state_words(world, force, levers.seat)
        status = Content.styled(where, palette.TEXT) if status.plain == "in place" else status
        people = Content.styled(f"{spec.personnel:,}" if spec.personnel else "", palette.TEXT)
        worth = Content.styled(gives(world.scenario, force), palette.LABEL)
        name = Content(force_name(world.scenario, force))
        made.append(Row(("own", force), (name, status, people, Content(""), worth)))
    return made if len(made) > 1 else []


def _ordered(words: str) -> Content:
    return Content.styled(f"▸ {words}", f"bold {palette.BRIGHT}")
