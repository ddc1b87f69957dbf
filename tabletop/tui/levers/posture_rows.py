"""Rows of the posture table: the anchor's packages by theatre, a seat's own forces. Pure: levers in, rows out."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.model.forces import Status
from tabletop.model.moves import Assign, Backfill, CancelWithdrawal, Deploy, Withdraw
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.tui.kit.fit import GridColumn
from tabletop.tui.kit.gridlines import GridRow, titles
from tabletop.tui.look import palette
from tabletop.words.forces import gives
from tabletop.words.names import force_name, theatre_name

COLUMNS = (
    GridColumn("", flex=True, keep=9, least=44),
    GridColumn("", keep=8),
    GridColumn("", right=True, keep=6),
    GridColumn("", right=True, keep=5),
    GridColumn("", flex=True, keep=4, least=24),
)


def posture_rows(levers: Levers) -> list[GridRow]:
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
            case Withdraw(force=about) if about == force:
                return _on_sheet(f"leaves T{order.move.turn}")
            case CancelWithdrawal(force=about) if about == force:
                return _on_sheet("stays")
            case Deploy(force=about) | Assign(force=about) if about == force:
                return _on_sheet(f"to {theatre_name(world.scenario, order.move.theatre, short=True)}")
            case Backfill(replaces=about) if about == force:
                return _on_sheet("match promised")
    state = world.forces[force]
    match state.status:
        case Status.LEAVING:
            return Content.styled(f"leaves T{state.turn}", palette.LOW)
        case Status.ELSEWHERE:
            return Content.styled("gone", palette.DIM)
        case Status.BUILDING:
            return Content.styled(f"due T{state.turn}", palette.LABEL)
    return Content.styled("in place", palette.TEXT)


def _anchors(levers: Levers, without: Sequence[str]) -> list[GridRow]:
    world = levers.world
    rows: list[GridRow] = []
    for theatre in world.scenario.theatres:
        here = [force for force in levers.packages.anchor if world.forces[force].theatre == theatre]
        inside = sorted((force for force in here if force not in without), key=lambda force: _weight(world, force))
        if inside:
            heads = () if rows else ("status", "people", "cover", "gives")
            rows.append(titles(theatre_name(world.scenario, theatre), *heads))
            rows += [_anchor(levers, force) for force in inside]
    return rows


def _weight(world: World, force: str) -> tuple[bool, bool, int]:
    """Formations that fight and may be moved first, those on the theatre's own ground, larger before smaller."""
    spec, theatre = world.scenario.forces[force], world.scenario.theatres[world.forces[force].theatre]
    return not (spec.combat and spec.movable), spec.host not in theatre.members, -spec.personnel


def _anchor(levers: Levers, force: str) -> GridRow:
    world = levers.world
    spec, state = world.scenario.forces[force], world.forces[force]
    there = state.status in (Status.AVAILABLE, Status.LEAVING)
    cover = f"{levers.packages.cover(force):.0%}" if there and spec.movable else ""
    return _row(levers, "anchor", force, spec.name, state_words(world, force, levers.seat), cover)


def _own(levers: Levers) -> list[GridRow]:
    world = levers.world
    rows = [titles("Own forces", "status", "people", "", "gives")]
    for force in levers.packages.own:
        status = state_words(world, force, levers.seat)
        if status.plain == "in place":
            where = theatre_name(world.scenario, world.forces[force].theatre, short=True)
            status = Content.styled(where, palette.TEXT)
        rows.append(_row(levers, "own", force, force_name(world.scenario, force), status))
    return rows if len(rows) > 1 else []


def _row(levers: Levers, kind: str, force: str, name: str, status: Content, cover: str = "") -> GridRow:
    scenario = levers.world.scenario
    people = f"{scenario.forces[force].personnel:,}" if scenario.forces[force].personnel else ""
    worth = gives(scenario, force), palette.LABEL
    return GridRow((kind, force), (name, status, (people, palette.TEXT), (cover, palette.TEXT), worth))


def _on_sheet(words: str) -> Content:
    return Content.styled(f"▸ {words}", f"bold {palette.BRIGHT}")
