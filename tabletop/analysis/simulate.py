"""Many seeded campaigns and what they show: frequencies of the model with bots, not of the world."""

from collections.abc import Callable, Mapping, Sequence
from math import fsum
from typing import Any

from attrs import asdict, frozen

from tabletop.analysis.distributions import Spread, spread
from tabletop.analysis.workers import Outcome, Plan, chunks, outcomes, score_names
from tabletop.model.world import World

#: What every output of a simulation must say.
WHAT = "frequencies of the model with bots, not of the world"
#: Points from which an objective counts as met.
MET = 75.0


@frozen(kw_only=True)
class Study:
    """`scores[name][turn]`, 0 being the opening; `objectives` and `met` (share of campaigns) by seat."""

    plan: str
    runs: int
    asked: int
    seed: str
    scores: Mapping[str, Sequence[Spread]]
    objectives: Mapping[str, Spread]
    met: Mapping[str, Mapping[str, float]]
    majority: float
    majority_and_freed: float
    probes: float

    @property
    def whole(self) -> bool:
        """Whether all campaigns asked for were played."""
        return self.runs == self.asked


def simulate(
    start: World,
    plan: Plan,
    runs: int,
    seed: str,
    workers: int = 1,
    done: Callable[[int], None] = lambda _: None,
    told: Callable[[str], None] = lambda _: None,
) -> Study:
    """Plays `runs` campaigns numbered from 0; `done` hears how many more are, `told` of workers that died.

    Interrupted, it gives what it has. Raises KeyboardInterrupt when nothing was finished.
    """
    made: list[Outcome] = []
    try:
        for some in outcomes(start, chunks(plan, runs, workers), seed, workers, told):
            made += some
            done(len(some))
    except KeyboardInterrupt:
        if not made:
            raise
    return studied(start, plan, made, runs, seed)


def studied(start: World, plan: Plan, made: Sequence[Outcome], asked: int, seed: str) -> Study:
    """What some outcomes of one plan show."""
    made = sorted(made, key=lambda outcome: outcome.n)
    names = score_names(start)
    turns = min(len(outcome.rows) for outcome in made)
    return Study(
        plan=plan if isinstance(plan, str) else "mixed",
        runs=len(made),
        asked=asked,
        seed=seed,
        scores={
            name: [spread([outcome.rows[turn][i] for outcome in made]) for turn in range(turns)]
            for i, name in enumerate(names)
        },
        objectives={seat: spread([o.objectives[seat] for o in made]) for seat in made[0].objectives},
        met={
            seat: {name: mean([o.marks[seat][name] >= MET for o in made]) for name in told}
            for seat, told in made[0].marks.items()
        },
        majority=mean([o.majority for o in made]),
        majority_and_freed=mean([o.taken_over for o in made]),
        probes=mean([o.probes for o in made]),
    )


def mean(values: Sequence[float]) -> float:
    """The mean, the same in any order."""
    return fsum(values) / len(values)


def as_document(study: Study, workers: int, seconds: float) -> dict[str, Any]:
    """The JSON document. `seconds` is wall time."""
    return {
        "policy": study.plan,
        "runs": study.runs,
        "asked": study.asked,
        "seed": study.seed,
        "workers": workers,
        "seconds": seconds,
        "campaigns_per_second": study.runs / seconds if seconds > 0 else 0.0,
        "what": WHAT,
        "majority": study.majority,
        "majority_and_freed": study.majority_and_freed,
        "probes": study.probes,
        "scores": {
            name: [{"turn": turn, **asdict(told)} for turn, told in enumerate(turns)]
            for name, turns in study.scores.items()
        },
        "objectives": {seat: {**asdict(told), "met": study.met[seat]} for seat, told in study.objectives.items()},
    }
