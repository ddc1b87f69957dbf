"""How far a long sweep goes: a sample of it by default, all of it under TABLETOP_LONG=1."""

import os
from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")

LONG: Final = bool(os.environ.get("TABLETOP_LONG"))

SCREENS: Final = LONG or "TABLETOP_PAINTED" in os.environ
"""Whether every change of a screen is painted and every save is loaded again, many like another among them."""


def sweep(whole: int, sample: int) -> int:
    """How many are tried."""
    return whole if LONG else sample


def some(places: Sequence[T], sample: int) -> Sequence[T]:
    """Those that are tried: evenly spread, the first and the last among them."""
    if LONG or len(places) <= sample:
        return places
    return [places[round(n * (len(places) - 1) / max(1, sample - 1))] for n in range(sample)]
