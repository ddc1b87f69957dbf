"""What a package counts in each theatre, from where it stands, what it is and how ready it is; one rule for all owners.

A force is kept for its region's own plan and lent, in part, to others; it counts its share of a theatre, weighed by how
much of it is there how soon. So it counts once: over all theatres at most 1, and readiness and distance always cost.
Refuses to know who owns it and what it can do.
"""

from tabletop.model.coefficients import Coefficients
from tabletop.model.forces import ForceSpec, ProgrammeSpec
from tabletop.model.regions import LATER, PlanSpec
from tabletop.model.scenario import Scenario
from tabletop.rules.world.arithmetic import sum_of

#: By part of a class of readiness, the latest day on which it is ready to go.
READY = (0.0, 10.0, 30.0, LATER)


def presence(scenario: Scenario, spec: ForceSpec | ProgrammeSpec) -> tuple[float, ...]:
    """What it counts in each theatre of what it can do, 0..1, in the scenario's order.

    One that stands in no region counts as its author wrote.
    """
    if not spec.region:
        return spec.presence
    plan = scenario.regions[spec.region].plans[scenario.kinds[spec.kind].travels]
    return apportioned(scenario.coefficients, scenario.readiness[spec.readiness].parts, plan, spec.lend)


def worth(scenario: Scenario, spec: ForceSpec | ProgrammeSpec) -> float:
    """What it counts over all theatres: at most 1 where the rule says it."""
    return sum_of(presence(scenario, spec))


def apportioned(k: Coefficients, parts: tuple[float, ...], plan: PlanSpec, lend: float) -> tuple[float, ...]:
    """By theatre, the share that a force of those parts of readiness is planned for, times what it weighs there.

    `lend`: the part of it, 0..1, that is planned for other theatres than its region's own.
    """
    lent = plan.lent or (0.0,) * len(plan.home)
    return tuple(
        ((1 - lend) * own + lend * others) * weight(k, parts, day)
        for own, others, day in zip(plan.home, lent, plan.reach, strict=True)
    )


def weight(k: Coefficients, parts: tuple[float, ...], reach: float) -> float:
    """What one unit counts that travels for `reach` days: 1 where all of it stands ready, less the later parts come."""
    return sum_of(part * step(k, ready + reach) for part, ready in zip(parts, READY, strict=True))


def step(k: Coefficients, day: float) -> float:
    """What counts that is there by a day, 0..1: all of what is in place, nothing after thirty days."""
    if day <= 0:
        return 1.0
    if day <= READY[1]:
        return k.ten_days
    return k.thirty_days if day <= READY[2] else 0.0


def fixed(scenario: Scenario, spec: ForceSpec | ProgrammeSpec) -> bool:
    """Whether it can't be moved to another theatre, by itself or by its kind; it can be withdrawn all the same."""
    kind = scenario.kinds.get(spec.kind)
    return bool(kind and kind.fixed) or (isinstance(spec, ForceSpec) and spec.fixed)
