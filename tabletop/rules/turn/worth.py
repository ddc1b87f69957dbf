"""What budgets keep of a member's forces: under what holds them they lose worth year by year, above it they gain."""

from tabletop.model.cause import Cause, because
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move
from tabletop.rules.world.frame import Frame
from tabletop.rules.world.memory import by_scenario


def keep_forces(draft: Draft) -> None:
    """A turn of every member's budget in the worth of its forces of the opening."""
    k, figures = draft.scenario.coefficients, draft.figures
    if not k.keep_rate and not k.ageing:
        return
    industry = draft.scenario.names.industry
    ahead = figures[industry] - draft.scenario.tracks[industry].start
    ageing = k.ageing * (1 - k.industry_upkeep * ahead / k.industry_room)
    members, keys = draft.members, draft.frame.worth
    for member in draft.frame.members:
        key = keys[member]
        worth = figures[key]
        over = min(k.keep_over, max(-1.0, (members[member].spending - k.keep_level) / k.keep_level))
        kept = k.keep_rate * over
        if over > 0:
            kept *= max(0.0, k.keep_most - worth) / (k.keep_most - 1)
        change = kept - ageing
        move(draft, key, change, _cause(draft.frame, draft.seat_of(member), change > 0))


@by_scenario
def _cause(_: Frame, seat: str, gains: bool) -> Cause:
    return because("forces-kept" if gains else "forces-age", who=seat)
