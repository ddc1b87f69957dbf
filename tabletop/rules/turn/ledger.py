"""The ledger of what the others have added, by theatre and area: each piece matches one departure, once."""

from collections.abc import Iterable

from tabletop.model.cause import Cause
from tabletop.model.world import World
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move
from tabletop.rules.world.frame import UNIT, Cells, frame_of


def credit(draft: Draft, cells: Iterable[tuple[int, int, int]], cause: Cause, ref: int = 0) -> None:
    """Enters an addition; negative cells take it out again."""
    book, areas = draft.frame.book, len(draft.frame.areas)
    gained = [(book[t * areas + i], amount / UNIT) for t, i, amount in cells if amount]
    if gained:
        draft.change_ledger(gained, cause, ref)


def coverage(world: World, cells: Cells) -> float:
    """How much of what leaves the ledger covers, 0..1, weighted by what each cell means for deterrence; 1 is full."""
    cover = whole = 0.0
    for figure, amount, weight in _weighed(world, cells):
        have = max(0.0, world.figures.get(figure, 0.0))
        cover += weight * min(amount, have)
        whole += weight * amount
    if not whole:
        return 1.0
    return min(1.0, cover / whole / world.scenario.coefficients.full_match)


def use(draft: Draft, cells: Cells, cause: Cause, ref: int = 0) -> None:
    """Takes out of the ledger what a departure uses up."""
    for figure, amount, _ in _weighed(draft, cells):
        have = max(0.0, draft.figures.get(figure, 0.0))
        if have and amount:
            move(draft, figure, -min(amount, have), cause, ref)


def _weighed(world: World, cells: Cells) -> list[tuple[str, float, float]]:
    """Of cells with a need, the figure of the ledger, the amount and what one is worth."""
    frame = frame_of(world.scenario)
    return [(frame.ledger[t, i], n / UNIT, frame.needs[t, i]) for t, i, n in cells if (t, i) in frame.needs]
