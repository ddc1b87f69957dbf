"""What budgets keep of a member's forces: under what holds them they lose worth year by year, above it they gain."""

from tabletop.model.cause import Kind, because
from tabletop.model.coefficients import Coefficients
from tabletop.model.world import World
from tabletop.rules.world.draft import Draft
from tabletop.rules.world.figures import move


def keep_forces(draft: Draft) -> None:
    """A turn of every member's budget in the worth of its forces of the opening."""
    k, figures, members, keys = draft.scenario.coefficients, draft.figures, draft.members, draft.frame.worth
    if not k.keep_rate and not k.ageing:
        return
    old, home = ageing(draft), draft.home
    for member in draft.frame.members:
        key = keys[member]
        change = kept(k, members[member].spending, figures[key]) - old
        kind: Kind = "forces-kept" if change > 0 else "forces-age"
        move(draft, key, change, because(kind, who=home.get(member, "")))


def ageing(world: World) -> float:
    """What today's forces lose a turn by age, parts of their worth; a larger industry keeps them up longer."""
    k, industry = world.scenario.coefficients, world.scenario.names.industry
    ahead = world.figures[industry] - world.scenario.tracks[industry].start
    return k.ageing * (1 - k.industry_upkeep * ahead / k.industry_room)


def kept(k: Coefficients, spending: float, worth: float) -> float:
    """What a budget adds a turn to the worth of a member's forces, or takes from it, ageing left out. `spending` in per
    cent of GDP, `worth` as an index of 1 at the opening."""
    over = (spending - k.keep_level) / k.keep_level
    if over <= 0:
        return k.keep_rate * (over if over > -1 else -1.0)
    room = (k.keep_most - worth) / (k.keep_most - 1)
    return k.keep_rate * (over if over < k.keep_over else k.keep_over) * (room if room > 0 else 0.0)


def holding_share(k: Coefficients, worth: float, ageing: float) -> float:
    """The share, per cent of GDP, at which a budget makes good what age takes; 0 where none does."""
    room = max(0.0, k.keep_most - worth) / (k.keep_most - 1)
    over = ageing / (k.keep_rate * room) if k.keep_rate * room > 0 else k.keep_over + 1
    return k.keep_level * (1 + over) if over <= k.keep_over else 0.0
