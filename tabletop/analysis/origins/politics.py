"""Where figures of words and moods come from: texts, injects, stances, ways to invest, seats, the adversary.

Knows what a scenario says of them, and of a blanked one what its reader may see.
"""

from collections.abc import Iterable, Mapping

from tabletop.analysis.origins.fields import figures_of, limits_of
from tabletop.analysis.origins.names import named
from tabletop.model.effects import Effect
from tabletop.model.figures.figure import POINTS, SHARE, TURNS
from tabletop.model.figures.glossary import figure_of
from tabletop.model.origin import Origin
from tabletop.model.scenario import Scenario
from tabletop.model.tracks import Declaration

#: Of what an author can say no source for: it is the author's own word.
JUDGEMENT = "judgement"


def text(scenario: Scenario, id: str) -> Origin:
    spec, of = scenario.texts[id], f"text/{id}"
    when = (("stands", spec.effects), ("each-turn", spec.each_turn), ("falls", spec.fallen))
    stands = [Origin(of=f"{of}/turns", name="Turns that it stands", value=float(spec.turns), unit=TURNS,
                     source=spec.basis)] if spec.turns else []  # fmt: skip
    return Origin(
        of=of,
        name=spec.title,
        source=spec.basis,
        made_of=(
            *stands,
            *(each for word, some in when for each in _effects(scenario, f"{of}/{word}", some, spec.basis)),
        ),
    )


def inject(scenario: Scenario, id: str) -> Origin:
    spec, of = scenario.injects[id], f"inject/{id}"
    parts = list(_effects(scenario, f"{of}/comes", spec.effects, spec.basis))
    for option in spec.options:
        parts += _effects(scenario, f"{of}/{option.id}", option.effects, spec.basis)
    return Origin(of=of, name=spec.title, source=spec.basis, made_of=tuple(parts))


def _effects(scenario: Scenario, of: str, effects: tuple[Effect, ...], basis: str) -> Iterable[Origin]:
    for n, effect in enumerate(effects, 1):
        figure = figure_of(effect.on, scenario.tracks)
        after = of.rpartition("/")[2]
        yield Origin(
            of=f"{of}/{n}",
            name=f"{after.replace('-', ' ')}: {effect.on if figure is None else named(scenario, effect.on, figure)}",
            value=effect.set or effect.add,
            unit="" if effect.set or figure is None else figure.unit,
            source=basis,
        )


def stance(scenario: Scenario, id: str) -> Origin:
    spec, of = scenario.stances[id], f"stance/{id}"
    sides = (("anchor", spec.anchor), ("others", spec.others))
    parts = [part for side, moved in sides for part in _declared(f"{of}/{side}", side, moved, spec.basis)]
    return Origin(of=of, name=spec.name, source=spec.basis, made_of=tuple(parts))


def _declared(of: str, side: str, moved: Declaration, basis: str) -> Iterable[Origin]:
    for key in ("commitment", "cohesion", "agreement", "capital", "support", "trust", "alarm", "condition"):
        if amount := getattr(moved, key):
            unit, _ = limits_of(Declaration, key)
            yield Origin(of=f"{of}/{key}", name=f"{key}, declared by {side}", value=amount, unit=unit, source=basis)


def way(scenario: Scenario, id: str) -> Origin:
    spec, of = scenario.ways[id], f"way/{id}"
    return Origin(of=of, name=spec.name, source=spec.basis, made_of=figures_of(of, spec))


def edge(scenario: Scenario, id: str) -> Origin:
    spec = scenario.edges[id]
    when = ", ".join(f"{each.path} {each.test} {each.value}" for each in spec.when)
    return Origin(of=f"edge/{id}", name=spec.name, value=when, source=spec.basis)


def law(scenario: Scenario, _: str) -> Origin:
    return figures_of("law", scenario.legal)[0]


def seat(scenario: Scenario, id: str) -> Origin:
    """A id's objectives, those that may be seen, and what it opens with."""
    spec, of = scenario.seats[id], f"seat/{id}"
    parts = [
        Origin(
            of=f"{of}/{each.id}", name=f"Weight of “{each.title}”", value=each.weight, unit="per cent", source=JUDGEMENT
        )
        for each in spec.objectives
    ]
    return Origin(of=of, name=spec.name, source=JUDGEMENT, made_of=(*parts, *openings(scenario)))


def openings(scenario: Scenario, *names: str) -> list[Origin]:
    """What all seats, or voters, open with, by an author's word alone."""
    of = names or tuple(scenario.figures)
    return [
        Origin(of=f"opening/{name}", name=f"{name.replace('_', ' ').capitalize()} at the opening",
               value=scenario.figures[name], unit=_OPENING_UNITS.get(name, POINTS), source=JUDGEMENT)
        for name in of
        if name in scenario.figures
    ]  # fmt: skip


_OPENING_UNITS: Mapping[str, str] = {"agreement": SHARE, "alarm": "level", "soldiers": SHARE}


def opening(scenario: Scenario, name: str) -> Origin:
    return openings(scenario, name)[0]


def lever(scenario: Scenario, id: str) -> Origin:
    spec = next(each for each in scenario.red.levers if each.id == id)
    of = f"lever/{id}"
    steps = ", ".join(f"{step:g}" for step in spec.steps)
    parts = tuple(_effects(scenario, f"{of}/pulled", spec.effects, JUDGEMENT))
    return Origin(of=of, name=spec.name, value=steps, unit=POINTS if steps else "", source=JUDGEMENT, made_of=parts)


def initiative(scenario: Scenario, number: str) -> Origin:
    spec = scenario.red.initiatives[int(number) - 1]
    return Origin(
        of=f"initiative/{number}",
        name=" and ".join(pull.lever for pull in spec.pulls),
        value=spec.weight,
        meaning="How likely among the others",
        source=JUDGEMENT,
    )
