"""Campaigns as `simulate` plays them, bots in all seats, and how they end. Knows no comparison.

Frequencies of the model with bots, not of the world.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from statistics import fmean, stdev

from attrs import evolve, frozen

from tabletop.analysis.campaign import play_out, start_of
from tabletop.analysis.policies import POLICIES
from tabletop.model.moves import Move
from tabletop.model.scenario import Scenario
from tabletop.model.world import World
from tabletop.rules.scores.edges import passed

SEED = "7"
IDLE = "idle"
SHOWN = (IDLE, "status-quo", "step-by-step", "own-objectives", "free-ride", "abrupt-exit", "mixed")
"""Policies of the table, in its order."""

#: The European share of what is needed, in per cent, from which Europe carries most.
MAJORITY = 50.0


@frozen(kw_only=True, eq=False)
class End:
    """Campaign number `n` of a policy: `scores` by turn, 0 being the opening; points of 100 by seat; edges passed."""

    n: int
    scores: Sequence[Mapping[str, float]]
    points: Mapping[str, float]
    edges: frozenset[str]


def end_of(scenario: Scenario, policy: str, n: int) -> End:
    """A campaign of a policy, the same that `simulate --seed 7` plays. IDLE: nobody orders anything."""
    start = _start(scenario)
    played = _nothing if policy == IDLE else POLICIES[policy]
    campaign = play_out(start, played, f"{SEED}/{n}")
    names = start.scenario.names
    kept = ("deterrence", names.share, names.commitment, names.cohesion, names.trust)
    margins = tuple(f"margin/{theatre}" for theatre in start.scenario.theatres)
    scores = tuple({name: float(told[name]) for name in (*kept, *margins)} for told in campaign.history)
    edges = frozenset(passed(evolve(start, turn=start.turns, history=tuple(map(dict, campaign.history)))))
    return End(n=n, scores=scores, points=campaign.objectives, edges=edges)


@lru_cache(maxsize=4)
def _start(scenario: Scenario) -> World:
    return start_of(scenario)


def _nothing(world: World, seat: str, seed: str) -> Iterable[Move]:
    return ()


def headings() -> str:
    return (
        f"{'policy':15} {'deterrence (sd)':>16} {'share':>6} {'commitment, cohesion, trust':>28} {'short':>6} "
        f"{'seats sd':>9} {'majority by 6, 7, 8':>20} {'edge':>6}"
    )


def row(scenario: Scenario, policy: str, some: Sequence[End]) -> str:
    """How a policy's campaigns end: deterrence against the opening with its standard deviation, European share, the
    three tracks, theatres short of pressure, the standard deviation of a seat's points (mean over seats), campaigns
    with a majority by the ends of three turns and with an edge passed, in per cent. Needs two campaigns."""
    names, last = scenario.names, [end.scores[-1] for end in some]
    gain = [end.scores[-1]["deterrence"] - end.scores[0]["deterrence"] for end in some]
    tracks = (fmean(told[name] for told in last) for name in (names.commitment, names.cohesion, names.trust))
    short = fmean(sum(value < 0 for name, value in told.items() if name.startswith("margin/")) for told in last)
    points = fmean(stdev([end.points[seat] for end in some]) for seat in some[0].points)
    led = (
        100 * fmean(any(told[names.share] >= MAJORITY for told in end.scores[1 : turn + 1]) for end in some)
        for turn in (6, 7, 8)
    )
    edge = 100 * fmean(bool(end.edges) for end in some)
    return (
        f"{policy:15} {fmean(gain):+9.1f} ({stdev(gain):.1f}) {fmean(told[names.share] for told in last):6.1f} "
        f"{', '.join(f'{track:.1f}' for track in tracks):>28} {short:6.1f} {points:9.1f} "
        f"{', '.join(f'{part:.0f}' for part in led):>20} {edge:6.0f}"
    )
