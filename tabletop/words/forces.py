"""Forces in words: what a package counts for, the anchor's people against the floor of its law."""

from tabletop.model.scenario import Scenario


def gives(scenario: Scenario, force: str) -> str:
    """What a package counts for, as "Land 1, Enablers 2"."""
    amounts = zip(scenario.areas.values(), scenario.forces[force].capability, strict=True)
    return ", ".join(f"{area.name} {amount:g}" for area, amount in amounts if amount)


def based(scenario: Scenario, force: str) -> str:
    """Where a package is at home: "in Poland", "rotates through Poland"; "" where nothing is said of it."""
    spec = scenario.forces[force]
    host = scenario.members.get(spec.host)
    if host is None:
        return "rotational" if spec.rotational else ""
    return f"{'rotates through' if spec.rotational else 'in'} {host.name}"


def people_line(scenario: Scenario, people: int, *, short: bool = False) -> str:
    """The anchor's people in theatre, and how far they are from the floor of its law. `short`: without its name."""
    name, floor = scenario.members[scenario.names.anchor].name, scenario.legal.floor
    off = f"{people - floor:,} above the floor" if people >= floor else f"{floor - people:,} below the floor"
    return f"{people:,} people, {off}" if short else f"{name}: {people:,} people in theatre, {off} of {floor:,}"


def floor_breached(scenario: Scenario, people: int) -> bool:
    """Whether the anchor's people in theatre are fewer than its law asks for."""
    return people < scenario.legal.floor


def law_words(scenario: Scenario, people: int, missing: float, capital: float) -> str:
    """Where people stand against the floor, what being below it costs, and what it costs now. `missing`: people that
    the law counts, 0 for none; `capital`: points they cost a turn."""
    floor, k = scenario.legal.floor, scenario.coefficients
    over = f"{people - floor:,} above the floor." if people >= floor else f"{floor - people:,} below the floor."
    price = f"capital {k.floor_capital:+g}, cohesion {k.floor_cohesion:+g}, trust {k.floor_trust:+g} a turn"
    law = f"Every {k.floor_step:,.0f} people below the floor that left unmatched and uncertified: {price}."
    now = f" Now {missing:,.0f} are missing: capital {capital:+.1f} a turn." if missing > 0 else ""
    return f"{over} {law}{now}"
