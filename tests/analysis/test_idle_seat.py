"""A seat that does nothing scores clearly below the same seat played, among capitals that play as they do."""

from collections.abc import Iterator
from statistics import fmean

import pytest

from tabletop.analysis.campaign import play_out, start_of
from tabletop.analysis.policies import POLICIES
from tabletop.model.moves import Move
from tabletop.model.world import World
from tests.long import sweep
from tests.play import nato

CLEARLY = 8.0
"""Points of 100; with 24 campaigns a seat the gaps are 17 and more."""


def result(seat: str, plays: bool, campaign: int) -> float:
    """What a seat comes to where all others play a mixed line and it plays for its objectives, or sits still."""

    def played(world: World, who: str, seed: str) -> Iterator[Move]:
        if who != seat:
            yield from POLICIES["mixed"](world, who, seed)
        elif plays:
            yield from POLICIES["own-objectives"](world, who, seed)

    return play_out(start_of(nato()), played, f"idle/{campaign}").objectives[seat]


@pytest.mark.parametrize("seat", list(nato().seats))
def test_an_idle_seat_scores_clearly_below_a_played_one(seat: str) -> None:
    runs = range(sweep(24, 5))

    gaps = [result(seat, True, n) - result(seat, False, n) for n in runs]

    assert fmean(gaps) > CLEARLY, gaps
