"""The rule of spending over the record of 2014 to 2025: its errors beside naive rules, its band, and both by member.

uv run python -m benchmarks.hindcast
"""

import time
from statistics import fmean

from tests.page import hindcast, spread
from tests.page.hindcast import RULES, SPANS, record
from tests.page.marks import as_table
from tests.play import nato

FOUR = SPANS[1]


def by_member() -> list[str]:
    """Mean absolute error of each rule four years ahead, a line a member, the largest economies first."""
    lines = [f"{'four years ahead':20}" + "".join(f"{name:>24}" for name in RULES)]
    for member in sorted(record(), key=lambda name: -nato().members[name].gdp):
        shares = record()[member]
        errors = (
            fmean(abs(of(shares, member, at, FOUR.years) - shares[at + FOUR.years]) for at in FOUR.origins)
            for of in RULES.values()
        )
        lines.append(f"{nato().members[member].name:20}" + "".join(f"{error:24.2f}" for error in errors))
    return lines


def main() -> None:
    began = time.perf_counter()
    print("mean absolute error in points of GDP, members alike (by output)\n")
    print(as_table(hindcast.table()))
    print("\nwhat happened, in the band of 80 of 100 draws\n")
    print(as_table(spread.table()))
    print("", *by_member(), sep="\n")
    ours, half = (hindcast.errors(RULES[name], FOUR)[1] for name in ("the game's rule", "half its pace, +.07"))
    verdict = "beats" if ours < half else "does not beat"
    print(f"\nBy output at four years the rule {verdict} half the path's pace: {ours:.3f} against {half:.3f}.")
    print(f"{time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
