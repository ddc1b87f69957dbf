"""Sums of money keep a decimal, and more where they are small."""

import pytest

from tabletop.words.money import money, signed


@pytest.mark.parametrize(("amount", "words"), [(0, "0.0"), (27.46, "27.5"), (1, "1.0"), (0.064, "0.064"), (-3, "-3.0")])
def test_small_sums_keep_their_digits(amount: float, words: str) -> None:
    assert money(amount) == words


def test_a_sign_stands_before_both_ways() -> None:
    assert (signed(0.25), signed(-2), signed(0)) == ("+0.25", "-2.0", "+0.0")
