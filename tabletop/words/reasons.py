"""What a seat acts for, in words: an objective by its title, a red line as the brief has it."""

from tabletop.model.scenario import Scenario
from tabletop.words.said import quoted


def reason_words(scenario: Scenario, seat: str, why: str) -> str:
    """`for its objective "House in order"`; "" of a reason that the reader's scenario does not hold."""
    kind, _, what = why.partition("/")
    spec = scenario.seats.get(seat)
    if not spec or not what:
        return ""
    if kind == "red-line":
        lines = spec.brief.red_lines
        n = int(what) if what.isascii() and what.isdigit() else 0
        return f"for its red line {quoted(lines[n - 1].rstrip('.'))}" if 0 < n <= len(lines) else ""
    mine = {objective.id: objective.title for objective in spec.objectives}
    joined = {f"{name}-{o.id}": o.title for name, other in scenario.seats.items() for o in other.objectives}
    title = mine.get(what) or joined.get(what, "")
    return f"for its objective {quoted(title)}" if title else ""


def for_what(scenario: Scenario, seat: str, why: str) -> str:
    """The same behind a sentence, in brackets; "" of none."""
    words = reason_words(scenario, seat, why)
    return f" ({words})" if words else ""
