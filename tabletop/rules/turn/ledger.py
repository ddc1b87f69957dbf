"""The ledger of what the others have added, by theatre and area: each piece matches one departure, once."""

from collections.abc import Iterable

from tabletop.model.cause import Cause
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move
from tabletop.rules.world.frame import UNIT, Cells


def credit(draft: Draft, cells: Iterable[tuple[int, int, int]], cause: Cause, ref: int = 0) -> None:
    """Enters an addition; negative cells take it out again."""
    book, areas = draft.frame.book, len(draft.frame.areas)
    gained = [(book[t * areas + i], amount / UNIT) for t, i, amount in cells if amount]
    if gained:
        draft.credited(gained, cause, ref)


def coverage(draft: Draft, cells: Cells) -> float:
    """How much of what leaves the ledger covers, 0..1, weighted by what each cell means for deterrence; 1 is full."""
    covered = whole = 0.0
    for t, i, amount, weight in _weighed(draft, cells):
        have = max(0.0, draft.figures.get(_figure(draft, t, i), 0.0))
        covered += weight * min(amount, have)
        whole += weight * amount
    if not whole:
        return 1.0
    return min(1.0, covered / whole / draft.scenario.coefficients.full_match)


def use(draft: Draft, cells: Cells, cause: Cause, ref: int = 0) -> None:
    """Takes out of the ledger what a departure uses up."""
    for t, i, amount, _ in _weighed(draft, cells):
        have = max(0.0, draft.figures.get(_figure(draft, t, i), 0.0))
        if have and amount:
            move(draft, _figure(draft, t, i), -min(amount, have), cause, ref)


def _weighed(draft: Draft, cells: Cells) -> list[tuple[int, int, float, float]]:
    needs = draft.frame.needs
    return [(t, i, amount / UNIT, needs[t, i]) for t, i, amount in cells if (t, i) in needs]


def _figure(draft: Draft, t: int, i: int) -> str:
    return draft.frame.ledger[t, i]
