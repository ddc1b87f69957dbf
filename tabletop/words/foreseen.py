"""By which rule an expectation is marked, in a sentence."""

from typing import Final

from tabletop.analysis.foreseen import STILL

THE_RULE: Final = (
    f"Up to {STILL:g} points either way count as unchanged. ✓ as expected, × not, · that way, but by no more than that."
)
