"""Causes of a score's change for a reader: joined over turns; by decision, one by one, by term; each with its story."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from tabletop.analysis.wording import account
from tabletop.model.account import Account, Worded
from tabletop.model.moves import Adjust, Move, Rule
from tabletop.model.record import Line
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.world.arithmetic import sum_of
from tabletop.words.cause_words import wording
from tabletop.words.names import SeatStates, capital, score_name
from tabletop.words.sentences import cause_line
from tabletop.words.why import Why, why

LEVELS = ("by decision", "every cause", "by term")
_PARTS = 9
"""Parts of a bar that are named one by one."""


@frozen
class CauseBar:
    """One bar: `label`, points, what stands behind it as sentences. `ref`: the number of its move, 0 for none.
    `sentence`: all that its label says in short, "" where it says all. `aside`: a few words for whoever has the room:
    the move, or what of it is luck."""

    label: str
    amount: float
    behind: tuple[str, ...] = ()
    ref: int = 0
    sentence: str = ""
    aside: str = ""


def account_of(world: World, score: str) -> Account:
    """Why a score moved over the world's turn so far, in words. Raises KeyError for an unknown score."""
    return account(world, score, wording)


def over_turns(accounts: Sequence[Account]) -> Account:
    """Several turns as one: from the first's before to the last's after, causes one after another."""
    causes = tuple(cause for each in accounts for cause in each.causes)
    return Account(accounts[0].score, accounts[0].before, accounts[-1].after, causes)


def cause_bars(change: Account, level: int, by_number: Mapping[int, Line], world: World) -> list[CauseBar]:
    """The bars of a level of `LEVELS`; they add up to the change as the causes do. `world`: what is seen of the one in
    which they are told."""
    scenario, seats = world.scenario, world.seats
    if level == 2:
        return _by_term(change, scenario, seats)
    if level == 1:
        return _merged(change, by_number, scenario, seats)
    return [decision_bar(each, by_number, world) for each in why(change, world, moves_of(by_number))]


def since_row(moved: float, turn: int) -> CauseBar:
    """What has happened to a score since the last review, as the last row of a waterfall."""
    label = f"Since the review, turn {turn} so far"
    return CauseBar(label, moved, ("Enter shows what it is made of.",))


def joined(rows: Sequence[CauseBar]) -> CauseBar:
    """Some small rows as one that names them."""
    names = tuple(f"{row.label} {row.amount:+.2f}" for row in rows)
    return CauseBar(smaller(len(rows)), sum_of(row.amount for row in rows), names)


def smaller(many: int) -> str:
    """What so many rows are called that are joined."""
    return f"{many} smaller ones"


def moves_of(by_number: Mapping[int, Line]) -> dict[int, Move]:
    """The moves of the lines that may be read, as sentences are made from them."""
    return {n: line.move for n, line in by_number.items()}


def decision_bar(told: Why, by_number: Mapping[int, Line], world: World) -> CauseBar:
    """A strand as a bar: behind it its sentence, its parts where it has several, the move."""
    strand = told.strand
    parts = sorted(_by_name(strand.causes).items(), key=lambda part: -abs(part[1]))
    several = " · ".join(f"{name} {amount:+.2f}" for name, amount in parts[:_PARTS]) if len(parts) > 1 else ""
    through = " · ".join(
        f"{term_name(term, world.scenario, world.seats)} {amount:+.2f}" for term, amount in strand.through.items()
    )
    behind = (
        capital(cause_line(strand.ref, by_number, world.scenario, world.seats)),
        several and f"Parts: {several}",
        f"Through: {through}" if len(strand.through) > 1 else "",
    )
    return CauseBar(told.label, told.amount, tuple(filter(None, behind)), strand.ref, told.sentence(), told.luck)


def _by_name(causes: Sequence[Worded]) -> dict[str, float]:
    sums: dict[str, float] = {}
    for cause in causes:
        name = capital(cause.words)
        sums[name] = sums.get(name, 0.0) + cause.amount
    return sums


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
        causes = sorted((c for c in change.causes if c.through == term), key=lambda c: -abs(c.amount))[:_PARTS]
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
            CauseBar(
                _label(name, by_number.get(ref)),
                sum_of(through.values()),
                tuple(filter(None, behind)),
                ref,
                aside=behind[0],
            )
        )
    return sorted(bars, key=lambda bar: -abs(bar.amount))


def _label(cause: str, line: Line | None) -> str:
    """A cause's name; a ruling or an adjustment takes its sentence or reason where it may be read."""
    match line.move if line else None:
        case Rule() as move:
            return f"Ruling: {move.public}" if move.public.strip() else capital(cause)
        case Adjust() as move:
            return f"Adjusted: {move.reason}" if move.reason.strip() else capital(cause)
    return capital(cause)
