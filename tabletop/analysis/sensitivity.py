"""How much hangs on each coefficient, and what a scenario's author should look at again."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import attrs
from attrs import frozen

from tabletop.analysis.campaign import Campaign
from tabletop.analysis.cases import NOISE, ORDER, SENSIBLE, Case, cases, cases_of, tasks_of
from tabletop.analysis.distributions import mean
from tabletop.analysis.hands import ALONE, Hands
from tabletop.analysis.kept import Kept
from tabletop.analysis.simulate import WHAT, met_in
from tabletop.analysis.tasks import Task, score_names
from tabletop.analysis.team import HandsLost
from tabletop.model.world import World
from tabletop.rules.world.arithmetic import count_of

RARE = 0.05  # share of campaigns under which an inject hardly ever fires
ENOUGH = 5  # campaigns with an option before its mean says anything


@frozen
class Swing:
    """A coefficient times `factor`: changes of mean final scores by policy, and whether the order holds."""

    coefficient: str
    factor: float
    by_policy: Mapping[str, Mapping[str, float]]
    kept: bool
    least_gap: float  # points between neighbours of the order

    @property
    def changes(self) -> Mapping[str, float]:
        """Those under status quo."""
        return self.by_policy[ORDER[1]]


@frozen(kw_only=True)
class Balance:
    """Findings for authors. Shares are of campaigns, 0 to 1."""

    runs: int
    swings: Sequence[Swing]
    order_share: float
    gaps: Sequence[float]  # between neighbours of the order, nothing changed
    rare: Mapping[str, float]  # inject: share
    never_best: Sequence[tuple[str, str]]  # inject, option
    met: Mapping[str, Mapping[str, float]]  # seat, objective: share of sensible campaigns
    cases: int  # changes that were to be tried
    workers: int = 1  # at once
    lost: str = ""  # why nobody was left to try all of them

    @property
    def whole(self) -> bool:
        """Whether all of it was played."""
        return len(self.swings) == self.cases

    @property
    def out_of_reach(self) -> list[tuple[str, str]]:
        return [(s, o) for s, shares in self.met.items() for o, share in shares.items() if share < 0.05]

    @property
    def given_away(self) -> list[tuple[str, str]]:
        return [(s, o) for s, shares in self.met.items() for o, share in shares.items() if share > 0.95]


def sensitivity(
    start: World,
    runs: int,
    seed: str,
    hands: Hands = ALONE,
    progress: Callable[[int], None] = lambda _: None,
    names: Sequence[str] = (),
    kept: Kept | None = None,
) -> Balance:
    """Plays everything and judges. Interrupted, or when hands are lost, it judges what is finished; raises
    KeyboardInterrupt or HandsLost without a base. What is `kept` is not played again."""
    tasks = tasks_of(start, runs, names)
    results: dict[int, Case] = {}
    many, lost = 1, ""
    try:
        with hands.at(cases_of(start, seed)) as team:
            many = team.many
            for case in cases(team, tasks, Kept() if kept is None else kept):
                results[case.task] = case
                progress(runs)
    except (KeyboardInterrupt, HandsLost) as why:
        if any(not task.coefficient and task.id not in results for task in tasks):
            raise
        lost = str(why)
    return attrs.evolve(judged(start, tasks, results, runs), workers=many, lost=lost)


def judged(start: World, tasks: Sequence[Task], results: Mapping[int, Case], runs: int) -> Balance:
    """The findings of finished tasks."""
    names = score_names(start)
    finals: dict[tuple[str, float], dict[str, dict[str, float]]] = {}
    for task in tasks:
        if task.id in results and task.plan in ORDER:
            final = dict(zip(names, results[task.id].finals, strict=True))
            finals.setdefault((task.coefficient, task.factor), {})[str(task.plan)] = final
    base = finals["", 1.0]
    swings = [
        _swing(key, means, base) for key, means in finals.items() if key[0] and all(plan in means for plan in ORDER)
    ]
    plain = [task for task in tasks if not task.coefficient and task.id in results]
    by_plan = [(task.plan, campaign) for task in plain for campaign in results[task.id].campaigns]
    noise = [campaign for plan, campaign in by_plan if plan == NOISE]
    sensible = [campaign for plan, campaign in by_plan if plan in SENSIBLE]
    return Balance(
        runs=runs,
        swings=swings,
        order_share=mean([swing.kept for swing in swings]) if swings else 1.0,
        gaps=_gaps(base),
        rare=_rare(start, [campaign for _, campaign in by_plan]),
        never_best=_never_best(start, noise),
        met=met_in(sensible),
        cases=count_of(bool(task.coefficient) for task in tasks) // len(ORDER),
    )


def _gaps(finals: Mapping[str, Mapping[str, float]]) -> list[float]:
    values = [finals[plan]["deterrence"] for plan in ORDER]
    return [a - b for a, b in pairwise(values)]


def _swing(
    key: tuple[str, float], finals: Mapping[str, Mapping[str, float]], base: Mapping[str, Mapping[str, float]]
) -> Swing:
    changes = {plan: {name: value - base[plan][name] for name, value in finals[plan].items()} for plan in ORDER}
    least = min(_gaps(finals))
    return Swing(key[0], key[1], changes, least > 0, least)


@frozen
class Bar:
    """One line of a tornado: what a coefficient does to a final score under the policy where it does most."""

    coefficient: str
    policy: str
    changes: Mapping[float, float]  # by factor


def tornado(balance: Balance, score: str) -> list[Bar]:
    """All coefficients, those that move a score most first."""
    by_name: dict[str, list[Swing]] = {}
    for swing in balance.swings:
        by_name.setdefault(swing.coefficient, []).append(swing)
    bars = []
    for name, swings in by_name.items():
        where = max(ORDER, key=lambda plan: max(abs(swing.by_policy[plan][score]) for swing in swings))
        bars.append(Bar(name, where, {swing.factor: swing.by_policy[where][score] for swing in swings}))
    return sorted(bars, key=lambda bar: -max(abs(change) for change in bar.changes.values()))


def _rare(start: World, campaigns: Sequence[Campaign]) -> dict[str, float]:
    shares = {}
    for name, spec in start.scenario.injects.items():
        share = mean([name in c.injects for c in campaigns])
        if share < RARE and not spec.by_hand:
            shares[name] = share
    return shares


def _never_best(start: World, campaigns: Sequence[Campaign]) -> list[tuple[str, str]]:
    """Options whose outcome goes with the best mean result for no seat, among campaigns of random play."""
    options = []
    for name, spec in start.scenario.injects.items():
        by_option: dict[str, list[Campaign]] = {}
        for option in spec.options:
            word = option.outcome or option.id
            some = [c for c in campaigns if c.injects.get(name) == word]
            same = [o for o in spec.options if (o.outcome or o.id) == word]
            if len(some) >= ENOUGH and len(same) == 1:
                by_option[option.id] = some
        if len(by_option) < 2:
            continue
        best = set()
        for seat in campaigns[0].objectives:
            means = {option: mean([c.objectives[seat] for c in some]) for option, some in by_option.items()}
            best.add(max(means, key=lambda option: means[option]))
        options += [(name, option) for option in by_option if option not in best]
    return options


def balance_document(balance: Balance, seed: str, seconds: float) -> dict[str, Any]:
    """The JSON document."""
    return {
        "what": WHAT,
        "runs": balance.runs,
        "seed": seed,
        "workers": balance.workers,
        "seconds": seconds,
        "order": {"policies": list(ORDER), "gaps": list(balance.gaps), "kept": balance.order_share},
        "coefficients": [attrs.asdict(swing) | {"changes": dict(swing.changes)} for swing in balance.swings],
        "injects_hardly_ever_fired": dict(balance.rare),
        "options_never_best": [list(pair) for pair in balance.never_best],
        "objectives": {seat: dict(shares) for seat, shares in balance.met.items()},
        "objectives_out_of_reach": [list(pair) for pair in balance.out_of_reach],
        "objectives_given_away": [list(pair) for pair in balance.given_away],
    }
