"""A score's change as figures that add up to the digit. Pure; draws nothing."""

from collections.abc import Sequence
from math import floor

from attrs import frozen


@frozen
class Ledger:
    """Tenths of a point as shown: `before` plus `amounts` plus `other` is `after`, to the digit."""

    before: int
    amounts: tuple[int, ...]
    other: int
    after: int


def ledger(before: float, amounts: Sequence[float], after: float) -> Ledger:
    """Round to tenths so that the digits shown add up; what the causes leave unexplained becomes `other`."""
    start, end = round(before * 10), round(after * 10)
    rest = after - before - sum(amounts)
    other = round(rest * 10) if abs(rest) >= 0.05 else 0
    exact = [amount * 10 for amount in amounts]
    tenths = [floor(amount) for amount in exact]
    missing = end - start - other - sum(tenths)
    for number in sorted(range(len(exact)), key=lambda number: tenths[number] - exact[number])[: max(0, missing)]:
        tenths[number] += 1
    return Ledger(start, tuple(tenths), end - start - sum(tenths), end)
