"""Rows of the posture table: what leaves and has left, a seat's own forces, the anchor's packages by theatre with who
bears the need there, what would come from home. Pure: levers in, rows out."""

from collections.abc import Sequence

from textual.content import Content

from tabletop.model.forces import Status
from tabletop.model.moves import Assign, Backfill, CancelWithdrawal, Deploy, RefuseHosting, Withdraw
from tabletop.model.world import Phase, World
from tabletop.table.levers import Levers
from tabletop.tui.kit.bars import parts_bar
from tabletop.tui.kit.fit import GridColumn
from tabletop.tui.kit.gridlines import GridRow, titles
from tabletop.tui.look import palette
from tabletop.tui.look.signs import LEAVING, SHORT
from tabletop.words.cover import percent
from tabletop.words.forces import gives
from tabletop.words.names import force_name, seat_short, theatre_name
from tabletop.words.need import bearer_words
from tabletop.words.stations import station_words

_ALL = "All theatres"
_HEADS = ("where", "people", "", "cover", "by whom", "freed", "gives")
_BAR = 6
_NAMED = 2
"""Seats named that stand in for a package; the others as a number."""
_LEAST = 0.005
"""Part of a package below which nobody stands in."""


def posture_columns(levers: Levers) -> tuple[GridColumn, ...]:
    """Name, where, people, cover drawn and in figures, by whom, freed, gives. What a departure frees is the anchor's
    own: its column stays there before names are cut, while the others' forces stand in more places, in more words."""
    name, where = (29, 19) if _is_anchors(levers) else (34, 21)
    return (
        GridColumn("", flex=True, keep=9, least=name),
        GridColumn("", keep=8, flex=True, least=where),
        GridColumn("", right=True, keep=6),
        GridColumn("", keep=4),
        GridColumn("", right=True, keep=7),
        GridColumn("", keep=4),
        GridColumn("", right=True, keep=5),
        GridColumn("", keep=1, flex=True, least=40),
    )


def _is_anchors(levers: Levers) -> bool:
    return levers.seat in ("", levers.world.scenario.names.anchor_seat)


def posture_rows(levers: Levers, *, short: bool = False) -> list[GridRow]:
    """The anchor's packages for its own seat and for onlookers; a seat's own forces first for the others. `short`:
    theatres by their short names."""
    world, packages = levers.world, levers.packages
    leaving = [force for force in packages.anchor if world.forces[force].status is Status.LEAVING]
    absent = [absence.departure.force for absence in packages.absences]
    gone = [force for force in packages.anchor if world.forces[force].status is Status.ELSEWHERE]
    coming = [force for force in packages.coming if force not in leaving]
    own = [] if _is_anchors(levers) else _own(levers)
    rows = [
        *_group("Leaving", [_anchor(levers, "anchor", force) for force in leaving]),
        *_group("Gone from where it stood", [_left(levers, force) for force in dict.fromkeys([*absent, *gone])]),
        *_group("Announced for where this seat lies", [_anchor(levers, "coming", force) for force in coming]),
        *own,
        *_anchors(levers, {*leaving, *gone}, short),
    ]
    return _headed(rows)


def state_words(levers: Levers, force: str, *, named: bool = False) -> Content:
    """Where a package stands, and what the sheet says of it."""
    world, seat = levers.world, levers.seat
    for order in world.seats[seat].orders if seat else ():
        match order.move:
            case Withdraw(force=about) if about == force:
                return _on_sheet(f"leaves T{order.move.turn}")
            case CancelWithdrawal(force=about) if about == force:
                return _on_sheet("stays")
            case Assign(force=about) if about == force and order.move.turn > world.turn:
                where = theatre_name(world.scenario, order.move.theatre, short=True)
                return _on_sheet(f"to {where} T{order.move.turn}")
            case Deploy(force=about) | Assign(force=about) if about == force:
                return _on_sheet(f"to {theatre_name(world.scenario, order.move.theatre, short=True)}")
            case Backfill(replaces=about) if about == force:
                return _on_sheet("match promised")
            case RefuseHosting(force=about) if about == force:
                return _on_sheet("not hosted here")
    status = world.forces[force].status
    words = station_words(world, force, bound=levers.packages.bound(force), named=named)
    words = f"{LEAVING} {words}" if status is Status.LEAVING else words
    inks = {Status.LEAVING: palette.LOW, Status.ELSEWHERE: palette.DIM, Status.BUILDING: palette.LABEL}
    return Content.styled(words, inks.get(status, palette.TEXT))


def _headed(rows: list[GridRow]) -> list[GridRow]:
    """Titles of the columns stand in the first heading alone."""
    if not rows:
        return rows
    first, *rest = rows
    return [titles(first.cells[0].plain, *_HEADS), *rest] if first.key[1] != _ALL else [titles("", *_HEADS), *rows]


def _group(title: str, rows: Sequence[GridRow]) -> list[GridRow]:
    return [_heading(title), *rows] if rows else []


