"""How hard the company of a player alone is: by what a seat reaches that plays for its objectives among it."""

from statistics import fmean

from tabletop.analysis.campaign import play_out, start_of
from tabletop.words.policies import COMPANY
from tests.long import sweep
from tests.play import nato


def reached(policy: str) -> float:
    """Points on average over all seats and some seeds, in eight turns."""
    start, seats = start_of(nato()), nato().seats
    return fmean(
        play_out(start, dict.fromkeys(seats, policy) | {seat: "own-objectives"}, f"c{n}").objectives[seat]
        for seat in seats
        for n in range(sweep(12, 3))
    )


def test_company_is_named_from_the_easiest_to_the_hardest() -> None:
    points = [reached(policy) for policy, _ in COMPANY]

    assert points == sorted(points, reverse=True)
