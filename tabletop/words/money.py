"""Sums of money for people. Billion dollars everywhere."""


def money(amount: float) -> str:
    """One decimal, more where the sum is small."""
    return f"{amount:.1f}" if abs(amount) >= 1 or amount == 0 else f"{amount:.2g}"


def signed(amount: float) -> str:
    """The same with its sign."""
    return f"{'-' if amount < 0 else '+'}{money(abs(amount))}"
