"""Rows of the council table: texts on the table, standing and fallen, what can be tabled or said, promises. Pure."""

from collections.abc import Sequence

from tabletop.model.moves import Declare, MakePromise, TableText
from tabletop.model.record import Line
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.tui.kit.fit import GridColumn
from tabletop.tui.kit.gridlines import GridRow, titles
from tabletop.tui.look import palette
from tabletop.words.council import voice, voices
from tabletop.words.names import seat_name, text_name

COLUMNS = (
    GridColumn("", flex=True, keep=9, least=26),
    GridColumn("", keep=8),
    GridColumn("", keep=7, flex=True, least=14),
)
#: Headings by state of a text, in the order they are shown.
_STATES = (("open", "On the table"), ("standing", "Standing"), ("fallen", "Fallen"), ("withdrawn", "Withdrawn"))


def council_rows(levers: Levers, lines: Sequence[Line]) -> list[GridRow]:
    """Everything the council has before it, and what a seat may add."""
    world, seat = levers.world, levers.seat
    rows: list[GridRow] = []
    for state, title in _STATES:
        names = [name for name, text in world.texts.items() if text.state == state]
        if names:
            third = "your voice" if state == "open" and seat else ""
            rows += [titles(f"{title}: {len(names)}", "tabled by", third), *(_text(levers, name) for name in names)]
    if seat:
        rows += [*_kinds(world, seat), *_stances(world, seat)]
    return rows + _promises(world, lines)


def _text(levers: Levers, name: str) -> GridRow:
    world, seat = levers.world, levers.seat
    text = world.texts[name]
    sponsor = seat_name(world.scenario, text.sponsor, world.seats)
    if text.state == "open":
        parties = levers.texts.must_agree(text.kind)
        word = voices(text, len(parties)) if not seat else voice(text, seat) if seat in parties else "not asked"
        third = word, palette.LOW if word == "silence broken" else f"bold {palette.BRIGHT}"
    else:
        until = f"until turn {text.until}" if text.until else "for good"
        third = until if text.state == "standing" else f"turn {text.turn}", palette.LABEL
    title = text_name(world.scenario, name, world.seats)
    doubted = text.state in ("open", "standing") and levers.texts.against_ledger(text.kind, text.about)
    name_cell = (f"against the ledger: {title}", palette.LOW) if doubted else title
    return GridRow(("text", name), (name_cell, (sponsor, palette.TEXT), third))


def _kinds(world: World, seat: str) -> list[GridRow]:
    free = world.scenario.seats[seat].agenda
    rows = [titles("Can be tabled" + (f" ({free} a turn cost no order)" if free else ""), "about", "")]
    for kind, spec in world.scenario.texts.items():
        text = world.texts.get(kind)
        if not (text and text.state in ("open", "standing")):
            about = f"a {spec.about}" if spec.about else ""
            mine = any(isinstance(o.move, TableText) and o.move.kind == kind for o in world.seats[seat].orders)
            note = "▸ tabled this turn" if mine else ""
            rows.append(GridRow(("kind", kind), (spec.title, (about, palette.LABEL), (note, f"bold {palette.BRIGHT}"))))
    return rows if len(rows) > 1 else []


def _stances(world: World, seat: str) -> list[GridRow]:
    mine = next((o.move.stance for o in world.seats[seat].orders if isinstance(o.move, Declare)), "")
    rows = [titles("Declare", "", "")]
    for stance, spec in world.scenario.stances.items():
        price = spec.by(seat, world.scenario.names.anchor_seat).price
        does = "binds later" if spec.word else f"takes {price:g} capital" if price else ""
        note = "▸ on the sheet" if stance == mine else does
        rows.append(GridRow(("stance", stance), (spec.name, "", (note, palette.LABEL))))
    return rows


def _promises(world: World, lines: Sequence[Line]) -> list[GridRow]:
    """Promises this place knows of; their words stand in the record."""
    if not world.promises:
        return []
    texts = {line.n: line.move.text for line in lines if isinstance(line.move, MakePromise)}
    rows = [titles(f"Promises: {len(world.promises)}", "due", "state")]
    for n, promise in enumerate(world.promises):
        who = seat_name(world.scenario, promise.seat, world.seats)
        to = seat_name(world.scenario, promise.to, world.seats, the=True)
        words = " ".join(texts.get(promise.ref, "").split()) or promise.deed
        ink = {"kept": palette.HIGH_TEXT, "broken": palette.LOW}.get(promise.state, palette.TEXT)
        name = f"{who} to {to}: {words}" if words else f"{who} to {to}"
        rows.append(GridRow(("promise", str(n)), (name, (f"turn {promise.due}", palette.TEXT), (promise.state, ink))))
    return rows
