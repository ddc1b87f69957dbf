"""Where the thresholds of objectives come from: what counts nothing, what counts in full, of what, and by whose word.

Of a blanked scenario, of those objectives that its reader may see.
"""

from collections.abc import Iterable
from typing import Final

from tabletop.analysis.origins.names import named
from tabletop.model.effects import Condition
from tabletop.model.figures.figure import PER_CENT, Figure
from tabletop.model.figures.glossary import figure_of
from tabletop.model.origin import Origin
from tabletop.model.scenario import Scenario
from tabletop.model.seats import MeasureSpec, ObjectiveSpec

_WHEN: Final = {"final": "at the end", "min": "at its lowest", "mean": "on average"}


def objectives(scenario: Scenario) -> Iterable[str]:
    """Ids of objectives; of one that several seats have, SEAT/ID beside it."""
    return [
        *_by_id(scenario),
        *(f"{seat}/{id}" for id, own in _by_id(scenario).items() if len(own) > 1 for seat in own),
    ]


def objective(scenario: Scenario, *words: str) -> Origin:
    """An objective by its id, with the thresholds of all that it measures; where several seats have one of that id, all
    of them, or that of the seat named first."""
    own = _by_id(scenario)[words[-1]]
    if len(words) > 1:
        return _objective(scenario, f"objective/{'/'.join(words)}", words[0], own[words[0]])
    if len(own) == 1:
        ((seat, spec),) = own.items()
        return _objective(scenario, f"objective/{words[0]}", seat, spec)
    of = f"objective/{{}}/{words[0]}"
    parts = tuple(_objective(scenario, of.format(seat), seat, spec) for seat, spec in own.items())
    first = next(iter(own.values()))
    return Origin(of=f"objective/{words[0]}", name=first.title, source=first.basis, made_of=parts)


def _by_id(scenario: Scenario) -> dict[str, dict[str, ObjectiveSpec]]:
    found: dict[str, dict[str, ObjectiveSpec]] = {}
    for seat, spec in scenario.seats.items():
        for each in spec.objectives:
            found.setdefault(each.id, {})[seat] = each
    return found


def _objective(scenario: Scenario, of: str, seat: str, spec: ObjectiveSpec) -> Origin:
    parts = [each for n, part in enumerate(spec.parts, 1) for each in _measure(scenario, f"{of}/{n}", part, spec.basis)]
    for cut in spec.short:
        at = f"{of}/short-{cut.turns}"
        parts += [
            each for n, part in enumerate(cut.parts, 1) for each in _measure(scenario, f"{at}/{n}", part, spec.basis)
        ]
    name = f"Weight of “{spec.title}”, {scenario.seats[seat].name}"
    return Origin(
        of=of, name=name, value=spec.weight, unit=PER_CENT, source=spec.basis, meaning=spec.text, made_of=tuple(parts)
    )


def _measure(scenario: Scenario, of: str, part: MeasureSpec, basis: str) -> Iterable[Origin]:
    """The figures of one measure: its ends or steps, its share, what must hold."""
    row = figure_of(part.paths[0], scenario.tracks)
    what = f"{_what(scenario, part, row)}, {_when(part)}"
    unit = row.unit if row else ""
    if part.steps:
        for n, (word, points) in enumerate(part.steps, 1):
            yield Origin(of=f"{of}/step-{n}", name=f"“{word}” counts, of {what}", value=points, unit=PER_CENT,
                         source=basis)  # fmt: skip
    else:
        ends = (("floor", "counts nothing", part.floor), ("target", "counts in full", part.target))
        for key, name, value in ends:
            yield Origin(of=f"{of}/{key}", name=f"What {name}, of {what}", value=value, unit=unit, source=basis)
    if part.share != 100:
        yield Origin(of=f"{of}/share", name=f"Its part of the whole, of {what}", value=part.share, unit=PER_CENT,
                     source=basis)  # fmt: skip
    if part.only is not None:
        yield Origin(of=f"{of}/only", name="What must hold at the end", value=_must(scenario, part.only), source=basis)


def _what(scenario: Scenario, part: MeasureSpec, row: Figure | None) -> str:
    names = []
    for path in part.paths:
        each = figure_of(path, scenario.tracks)
        names.append(path if each is None else named(scenario, path, each))
    against = " against the opening" if part.relative else ""
    return f"{' and '.join(names)}{against}"


def _must(scenario: Scenario, must: Condition) -> str:
    row = figure_of(must.path, scenario.tracks)
    value = f"{must.value:g}" if isinstance(must.value, float) else must.value
    return f"{must.path if row is None else named(scenario, must.path, row)} {must.test} {value}"


def _when(part: MeasureSpec) -> str:
    if part.when == "at":
        return f"at the end of turn{'s' if len(part.at) > 1 else ''} {' and '.join(map(str, part.at))}"
    since = f" from turn {part.since}" if part.since > 1 else ""
    return f"{_WHEN[part.when]}{since}"
