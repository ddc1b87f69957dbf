"""Where figures of play come from: what a score is worked out of, with the source of each part.

Names what matters and not all that is there: a theatre's needs, the forces that fill most of them, the coefficients of
its equation. Knows no person's words for any of it.
"""

from collections.abc import Callable, Iterator
from functools import partial

from attrs import evolve

from tabletop.analysis.origins.drivers import BY_FORM, BY_PART, OF_MEMBERS, OPENINGS, chosen, part_of
from tabletop.analysis.origins.names import named
from tabletop.analysis.origins.packages import need, needs
from tabletop.analysis.origins.politics import openings
from tabletop.analysis.origins.things import coefficient, thing, track
from tabletop.model.coefficients import Coefficients
from tabletop.model.figures import forms
from tabletop.model.figures.figure import ANY, MOST, NUMBER, PART, SHARE, Figure
from tabletop.model.figures.glossary import FIGURES, figure_of, read_path
from tabletop.model.figures.path import path_of
from tabletop.model.origin import Grade, Origin, weakest
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import assess
from tabletop.rules.scores.paths import UnknownPath, value_at
from tabletop.rules.world.frame import frame_of

#: How many of a theatre's forces an answer names, those that fill most of its needs.
FORCES = 6
#: What stands as the source of a figure that is worked out of others, and of one that only moves have made.
_MADE, _PLAY = "worked out of what it is made of (docs/model.md)", "counted from what was played"
_COEFFICIENTS = tuple(Coefficients.__annotations__)


def figure(world: World, path: str) -> Origin | None:
    """What stands under a path of the glossary; None where nothing can be read there."""
    scenario = world.scenario
    row = figure_of(path, scenario.tracks) or (FIGURES[forms.SCORE] if path == scenario.names.share else None)
    if row is None:
        return None
    try:
        value = value_at(world, path)
    except (UnknownPath, KeyError, ValueError):
        return None
    parts = tuple(_parts(world, path, row))
    return Origin(
        of=path,
        name=named(scenario, path, row),
        value=value if isinstance(value, str) else float(value),
        unit=row.unit if row.gives == NUMBER else "",
        range=_ends(scenario, row),
        source=_MADE if parts else _PLAY,
        grade=weakest(part.grade for part in parts) if parts else Grade.PLAY,
        meaning=row.meaning,
        made_of=parts,
    )


def _ends(scenario: Scenario, row: Figure) -> tuple[float, float] | None:
    low, high = row.range
    if row.most:
        high = getattr(scenario.coefficients, row.most)
    return None if row.gives != NUMBER or row.range == ANY or high >= MOST else (low, high)


def _parts(world: World, path: str, row: Figure) -> Iterator[Origin]:
    """What a figure is worked out of: figures first, then what the scenario gives, then coefficients."""
    scenario, what = world.scenario, read_path(path)[1]
    if path in scenario.tracks:
        yield track(scenario, path)
        yield from _coefficients(scenario, BY_PART.get(part_of(scenario.names, path), ()))
        return
    if row.form in _MADE_OF:
        yield from _MADE_OF[row.form](world, *what)
    elif row.head in ("force", "programme", "post", "text", "inject") and what and row.gives == NUMBER:
        yield from _things(scenario, f"{row.head}/{what[0]}")
    yield from openings(scenario, *OPENINGS[row.form]) if row.form in OPENINGS else ()
    yield from _members(world, row.form, what)
    yield from _coefficients(scenario, BY_FORM.get(row.form, ()))


def _things(scenario: Scenario, *paths: str) -> Iterator[Origin]:
    yield from (each for path in paths if (each := thing(scenario, path)))


def _deterrence(world: World, theatre: str) -> Iterator[Origin]:
    """The three terms of a theatre's deterrence, what it needs, and who fills most of that."""
    scenario = world.scenario
    terms = assess(world, frame_of(scenario))[scenario.theatre_index[theatre]]
    for name in ("capability", "credibility", "clarity"):
        yield Origin(
            of=f"{path_of(forms.DETERRENCE, theatre)}/{name}", name=name.capitalize(), value=getattr(terms, name),
            unit=SHARE, range=PART, source=_MADE, grade=Grade.JUDGEMENT,
        )  # fmt: skip
    yield from (evolve(each, made_of=()) for each in needs(scenario, theatre))
    yield from _forces(world, theatre)


def _margin(world: World, theatre: str) -> Iterator[Origin]:
    for form in (forms.DETERRENCE, forms.PRESSURE):
        yield from _figures(world, path_of(form, theatre))
    yield from _deterrence(world, theatre)


