"""How a departure is covered, in words: how much of it, by what, and for how long. Knows no price of it."""

from tabletop.model.scenario import Scenario
from tabletop.rules.world.book import Match
from tabletop.words.names import force_name, name_in, theatre_name

_LEAST = 0.005
"""Parts of a package below which nothing is said."""


def percent(part: float) -> str:
    """ "62 %"; what is not all of it never reads as 100."""
    return f"{min(99, round(100 * part)) if part < 1 else 100} %"


def cover_words(match: Match, until: int) -> str:
    """ "62 % solid, 31 % readiness until turn 4". `until`: the last turn in which readiness bridges."""
    parts = [f"{percent(min(1.0, match.solid))} solid"] if match.solid >= _LEAST else []
    if match.ready >= _LEAST:
        parts.append(f"{percent(match.ready)} readiness until turn {until}")
    return ", ".join(parts) or "nothing"


def covered_words(when: str, match: Match, until: int) -> str:
    """ "Now matched in part: 50 % readiness until turn 4", "Now not matched"."""
    words = f"{when} {verdict(match)}"
    return f"{words}: {cover_words(match, until)}" if match.full >= _LEAST else words


def verdict(match: Match) -> str:
    """matched, matched in part or not matched."""
    return "matched" if match.full >= 1 else "matched in part" if match.full >= _LEAST else "not matched"


def stand_in_words(scenario: Scenario, theatre: str, name: str, part: float, kinship: str, why: str) -> str:
    """What one force or tranche would match of a package in a theatre, or why not. `kinship`: same, family, other."""
    specs = scenario.programmes if name in scenario.programmes else scenario.forces
    own = name_in(scenario.kinds, specs[name].kind).lower()
    place = theatre_name(scenario, theatre, short=True, the=True)
    match why:
        case "fixed":
            return "nothing: it is fixed"
        case "there":
            return "nothing: there already"
        case "kind":
            return f"nothing: other kind ({own})"
        case "place":
            return f"nothing: not in {place}"
    kind = "same kind" if kinship == "same" else f"{own}, counts in part"
    return f"{percent(part)}: {kind}"


def wanted_words(scenario: Scenario, package: str, theatre: str) -> str:
    """What matches a package of the anchor's, and where: "It takes surface ships in Mediterranean and south."."""
    kind = name_in(scenario.kinds, scenario.forces[package].kind).lower()
    return f"It takes {kind} in {theatre_name(scenario, theatre, the=True)}."


def claim_words(scenario: Scenario, claim: str) -> str:
    """A match that has been promised, "" for none."""
    return f"match promised: {force_name(scenario, claim)}" if claim else ""
