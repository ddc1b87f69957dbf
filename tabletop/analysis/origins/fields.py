"""Which fields of a scenario's tables are figures, and by which words the basis beside them speaks of each.

Unit and range are those that the scenario's limits say; knows no world.
"""

from typing import Any

from attrs import frozen

from tabletop.model.figures.figure import PER_CENT, POINTS, SHARE
from tabletop.model.forces import ForceSpec, ProgrammeSpec
from tabletop.model.members import MemberSpec
from tabletop.model.origin import Origin, about
from tabletop.model.posts import PostSpec
from tabletop.model.scenario import Legal
from tabletop.model.theatres import TheatreSpec
from tabletop.model.tracks import TrackSpec, WaySpec
from tabletop.scenario.kinds import Within
from tabletop.scenario.limits import LIMITS

#: Units whose range says something; of money, people and turns it is only what nobody would write by mistake.
_CLOSED = (POINTS, SHARE, PER_CENT)


@frozen
class FigureField:
    """`key`: the field. `words`: any of them in a clause's head makes it this figure's."""

    key: str
    name: str
    words: tuple[str, ...]


def _row(key: str, name: str, *words: str) -> FigureField:
    return FigureField(key, name, words or (key,))


#: By table, the first always; others are left out of an answer where they are nothing: that was never claimed.
FIELDS: dict[type, tuple[FigureField, ...]] = {
    MemberSpec: (
        _row("spending", "Share of GDP at the opening", "share", "spending"),
        _row("pledge", "Start of its pledge path", "share", "pledge"),
        _row("gdp", "GDP"),
        _row("soldiers", "Soldiers"),
        _row("poll", "Per cent of people for more defence spending"),
        _row("fiscal_room", "Fiscal room", "fiscal"),
        _row("elections", "Turns with a national vote", "vote", "votes"),
    ),
    PostSpec: (
        _row("weight", "Its part of command", "weight", "amounts"),
        _row("holder", "Holder at the opening", "holder"),
        _row("transition", "Turns of a handover", "pace"),
        _row("commitment", "Commitment when it passes to the others, at once", "amounts"),
        _row("anchor", "Commitment when it passes to the others, for good", "amounts"),
        _row("cohesion", "Cohesion when it passes to the others", "amounts"),
    ),
    ForceSpec: (
        _row("personnel", "People", "personnel", "people"),
        _row("lend", "Part planned for other theatres", "lend", "lending"),
        _row("tied", "Part that national tasks bind", "tied"),
        _row("on_paper", "What it is made of", "unit", "counts", "make", "batteries"),
        _row("freed", "Points that its leaving frees", "points", "freed"),
    ),
    ProgrammeSpec: (
        _row("price", "Price of a tranche", "cost", "price"),
        _row("running", "Running cost of a tranche", "cost", "running"),
        _row("first_lead", "Half-years from an order to its delivery", "lead"),
        _row("lead", "Half-years for the whole", "lead"),
        _row("tranches", "Tranches", "tranche", "tranches"),
        _row("lend", "Part planned for other theatres", "lend", "lending"),
        _row("soldiers", "Soldiers of a tranche", "soldiers"),
        _row("resolve", "Resolve of a tranche", "effects"),
    ),
    TheatreSpec: (
        _row("weight", "Its part of alliance figures", "weight"),
        _row("pressure", "Pressure at the opening"),
        _row("growth", "Growth of pressure"),
        _row("days", "Days that full shelves last", "days", "needs"),
    ),
    TrackSpec: (_row("start", "Level at the opening"),),
    WaySpec: (
        _row("per", "Money that gives its points"),
        _row("industry", "Points that it gives"),
        _row("delay", "Turns until it does"),
        _row("commitment", "Commitment that it moves"),
        _row("depends", "How slips hang on commitment", "depends"),
    ),
    Legal: (_row("floor", "People in theatre that the law asks for"),),
}


def figures_of(of: str, spec: Any) -> tuple[Origin, ...]:
    """The figures of one of a scenario's tables, in the order of the list, the first always; `of` is what the table is
    asked for by."""
    first, *others = FIELDS[type(spec)]
    rows = (first, *(row for row in others if getattr(spec, row.key) not in (0, "", ())))
    return tuple(_origin(of, spec, row) for row in rows)


def limits_of(kind: type, key: str, *, closed: bool = True) -> tuple[str, tuple[float, float] | None]:
    """A field's unit and range; where `closed`, the range only of units for which it says something."""
    limit = LIMITS[kind].get(key)
    if not isinstance(limit, Within):
        return "", None
    shown = limit.unit in _CLOSED or not closed
    return limit.unit, (limit.range.low, limit.range.high) if shown else None


def _origin(of: str, spec: Any, row: FigureField) -> Origin:
    value = getattr(spec, row.key)
    unit, ends = limits_of(type(spec), row.key)
    shown = ", ".join(str(each) for each in value) if isinstance(value, tuple) else value
    return Origin(
        of=f"{of}/{row.key}",
        name=row.name,
        value=shown if isinstance(shown, str) else float(shown),
        unit=unit,
        range=ends,
        source=about(spec.basis, *row.words),
    )
