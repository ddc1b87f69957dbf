"""Coefficients doubled and halved, as tasks: which campaigns are played, and what is kept of each."""

from collections.abc import Iterator, Sequence
from typing import Any

import attrs
from attrs import evolve, frozen

from tabletop.analysis.campaign import Campaign
from tabletop.analysis.distributions import mean
from tabletop.analysis.kept import Kept
from tabletop.analysis.tasks import Task, campaigns_of, play
from tabletop.analysis.team import Team, Work
from tabletop.model.world import World

#: Policies in the order that their final deterrence must keep, with this gap in points where nothing is changed.
ORDER = ("step-by-step", "status-quo", "free-ride", "abrupt-exit")
GAP = 3.0
#: Policies whose campaigns count as sensible play: a sensible line drawn for each seat.
SENSIBLE = ("mixed",)
NOISE = "random"
MANY = 10  # times as many campaigns of sensible and of random play as of each case
FACTORS = (0.5, 2.0)


@frozen(eq=False)
class Case:
    """What a task's campaigns gave: mean final scores, in the order of `score_names`, and where nothing was changed the
    campaigns themselves."""

    task: int
    finals: tuple[float, ...]
    campaigns: tuple[Campaign, ...]


def tasks_of(start: World, runs: int, names: Sequence[str] = ()) -> list[Task]:
    """The order's policies as they are and under each coefficient changed; sensible and random play for balance."""
    k = start.scenario.coefficients
    fields = [a.name for a in attrs.fields(type(k)) if not names or a.name in names]
    tasks = [Task(0, plan, 0, runs) for plan in ORDER]
    tasks += [Task(0, plan, n * runs, (n + 1) * runs) for plan in (*SENSIBLE, NOISE) for n in range(MANY)]
    for name in fields:
        if getattr(k, name):
            tasks += [Task(0, plan, 0, runs, name, factor) for factor in FACTORS for plan in ORDER]
    return [evolve(task, id=n) for n, task in enumerate(tasks)]


def cases_of(start: World, seed: str) -> Work:
    """What tasks are played with; each gives a case."""
    return evolve(campaigns_of(start, seed), play=_played)


def cases(team: Team, tasks: Sequence[Task], kept: Kept) -> Iterator[Case]:
    """What tasks gave, as they are done, those first that are kept. Raises what the team raises."""
    return kept.results(team, tasks, _plain, _made)


def _played(task: Task) -> Case:
    outcomes = play(task)
    finals = tuple(map(mean, zip(*(outcome.rows[-1] for outcome in outcomes), strict=True)))
    campaigns = () if task.coefficient else tuple(outcome.campaign for outcome in outcomes)
    return Case(task.id, finals, campaigns)


def _plain(case: Case) -> Any:
    return [case.task, case.finals, [attrs.asdict(campaign, recurse=False) for campaign in case.campaigns]]


def _made(told: Any) -> Case:
    task, finals, campaigns = told
    return Case(task, tuple(finals), tuple(Campaign(**{**each, "history": ()}) for each in campaigns))
