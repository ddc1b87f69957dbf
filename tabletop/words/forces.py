"""Forces in words: what a package counts for, the anchor's people against the floor of its law."""

import re
from typing import Final

from tabletop.model.figures.glossary import read_path
from tabletop.model.forces import Status
from tabletop.model.scenario import Scenario
from tabletop.words.names import SeatStates, figure_words, force_name, member_name, theatre_name, thing_name

_AFTER_THE_NOUN: Final = re.compile(r" [(]| (?:in|at|of|with|to|as|held) |, \d+ of |, second series |: ")
_AND: Final = re.compile(r", | and ")
_MANY: Final = {"is": "are", "has": "have", "was": "were"}
_ALIKE: Final = re.compile(r"corps|headquarters")
"""One or many."""


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
    return f"{'rotates through' if spec.rotational else 'in'} {member_name(scenario, spec.host, the=True)}"


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


def plural(name: str) -> bool:
    """Whether a force's name asks for a verb without an s: "Harrow galleys", "Chain boats, 2 of 3"."""
    nouns = [noun.split(" ")[-1].lower() for noun in _AND.split(_AFTER_THE_NOUN.split(name)[0])]
    many = [noun.endswith("s") and not noun.endswith("ss") and not _ALIKE.fullmatch(noun) for noun in nouns]
    return any(many) or (nouns[-1] == "aircraft" and len(nouns) > 1) or " and the " in name


def agreed(name: str, verb: str) -> str:
    """A verb as it goes with a force's name: "leaves", "leave"."""
    return _MANY.get(verb, verb.removesuffix("s")) if plural(name) else verb


def set_words(scenario: Scenario, on: str, word: str, seats: SeatStates | None = None) -> str:
    """What an effect sets in so many words: "Harrow galleys come", "Chain boats move to the Pass"."""
    figure, what = read_path(on)
    match figure.form if figure else "":
        case "force/FORCE" | "force/FORCE/status" if word == Status.AVAILABLE.value:
            name = force_name(scenario, what[0])
            return f"{name} {agreed(name, 'comes')}"
        case "force/FORCE/theatre":
            name = force_name(scenario, what[0])
            return f"{name} {agreed(name, 'moves')} to {theatre_name(scenario, word, the=True)}"
    return f"{figure_words(scenario, on, seats)} becomes {thing_name(scenario, word, seats, the=True)}"
