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
from tabletop.words.names import SeatStates, capital, score_name
from tabletop.words.sentences import cause_line

LEVELS = ("main causes", "every cause", "by term")
_MOST = 9
"""Causes shown one by one at the first level."""


@frozen
class CauseBar:
    """One bar: `label`, points, and what stands behind it as sentences. `ref`: the number of its move, 0 for none."""

    label: str
    amount: float
    behind: tuple[str, ...] = ()
    ref: int = 0


def account_of(world: World, score: str) -> Account:
    """Why a score moved over the world's turn so far, in words. Raises KeyError for an unknown score."""
    return account(world, score, wording)


def over_turns(accounts: Sequence[Account]) -> Account:
    """Several turns as one: from the first's before to the last's after, causes one after another."""
    causes = tuple(cause for each in accounts for cause in each.causes)
    return Account(accounts[0].score, accounts[0].before, accounts[-1].after, causes)


def cause_bars(
    change: Account,
    level: int,
    by_number: Mapping[int, Line],
    scenario: Scenario,
    seats: SeatStates | None = None,
) -> list[CauseBar]:
    """The bars of a level of `LEVELS`; they add up to the change as the causes do."""
    if level == 2:
        return _by_term(change, scenario, seats)
    bars = _merged(change, by_number, scenario, seats)
    if level == 1 or len(bars) <= _MOST + 1:
        return bars
    small = bars[_MOST:]
    names = tuple(f"{bar.label} {bar.amount:+.2f}" for bar in small)
    return [*bars[:_MOST], CauseBar(f"{len(small)} smaller causes", sum_of(bar.amount for bar in small), names)]


def terms(change: Account) -> dict[str, float]:
    """Points by the term that causes worked through, in the order of their size."""
    sums = _through(change.causes)
    return dict(sorted(sums.items(), key=lambda term: -abs(term[1])))


def _through(causes: Sequence[Worded]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for cause in causes:
        sums[cause.through] = sums.get(cause.through, 0.0) + cause.amount
    return sums


def term_name(term: str, scenario: Scenario, seats: SeatStates | None = None) -> str:
    """ "Capability", or the score that causes worked on directly."""
    return score_name(scenario, term, seats)


def _by_term(change: Account, scenario: Scenario, seats: SeatStates | None) -> list[CauseBar]:
    bars = []
    for term, amount in terms(change).items():
        causes = sorted((c for c in change.causes if c.through == term), key=lambda c: -abs(c.amount))[:_MOST]
        behind = tuple(f"{capital(cause.words)} {cause.amount:+.2f}" for cause in causes)
        bars.append(CauseBar(term_name(term, scenario, seats), amount, behind))
    return bars


def _merged(
    change: Account, by_number: Mapping[int, Line], scenario: Scenario, seats: SeatStates | None
) -> list[CauseBar]:
    """Causes of one name and move together, whatever terms they worked through."""
    groups: dict[tuple[str, int], list[Worded]] = {}
    for cause in change.causes:
        groups.setdefault((cause.words, cause.ref), []).append(cause)
    bars = []
    for (name, ref), causes in groups.items():
        through = _through(causes)
        parts = " · ".join(f"{term_name(t, scenario, seats)} {a:+.2f}" for t, a in through.items())
        behind = (capital(cause_line(ref, by_number, scenario, seats)), f"Through: {parts}")
        bars.append(
            CauseBar(_label(name, by_number.get(ref)), sum_of(through.values()), tuple(filter(None, behind)), ref)
        )
    return sorted(bars, key=lambda bar: -abs(bar.amount))


def _label(cause: str, line: Line | None) -> str:
    """A cause's name; a ruling or an adjustment takes its sentence or reason where it may be read."""
    match line.move if line else None:
        case Rule() as move:
            return f"Ruling: {move.public}" if move.public.strip() else f"Ruling on move {move.item}"
        case Adjust() as move:
            return f"Adjusted: {move.reason}" if move.reason.strip() else capital(cause)
    return capital(cause)
