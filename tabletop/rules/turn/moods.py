"""Moods: what luck does each turn beside all decisions, once for everybody."""

from tabletop.model.optional import MOODS
from tabletop.rules.world.chance import draw
from tabletop.rules.world.draft import Draft


def mood(draft: Draft, what: str, most: float) -> float:
    """Points by which something goes otherwise than expected this turn, from -`most` to `most`; 0 without luck."""
    if not most or not draft.luck or MOODS in draft.without:
        return 0.0
    return most * (2 * draw(draft.luck_key, draft.turn, "mood", what) - 1)
