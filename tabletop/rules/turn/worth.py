"""What budgets keep of a member's forces: under what holds them they lose worth year by year, above it they gain."""

from tabletop.model.cause import Kind, because
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move


def keep_forces(draft: Draft) -> None:
    """A turn of every member's budget in the worth of its forces of the opening."""
    k, figures, members, keys = draft.scenario.coefficients, draft.figures, draft.members, draft.frame.worth
    if not k.keep_rate and not k.ageing:
        return
    industry = draft.scenario.names.industry
    ahead = figures[industry] - draft.scenario.tracks[industry].start
    ageing = k.ageing * (1 - k.industry_upkeep * ahead / k.industry_room)
    level, rate, most, record = k.keep_level, k.keep_rate, k.keep_most, draft.record
    for member in draft.frame.members:
        key = keys[member]
        over = (members[member].spending - level) / level
        if over > 0:
            full = (most - figures[key]) / (most - 1)
            kept = rate * min(over, k.keep_over) * max(0.0, full)
        else:
            kept = rate * max(-1.0, over)
        if record:
            kind: Kind = "forces-kept" if kept > ageing else "forces-age"
            move(draft, key, kept - ageing, because(kind, who=draft.seat_of(member)))
        else:
            figures[key] = max(0.0, figures[key] + kept - ageing)
    draft.forget()
