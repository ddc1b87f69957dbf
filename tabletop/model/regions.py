"""Regions that forces stand in: how soon what stands there is elsewhere, and which theatres it is planned for.

Knows no force and no owner: whoever stands in a region follows its plans.
"""

from attrs import field, frozen

#: Days after which nothing counts any more: a theatre that a plan doesn't name is reached then.
LATER = 999.0


@frozen(kw_only=True)
class PlanSpec:
    """How forces of one mode of travel serve the theatres from a region; its id is the mode.

    `reach`: the latest day by which they are in a theatre, 0 where they are in place; a theatre that isn't named is
    reached later than any plan counts. `home` and `lent`: shares of 1 by theatre, of what is kept for the region's own
    plan and of what is lent to others.
    """

    id: str
    reach: tuple[float, ...]
    home: tuple[float, ...]
    lent: tuple[float, ...] = ()
    basis: str = "judgement"


@frozen(kw_only=True)
class RegionSpec:
    """A part of the map smaller than a theatre, or between two. `plans`: by mode of travel."""

    id: str
    name: str
    plans: dict[str, PlanSpec] = field(factory=dict)