def _heading(title: str, note: str = "") -> GridRow:
    cell = Content.assemble(title, (f"   {note}" if note else "", palette.DIM))
    return GridRow(("heading", title), (cell,), heading=True)


def _anchors(levers: Levers, without: set[str], short: bool) -> list[GridRow]:
    """By theatre those that stand there, and what would come from home."""
    world, scenario = levers.world, levers.world.scenario
    rows = [_heading(_ALL, bearer_words(scenario, levers.bearers()))]
    there = [force for force in levers.packages.anchor if force not in without]
    home = [force for force in there if scenario.forces[force].reinforcement]
    for theatre in scenario.theatres:
        here = [force for force in there if world.forces[force].theatre == theatre and force not in home]
        if here:
            need = bearer_words(scenario, levers.bearers(theatre))
            rows.append(_heading(theatre_name(scenario, theatre, short=short), need))
            rows += [_anchor(levers, "anchor", f) for f in sorted(here, key=lambda force: _weight(world, force))]
    return [*rows, *_group("At home, comes when called", [_anchor(levers, "anchor", force) for force in home])]


def _weight(world: World, force: str) -> tuple[bool, bool, int]:
    """Formations that fight and may be moved first, those on the theatre's own ground, larger before smaller."""
    spec, theatre = world.scenario.forces[force], world.scenario.theatres[world.forces[force].theatre]
    return not (spec.combat and spec.movable), spec.host not in theatre.members, -spec.personnel


def _anchor(levers: Levers, kind: str, force: str) -> GridRow:
    world = levers.world
    spec, state = world.scenario.forces[force], world.forces[force]
    ours, there = spec.owner == world.scenario.names.anchor, state.status in (Status.AVAILABLE, Status.LEAVING)
    counted = ours and there and levers.packages.leaves(force)
    part = levers.packages.cover(force).full if counted else None
    who = who_words(levers, force) if part and part >= _LEAST else ""
    then = levers.packages.cover_after(force).full if counted and levers.seat and has_orders(levers) else part
    return _row(levers, kind, force, state_words(levers, force, named=kind == "coming"), part, who, then)


def _left(levers: Levers, force: str) -> GridRow:
    """A package that has left a place, how that is covered now; one that stands elsewhere says where."""
    cover = [each.match.full for each in levers.packages.absences if each.departure.force == force]
    kind = "anchor" if levers.world.forces[force].status is Status.ELSEWHERE else "left"
    who = "promised" if levers.world.forces[force].claim else ""
    return _row(levers, kind, force, state_words(levers, force, named=True), cover[-1] if cover else None, who)


def who_words(levers: Levers, force: str) -> str:
    """Who would stand in for a package, the largest part first: "Northern, Berlin +1"."""
    world, packages = levers.world, levers.packages
    seats = [seat for seat, part in packages.standing_in(force) if part >= _LEAST]
    named = ", ".join(seat_short(world.scenario, seat, world.seats) for seat in seats[:_NAMED])
    return named + (f" +{len(seats) - _NAMED}" if len(seats) > _NAMED else "")


def _own(levers: Levers) -> list[GridRow]:
    rows = [_row(levers, "own", force, state_words(levers, force, named=True)) for force in levers.packages.own]
    return _group("Own forces", rows)


def has_orders(levers: Levers) -> bool:
    """Whether a sheet is being written that could change what covers what."""
    return levers.world.phase is Phase.ORDERS and bool(levers.world.seats[levers.seat].orders)


def _row(
    levers: Levers, kind: str, force: str, status: Content, cover: float | None = None, who: str = "",
    then: float | None = None,
) -> GridRow:  # fmt: skip
    scenario, spec = levers.world.scenario, levers.world.scenario.forces[force]
    people = f"{spec.personnel:,}" if spec.personnel else ""
    freed = levers.packages.freed(force) if kind == "anchor" else 0.0
    points = f"{freed:.1f}" if freed >= 0.05 else ""
    drawn, figure = (cover_bar(cover), percent(cover)) if cover is not None else (Content(""), "")
    if cover is not None and then is not None and percent(then) != figure:
        figure = f"{figure.removesuffix(' %')} ▸ {percent(then)}"
    if not who and cover is not None and cover < _LEAST:
        who = "nobody"
    return GridRow(
        (kind, force),
        (
            force_name(scenario, force), status, (people, palette.TEXT), drawn, (figure, palette.TEXT),
            (who, palette.LOW if who == "nobody" and kind == "left" else palette.LABEL), (points, palette.TEXT),
            (gives(scenario, force), palette.LABEL),
        ),
    )  # fmt: skip


def cover_bar(part: float) -> Content:
    """How much of a package is covered, what is missing hatched."""
    ink = palette.MIDDLE if part < 1 else palette.HIGH
    return parts_bar([(100 * min(1.0, part), "▇", ink), (100 - 100 * part, SHORT, palette.RULE)], _BAR)


def _on_sheet(words: str) -> Content:
    return Content.styled(f"▸ {words}", f"bold {palette.BRIGHT}")
