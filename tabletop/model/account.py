"""Why a score moved, as it is told: causes with their sentences, which add up. Knows no word itself."""

from typing import NamedTuple

from tabletop.model.cause import Cause


class Worded(NamedTuple):
    """A contribution and its sentence."""

    words: str
    cause: Cause
    ref: int
    amount: float
    through: str


class Account(NamedTuple):
    """An explanation in words: `causes` add up to `after` - `before`."""

    score: str
    before: float
    after: float
    causes: tuple[Worded, ...]
