"""Many seeded campaigns and what they show: frequencies of the model with bots, not of the world."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import asdict, evolve, frozen

from tabletop.analysis.campaign import Campaign
from tabletop.analysis.distributions import Spread, mean, spread_of
from tabletop.analysis.hands import ALONE, Hands
from tabletop.analysis.tasks import Outcome, Plan, campaigns_of, chunks, score_names
from tabletop.analysis.team import HandsLost
from tabletop.model.world import World

#: What every output of a simulation must say.
WHAT = "frequencies of the model with bots, not of the world"
#: Points from which an objective counts as met.
MET = 75.0


@frozen(kw_only=True)
class Study:
    """`scores[name][turn]`, 0 being the opening; `objectives` and `met` (share of campaigns) by seat.

    `workers` played it at once; `lost`: why nobody was left to play all of it.
    """

    plan: str
    runs: int
    target: int
    seed: str
    scores: Mapping[str, Sequence[Spread]]
    objectives: Mapping[str, Spread]
    met: Mapping[str, Mapping[str, float]]
    majority: float
    majority_and_freed: float
    probes: float
    workers: int = 1
    lost: str = ""

    @property
    def whole(self) -> bool:
        """Whether all campaigns asked for were played."""
        return self.runs == self.target


def run_study(
    start: World,
    plan: Plan,
    runs: int,
    seed: str,
    hands: Hands = ALONE,
    progress: Callable[[int], None] = lambda _: None,
) -> Study:
    """Plays `runs` campaigns numbered from 0; `progress` hears how many more are done.

    Interrupted, or when hands are lost, it gives what it has; raises KeyboardInterrupt or HandsLost for nothing.
    """
    results: list[Outcome] = []
    many, lost = 1, ""
    try:
        with hands.at(campaigns_of(start, seed)) as team:
            many = team.many
            for some in team.results(chunks(plan, runs, many)):
                results += some
                progress(len(some))
    except KeyboardInterrupt:
        if not results:
            raise
    except HandsLost as why:
        if not results:
            raise
        lost = str(why)
    return evolve(study_of(start, plan, results, runs, seed), workers=many, lost=lost)


def study_of(start: World, plan: Plan, results: Sequence[Outcome], target: int, seed: str) -> Study:
    """What some outcomes of one plan show."""
    results = sorted(results, key=lambda outcome: outcome.n)
    names, campaigns = score_names(start), [outcome.campaign for outcome in results]
    turns = min(len(outcome.rows) for outcome in results)
    return Study(
        plan=plan if isinstance(plan, str) else "mixed",
        runs=len(results),
        target=target,
        seed=seed,
        scores={
            name: [spread_of([outcome.rows[turn][i] for outcome in results]) for turn in range(turns)]
            for i, name in enumerate(names)
        },
        objectives={seat: spread_of([c.objectives[seat] for c in campaigns]) for seat in campaigns[0].objectives},
        met=met_in(campaigns),
        majority=mean([c.majority for c in campaigns]),
        majority_and_freed=mean([c.taken_over for c in campaigns]),
        probes=mean([c.probes for c in campaigns]),
    )


def met_in(campaigns: Sequence[Campaign]) -> dict[str, dict[str, float]]:
    """By seat and objective, the share of campaigns in which it was met."""
    return {
        seat: {name: mean([c.marks[seat][name] >= MET for c in campaigns]) for name in marks}
        for seat, marks in campaigns[0].marks.items()
    }


def study_document(study: Study, seconds: float) -> dict[str, Any]:
    """The JSON document. `seconds` is wall time."""
    return {
        "policy": study.plan,
        "runs": study.runs,
        "asked": study.target,
        "seed": study.seed,
        "workers": study.workers,
        "seconds": seconds,
        "campaigns_per_second": study.runs / seconds if seconds > 0 else 0.0,
        "what": WHAT,
        "majority": study.majority,
        "majority_and_freed": study.majority_and_freed,
        "probes": study.probes,
        "scores": {
            name: [{"turn": turn, **asdict(spread)} for turn, spread in enumerate(turns)]
            for name, turns in study.scores.items()
        },
        "objectives": {seat: {**asdict(spread), "met": study.met[seat]} for seat, spread in study.objectives.items()},
    }