def _by_theatre(form: str, world: World) -> Iterator[Origin]:
    """What stands under a form in every theatre, and the part of it that counts in an alliance's figure."""
    scenario = world.scenario
    for theatre in scenario.theatres:
        yield from _figures(world, path_of(form, theatre))
    yield from _weights(scenario)


def _share(world: World) -> Iterator[Origin]:
    yield from _figures(world, *(path_of("share/AREA", area) for area in world.scenario.areas))
    yield from _weights(world.scenario)


def _weights(scenario: Scenario) -> Iterator[Origin]:
    for theatre, spec in scenario.theatres.items():
        yield from _of_table(scenario, f"theatre/{theatre}", "weight", suffix=spec.name)


def _figures(world: World, *paths: str) -> Iterator[Origin]:
    """Other figures, named and not taken apart."""
    yield from (evolve(each, made_of=()) for path in paths if (each := figure(world, path)))


def _in_area(world: World, theatre: str, area: str) -> Iterator[Origin]:
    yield need(world.scenario, theatre, area)
    yield from _forces(world, theatre, area)


def _area(world: World, area: str) -> Iterator[Origin]:
    scenario, i = world.scenario, world.scenario.area_index[area]
    yield from (need(scenario, name, area) for name, spec in scenario.theatres.items() if spec.requirement[i])


def _of_table(scenario: Scenario, of: str, *keys: str, suffix: str = "") -> Iterator[Origin]:
    """Some figures of a thing, perhaps with its name behind theirs."""
    for each in _things(scenario, of):
        for part in (each.part(f"{of}/{key}") for key in keys):
            if part:
                yield evolve(part, name=f"{part.name}, {suffix}") if suffix else part


def _forces(world: World, theatre: str, area: str = "") -> Iterator[Origin]:
    """Forces that fill most of a theatre's needs, or of one, as they stand now: what each counts there."""
    scenario, frame = world.scenario, frame_of(world.scenario)
    t, spec = scenario.theatre_index[theatre], scenario.theatres[theatre]
    only = scenario.area_index.get(area)
    filled: dict[str, float] = {}
    for name, state in world.forces.items():
        for at, i, amount in frame.contribution(name, state):
            if at == t and spec.requirement[i] and only in (None, i):
                filled[name] = filled.get(name, 0.0) + amount * spec.weights[i] / spec.requirement[i]
    for name in sorted(filled, key=lambda each: (-filled[each], each))[:FORCES]:
        if each := thing(scenario, f"force/{name}"):
            yield evolve(each, made_of=())


def _members(world: World, form: str, what: tuple[str, ...]) -> Iterator[Origin]:
    keys = OF_MEMBERS.get(form, ())
    if not keys:
        return
    scenario = world.scenario
    seat = world.seats.get(what[0])
    for member in seat.members if seat else what[:1]:
        whole = thing(scenario, f"member/{member}")
        for key in keys:
            part = whole and (evolve(whole, made_of=()) if key == "spending" else whole.part(f"member/{member}/{key}"))
            if part:
                name = scenario.members[member].name
                yield part if part.name.startswith(name) else evolve(part, name=f"{name}, {part.name}")


def _coefficients(scenario: Scenario, wanted: tuple[str, ...]) -> Iterator[Origin]:
    """Those that do anything: what stands at nothing is a rule that this scenario doesn't have."""
    for name in chosen(_COEFFICIENTS, wanted):
        if getattr(scenario.coefficients, name):
            yield coefficient(scenario, name)


#: What figures are made of beside openings, members and coefficients, by form.
_MADE_OF: dict[str, Callable[..., Iterator[Origin]]] = {
    forms.DETERRENCE: _deterrence,
    forms.MARGIN: _margin,
    "deterrence": partial(_by_theatre, forms.DETERRENCE),
    "least-deterrence": partial(_by_theatre, forms.DETERRENCE),
    "least-margin": partial(_by_theatre, forms.MARGIN),
    forms.SCORE: _share,
    "majority": _share,
    "share/AREA": _area,
    forms.FULFILMENT: _in_area,
    "littoral/THEATRE/AREA": _in_area,
    forms.LEDGER: _in_area,
    forms.PRESSURE: lambda world, theatre: _of_table(world.scenario, f"theatre/{theatre}", "pressure", "growth"),
    forms.STOCK: lambda world, theatre: _of_table(world.scenario, f"theatre/{theatre}", "days"),
    "days/THEATRE": lambda world, theatre: _of_table(world.scenario, f"theatre/{theatre}", "days"),
    "personnel/PEOPLE": lambda world, _: _things(world.scenario, "law/floor"),
    "command": lambda world: _things(world.scenario, *(f"post/{post}" for post in world.scenario.posts)),
}
