"""Causes of a score's change for a reader: joined over turns and terms, small ones grouped, each with its story."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from tabletop.analysis.wording import account
from tabletop.model.account import Account, Worded
from tabletop.model.moves import Adjust, Rule
from tabletop.model.record import Line
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.world.arithmetic import sum_of
from tabletop.words.cause_words import wording
from tabletop.words.names import Seats, score_name
from tabletop.words.sentences import cause_line

LEVELS = ("main causes", "every cause", "by term")
_MOST = 9
"""Causes shown one by one at the first level."""


@frozen
class Told:
    """One bar: `label`, points, and what stands behind it as sentences. `ref`: the number of its move, 0 for none."""

    label: str
    amount: float
    behind: tuple[str, ...] = ()
    ref: int = 0


def account_of(world: World, score: str) -> Account:
    """Why a score moved over the world's turn so far, in words. Raises KeyError for an unknown score."""
    return account(world, score, wording)


def joined(accounts: Sequence[Account]) -> Account:
    """Several turns as one: from the first's before to the last's after, causes one after another."""
    causes = tuple(cause for each in accounts for cause in each.causes)
    return Account(accounts[0].score, accounts[0].before, accounts[-1].after, causes)


def told_causes(
    explained: Account,
    level: int,
    by_number: Mapping[int, Line],
    scenario: Scenario,
    seats: Seats | None = None,
) -> list[Told]:
    """The bars of a level of `LEVELS`; they add up to the change as the causes do."""
    if level == 2:
        return _by_term(explained, scenario, seats)
    merged = _merged(explained, by_number, scenario, seats)
    if level == 1 or len(merged) <= _MOST + 1:
        return merged
    small = merged[_MOST:]
    named = tuple(f"{told.label} {told.amount:+.2f}" for told in small)
    return [*merged[:_MOST], Told(f"{len(small)} smaller causes", sum_of(told.amount for told in small), named)]


def terms(explained: Account) -> dict[str, float]:
    """Points by the term that causes worked through, in the order of their size."""
    sums: dict[str, float] = {}
    for cause in explained.causes:
        sums[cause.through] = sums.get(cause.through, 0.0) + cause.amount
    return dict(sorted(sums.items(), key=lambda told: -abs(told[1])))


def term_name(term: str, scenario: Scenario, seats: Seats | None = None) -> str:
    """ "Capability", or the score that causes worked on directly."""
    return score_name(scenario, term, seats)


def _by_term(explained: Account, scenario: Scenario, seats: Seats | None) -> list[Told]:
    rows = []
    for term, amount in terms(explained).items():
        behind = sorted((c for c in explained.causes if c.through == term), key=lambda c: -abs(c.amount))
        rows.append(
            Told(
                term_name(term, scenario, seats),
                amount,
                tuple(f"{_capital(cause.words)} {cause.amount:+.2f}" for cause in behind[:_MOST]),
            )
        )
    return rows


def _merged(explained: Account, by_number: Mapping[int, Line], scenario: Scenario, seats: Seats | None) -> list[Told]:
    """Causes of one name and move together, whatever terms they worked through."""
    groups: dict[tuple[str, int], list[Worded]] = {}
    for cause in explained.causes:
        groups.setdefault((cause.words, cause.ref), []).append(cause)
    rows = []
    for (name, ref), causes in groups.items():
        through: dict[str, float] = {}
        for cause in causes:
            through[cause.through] = through.get(cause.through, 0.0) + cause.amount
        parts = " · ".join(f"{term_name(t, scenario, seats)} {a:+.2f}" for t, a in through.items())
        story = cause_line(ref, by_number, scenario, seats)
        behind = ((f"{story[:1].upper()}{story[1:]}",) if story else ()) + ((f"Through: {parts}",) if parts else ())
        rows.append(Told(_label(name, by_number.get(ref)), sum_of(through.values()), behind, ref))
    return sorted(rows, key=lambda told: -abs(told.amount))


def _label(cause: str, line: Line | None) -> str:
    """A cause's name; a ruling or an adjustment takes its sentence or reason where it may be read."""
    match line.move if line else None:
        case Rule() as move:
            return f"Ruling: {move.public}" if move.public.strip() else f"Ruling on move {move.item}"
        case Adjust() as move:
            return f"Adjusted: {move.reason}" if move.reason.strip() else _capital(cause)
    return _capital(cause)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
