"""Sums and powers that give the same on every interpreter and every machine. The one place that takes them.

From Python 3.12 on the builtin `sum` of floats makes up for what rounding lost, and a C library's `pow` may be a last
digit off another's. A world must not hang on either.
"""

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal

_GRID = 2.0**40
_STEPS = 1.5 * 2.0**52 / _GRID  # added and taken away again, it leaves a whole number of steps
_MOST = 8.0  # beyond it a float's last digit is no longer far finer than the grid
_EDGE = 0.5 / _GRID - 2.0**-49  # from here to the middle between two steps a last digit decides
_EXACT = Context(prec=50)


def sum_of(amounts: Iterable[float]) -> float:
    """The sum, added from the left one by one."""
    total = 0.0
    for amount in amounts:
        total += amount
    return total


def count_of(counts: Iterable[int]) -> int:
    """How many in all, of whole numbers or of truths: exact wherever it is counted."""
    return sum(counts)


def power(base: float, exponent: float) -> float:
    """A power of a number from 0 on, to the nearest multiple of 2**-40 (12 decimals), from 8 on to the last digit.

    What a C library answers is at most a last digit or two off. Near the middle between two multiples, and where a last
    digit is large, exact arithmetic decides. Raises OverflowError where no float holds it.
    """
    near: float = base**exponent
    nearest = (near + _STEPS) - _STEPS
    if near < _MOST and -_EDGE < near - nearest < _EDGE:
        return nearest
    exact = _EXACT.power(Decimal(base), Decimal(exponent))
    return float(exact) if near >= _MOST else int((exact * int(_GRID)).to_integral_value()) / _GRID


def highest_power(pairs: Sequence[tuple[float, float]]) -> int:
    """Where among bases from 0 to 1 and their exponents the highest `power` stands, the first of equals. Only those
    that a C library puts near the top are taken exactly. Raises ValueError for none."""
    near = [base**exponent for base, exponent in pairs]
    top = max(near) - 2 / _GRID
    first = [n for n, value in enumerate(near) if value >= top]
    return first[0] if len(first) == 1 else max(first, key=lambda n: power(*pairs[n]))
