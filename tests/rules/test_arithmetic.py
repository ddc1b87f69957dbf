"""Sums and powers are taken in one place, and give there what no interpreter and no C library changes."""

import ast
from collections.abc import Iterator
from decimal import Decimal, localcontext
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tabletop.rules.world import arithmetic
from tabletop.rules.world.arithmetic import count_of, highest_power, power, sum_of

PACKAGE = Path(arithmetic.__file__).parents[2]
WORLD = ("model", "rules", "files", "scenario", "journal", "analysis", "table")
#: Functions whose last digit hangs on a C library, or on an interpreter's way of summing.
LOOSE = {"exp", "expm1", "log", "log1p", "log2", "log10", "pow", "tanh", "sin", "cos", "tan", "hypot", "dist", "cbrt",
         "sumprod", "statistics", "fmean", "prod", "gamma", "erf"}  # fmt: skip
#: What an explanation is made of, told and never kept.
TOLD = {"analysis/explain.py": {"exp", "log"}}

amounts = st.floats(-1e6, 1e6)


@given(st.lists(amounts, max_size=12))
@example([0.1] * 10)
@example([1e16, 1.0, -1e16])
def test_a_sum_is_added_from_the_left_one_by_one(parts: list[float]) -> None:
    left = 0.0
    for part in parts:
        left = left + part

    assert sum_of(parts) == left
    assert sum_of(iter(parts)) == left


def test_a_sum_makes_up_for_nothing_that_rounding_lost() -> None:
    assert sum_of([0.1] * 10) == 0.9999999999999999
    assert sum_of([1e16, 1.0, -1e16]) == 0.0
    assert type(sum_of([])) is float
    assert count_of([True, False, True]) == 2


@given(st.floats(0, 40), st.floats(0, 2))
@example(0.7321, 0.35)
@example(2.0, 3.0)
@example(30.0, 1.1)
def test_a_power_is_the_true_one_to_twelve_decimals(base: float, exponent: float) -> None:
    with localcontext(prec=60):
        true = Decimal(base) ** Decimal(exponent) if base or exponent else Decimal(1)
        made = Decimal(power(base, exponent))
        steps = made * 2**40
        nearest = steps == steps.to_integral_value() and abs(made - true) <= Decimal(2) ** -41

    assert nearest if power(base, exponent) < 8 else float(true) == float(made)


@pytest.mark.parametrize("off", [-2, -1, 0, 1, 2])
@pytest.mark.parametrize("exponent", [0.15, 0.35, 0.5, 0.75])
def test_a_library_that_is_a_last_digit_off_gives_the_same_power(exponent: float, off: int) -> None:
    class Off(float):
        def __pow__(self, by: float, _: object = None) -> float:
            true: float = float(self) ** by
            return true + off * 2.0**-53

    bases = [n / 997 for n in range(1, 997)]

    assert [power(Off(base), exponent) for base in bases] == [power(base, exponent) for base in bases]


def calls(file: Path) -> Iterator[tuple[int, str]]:
    """Lines of a module on which something is summed, raised or asked of a C library."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="sum" | "pow" as name)):
                yield node.lineno, name
            case ast.BinOp(op=ast.Pow(), left=ast.Constant(value=int()), right=ast.Constant(value=int())):
                pass
            case ast.BinOp(op=ast.Pow()) | ast.AugAssign(op=ast.Pow()):
                yield node.lineno, "**"
            case ast.ImportFrom(module="math" | "statistics" | "cmath") | ast.Import():
                for alias in node.names:
                    if alias.name in LOOSE:
                        yield node.lineno, alias.name
            case ast.Attribute(value=ast.Name(id="math"), attr=name) if name in LOOSE:
                yield node.lineno, name


@pytest.mark.parametrize("layer", WORLD)
def test_nothing_else_under_the_screens_sums_or_raises(layer: str) -> None:
    files = sorted((PACKAGE / layer).rglob("*.py"))
    found = [
        f"{file.relative_to(PACKAGE).as_posix()}:{line}: {name}"
        for file in files
        if file.name != "arithmetic.py"
        for line, name in calls(file)
        if name not in TOLD.get(file.relative_to(PACKAGE).as_posix(), ())
    ]

    assert files
    assert found == [], "take it from tabletop.rules.world.arithmetic"


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0.01, 5000)), min_size=1, max_size=40))
@example([(0.5, 2.0), (0.25, 1.0)])
@example([(0.25, 1.0), (0.5, 2.0), (0.9, 1000.0)])
@example([(0.0, 1.0), (0.0, 3.0)])
def test_the_highest_power_is_the_one_that_all_powers_taken_would_name(pairs: list[tuple[float, float]]) -> None:
    powers = [power(*pair) for pair in pairs]

    assert highest_power(pairs) == powers.index(max(powers))
