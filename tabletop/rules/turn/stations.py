"""The one place where a force changes its station: what it frees, and what the ledger of matches makes of it."""

from tabletop.model.cause import Cause
from tabletop.model.figures.forms import READINESS
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Force, Status
from tabletop.rules.turn.ledger import credit
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.evolving import evolve
from tabletop.rules.world.figures import move
from tabletop.rules.world.frame import Cells, there


def station(draft: Draft, force: str, new: Force, cause: Cause, ref: int = 0) -> None:
    """Gives a force a new state. The anchor's free resources by leaving; the others' count in the ledger, moves too."""
    old = draft.forces[force]
    spec = draft.scenario.forces[force]
    gained = draft.set_force(force, new, cause, ref)
    if spec.owner == draft.scenario.names.anchor:
        if there(old) != there(new):
            freed = draft.frame.freed_by(force)
            move(draft, draft.scenario.names.freed, -freed if there(new) else freed, cause, ref)
        return
    if gained:
        credit(draft, gained if spec.programme else _ready(draft, spec.owner, gained), cause, ref)
    if spec.programme and old.status is Status.BUILDING and new.status is Status.AVAILABLE:
        programme = draft.programmes[spec.programme]
        draft.set_programme(spec.programme, evolve(programme, delivered=programme.delivered + 1))


def _ready(draft: Draft, owner: str, cells: Cells) -> Cells:
    """What a force of today is worth at its seat's level of readiness; new ones have none."""
    level = draft.figures.get(path_of(READINESS, draft.seat_of(owner)), 0.0)
    if not level:
        return cells
    factor = 1 + draft.scenario.coefficients.readiness_gain * level
    return tuple((t, i, round(amount * factor)) for t, i, amount in cells)
