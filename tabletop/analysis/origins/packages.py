"""Where figures of needs and forces come from: what would deter, what packages count, where and how soon.

Knows what a scenario says of them, not where they stand by now.
"""

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from tabletop.analysis.origins.fields import figures_of
from tabletop.model.figures.figure import PART, SHARE
from tabletop.model.forces import ForceSpec, ProgrammeSpec
from tabletop.model.origin import Origin, about
from tabletop.model.regions import LATER, PlanSpec
from tabletop.model.scenario import Scenario
from tabletop.rules.world.arithmetic import sum_of
from tabletop.rules.world.presence import presence


def need(scenario: Scenario, theatre: str, area: str) -> Origin:
    """What would deter there in one area; its range is what it may as well be."""
    spec, kind = scenario.theatres[theatre], scenario.areas[area]
    i = scenario.area_index[area]
    weight = Origin(
        of=f"need/{theatre}/{area}/weight",
        name="Its part of the theatre's capability",
        value=spec.weights[i],
        unit=SHARE,
        range=PART,
        source=about(spec.basis, "weights"),
    )
    return Origin(
        of=f"need/{theatre}/{area}",
        name=f"{kind.name}, need in {spec.name}",
        value=spec.requirement[i],
        unit=kind.unit,
        range=(spec.low[i], spec.high[i]) if spec.low and spec.high else None,
        source=dict(spec.grounds).get(area) or about(spec.basis, "needs", "requirement"),
        made_of=(weight,),
    )


def needs(scenario: Scenario, theatre: str) -> list[Origin]:
    """Those of a theatre's areas that it needs anything of."""
    requirement = scenario.theatres[theatre].requirement
    return [need(scenario, theatre, area) for area, n in scenario.area_index.items() if requirement[n]]


def theatre(scenario: Scenario, id: str) -> Origin:
    spec, of = scenario.theatres[id], f"theatre/{id}"
    return Origin(of=of, name=spec.name, source=spec.basis, made_of=(*figures_of(of, spec), *needs(scenario, id)))


def force(scenario: Scenario, id: str) -> Origin:
    spec, of = scenario.forces[id], f"force/{id}"
    return Origin(
        of=of,
        name=spec.name,
        meaning="What it counts over all theatres, of what it can do",
        **_worth(scenario, spec),
        source=spec.basis,
        made_of=(
            *_capability(scenario, of, spec, "unit", "counts", "points", "size", "split", "make"),
            *figures_of(of, spec),
            *_placed(scenario, of, spec),
        ),
    )


def programme(scenario: Scenario, id: str) -> Origin:
    spec, of = scenario.programmes[id], f"programme/{id}"
    price, *others = figures_of(of, spec)
    worth = Origin(
        of=f"{of}/worth", name="What a tranche counts over all theatres", **_worth(scenario, spec),
        source=about(spec.basis, "region"),
    )  # fmt: skip
    return evolve(
        price,
        of=of,
        name=f"{spec.name}, price of a tranche",
        made_of=(*others, *_capability(scenario, of, spec, "effects"), worth, *_placed(scenario, of, spec)),
    )


def _worth(scenario: Scenario, spec: ForceSpec | ProgrammeSpec) -> dict[str, Any]:
    return {"value": sum_of(presence(scenario, spec)), "unit": SHARE, "range": PART}


def _capability(scenario: Scenario, of: str, spec: ForceSpec | ProgrammeSpec, *words: str) -> Iterable[Origin]:
    for (name, area), amount in zip(scenario.areas.items(), spec.capability, strict=True):
        if amount:
            yield Origin(
                of=f"{of}/{name}", name=area.name, value=amount, unit=area.unit, source=about(spec.basis, *words)
            )


def _placed(scenario: Scenario, of: str, spec: ForceSpec | ProgrammeSpec) -> Iterable[Origin]:
    """By what a package counts in theatres: where it stands, how its kind travels, how ready it is, or its author."""
    if not spec.region:
        for theatre, part in zip(scenario.theatres.values(), spec.presence, strict=True):
            if part:
                name = f"What counts of it in {theatre.name}"
                yield Origin(of=f"{of}/{theatre.id}", name=name, value=part, unit=SHARE, range=PART, source=spec.basis)
        return
    yield readiness_class(scenario, spec.readiness)
    kind = scenario.kinds[spec.kind]
    yield _plan(scenario, spec.region, scenario.regions[spec.region].plans[kind.travels])


def readiness_class(scenario: Scenario, name: str) -> Origin:
    spec = scenario.readiness[name]
    words = ("now", "within ten days", "within thirty", "later")
    return Origin(
        of=f"class/{name}",
        name=f"Readiness, {spec.name.lower()}",
        value=", ".join(f"{part:g} {when}" for part, when in zip(spec.parts, words, strict=True)),
        unit=SHARE,
        source=spec.basis,
    )


def _plan(scenario: Scenario, region: str, plan: PlanSpec) -> Origin:
    days = zip(scenario.theatres.values(), plan.reach, strict=True)
    return Origin(
        of=f"region/{region}/{plan.id}",
        name=f"{scenario.regions[region].name}, days to theatres ({plan.id})",
        value=", ".join(f"{theatre.short or theatre.name} {day:g}" for theatre, day in days if day < LATER),
        unit="days",
        source=plan.basis,
    )


def region(scenario: Scenario, id: str) -> Origin:
    spec = scenario.regions[id]
    plans = tuple(_plan(scenario, id, plan) for plan in spec.plans.values())
    source = "; ".join(dict.fromkeys(plan.source for plan in plans)) or "judgement"
    return Origin(of=f"region/{id}", name=spec.name, source=source, made_of=plans)


def kind(scenario: Scenario, id: str) -> Origin:
    spec = scenario.kinds[id]
    return Origin(of=f"kind/{id}", name=spec.name, value=spec.travels, meaning="How it travels", source=spec.basis)
