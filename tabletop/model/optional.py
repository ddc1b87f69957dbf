"""Rules that an exercise may do without. All of them are on unless its terms leave one out.

The only list of them. Each is asked about in one place: where its chance is drawn, or where its move is checked.
"""

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from tabletop.errors import TabletopError, did_you_mean

CHANCE_INJECTS: Final = "chance-injects"
DIRECTOR: Final = "director"
ELECTIONS: Final = "elections"
FREE_MOVES: Final = "free-moves"
MOODS: Final = "moods"
PLANS: Final = "plans"
PROBES: Final = "probes"
SLIPS: Final = "slips"


@frozen
class OptionalRule:
    """`name` as in "played without NAME", `what` the rule does, `without` what is so when it is left out."""

    id: str
    name: str
    what: str
    without: str


#: By id, in the order in which set-up offers them.
OPTIONAL: Final[dict[str, OptionalRule]] = {
    rule.id: rule
    for rule in (
        OptionalRule(
            CHANCE_INJECTS,
            "injects of chance",
            "Injects with a chance below 100 % may fire at the brief.",
            "Control fires them, or nobody does; what is certain still comes.",
        ),
        OptionalRule(
            DIRECTOR,
            "a director",
            "A director draws injects from the stock: a question for every seat each turn.",
            "Control fires from the stock, or nobody does.",
        ),
        OptionalRule(
            PROBES,
            "probes by chance",
            "The adversary may probe a theatre by itself, most where the margin is thin.",
            "It probes only where control orders it.",
        ),
        OptionalRule(
            MOODS,
            "moods",
            "Luck moves the adversary's rebuilding and the mood in the anchor's capital each turn.",
            "Both go on as expected.",
        ),
        OptionalRule(
            ELECTIONS,
            "elections",
            "A national vote moves support, political capital, and what its winners stand for, by luck.",
            "No vote is counted.",
        ),
        OptionalRule(
            PLANS,
            "luck of budgets",
            "A member's plan is kept with a chance: parliaments and prices move each turn's share.",
            "Every plan goes as expected.",
        ),
        OptionalRule(
            SLIPS,
            "late deliveries",
            "A tranche may arrive late, by one turn or more.",
            "What is ordered arrives when it is due, if there are soldiers for it.",
        ),
        OptionalRule(
            FREE_MOVES,
            "free moves",
            "A seat may argue a move that no rule knows; control rules on it.",
            "Such a move is refused.",
        ),
    )
}


def left_out(names: Iterable[str], place: str = "") -> tuple[str, ...]:
    """Ids of rules to leave out, sorted, each once. Raises TabletopError for a name that is no optional rule's."""
    ids = tuple(sorted(set(names)))
    for name in ids:
        if name not in OPTIONAL:
            hint = did_you_mean(name, tuple(OPTIONAL))
            raise TabletopError(f"there is no optional rule '{name}'", place=place, hint=hint)
    return ids
