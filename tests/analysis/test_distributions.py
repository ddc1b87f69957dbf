"""Means and quantiles that anybody can check by hand."""

import pytest

from tabletop.analysis.distributions import Spread, quantile, spread_of


def test_a_spread_of_eleven_values_is_read_off() -> None:
    assert spread_of([float(n) for n in (10, 0, 5, 1, 9, 2, 8, 3, 7, 4, 6)]) == Spread(5.0, 1.0, 5.0, 9.0)


def test_between_two_values_a_quantile_is_on_the_line() -> None:
    assert quantile([0.0, 10.0], 0.1) == pytest.approx(1.0)
    assert quantile([4.0], 0.9) == 4.0


def test_the_order_of_values_does_not_matter() -> None:
    values = [0.1 * n for n in range(100)]

    assert spread_of(values) == spread_of(values[::-1])


def test_no_values_have_no_spread() -> None:
    with pytest.raises(ValueError, match="no values"):
        spread_of([])
