"""Campaigns as tasks that any worker can do. What one gives depends on its number alone, never on who played it."""

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from tabletop.analysis.campaign import Campaign, Policies, play_out
from tabletop.analysis.policies import POLICIES, Course, Policy, policy_of
from tabletop.analysis.team import Work
from tabletop.model.world import World
from tabletop.rules.scores.deterrence import scores

#: Policies by seat, or one for all: names of policies, or lines.
Plan = Mapping[str, str | Course] | str | Course


@frozen(eq=False)
class Outcome:
    """A campaign without its readings: `rows[turn]` holds its scores in the order of `score_names`."""

    task: int
    n: int
    rows: tuple[tuple[float, ...], ...]
    campaign: Campaign


@frozen(eq=False)
class Task:
    """Campaigns `first` to `last - 1` of a plan, under one coefficient changed or none."""

    id: int
    plan: Plan
    first: int
    last: int
    coefficient: str = ""
    factor: float = 1.0


def score_names(world: World) -> tuple[str, ...]:
    """Scores that outcomes hold, in their order."""
    return tuple(scores(world))


def campaigns_of(start: World, seed: str) -> Work:
    """What tasks are played with; each gives a list of outcomes."""
    return Work(_begin, (start, seed), play)


def chunks(plan: Plan, runs: int, workers: int) -> Iterator[Task]:
    """A plan's runs in pieces small enough to share out and to stop between, one after another."""
    size = max(1, min(20, runs // (4 * max(1, workers)) or 1))
    return (Task(n, plan, first, min(runs, first + size)) for n, first in enumerate(range(0, runs, size)))


_start: World
_seed: str
_worlds: dict[tuple[str, float], World] = {}


def _begin(start: World, seed: str) -> None:
    global _start, _seed
    _start, _seed = start, seed
    _worlds.clear()


def play(task: Task) -> list[Outcome]:
    """A task's campaigns, where the work has begun."""
    start = _changed(task.coefficient, task.factor)
    policies = _policies(task.plan)
    names = score_names(start)
    return [
        _outcome(task.id, n, play_out(start, policies, f"{_seed}/{n}"), names) for n in range(task.first, task.last)
    ]


def _policies(plan: Plan) -> Policies:
    if isinstance(plan, Mapping):
        return {seat: _policy(course) for seat, course in plan.items()}
    return _policy(plan)


def _policy(course: str | Course) -> Policy:
    return policy_of(course) if isinstance(course, Course) else POLICIES[course]


def _changed(coefficient: str, factor: float) -> World:
    if not coefficient:
        return _start
    world = _worlds.get((coefficient, factor))
    if world is None:
        _worlds.clear()
        k = _start.scenario.coefficients
        coefficients = evolve(k, **{coefficient: getattr(k, coefficient) * factor})
        world = _worlds[coefficient, factor] = evolve(
            _start, scenario=evolve(_start.scenario, coefficients=coefficients)
        )
    return world


def _outcome(task: int, n: int, campaign: Campaign, names: tuple[str, ...]) -> Outcome:
    rows = tuple(tuple(float(readings.get(name, 0.0)) for name in names) for readings in campaign.history)
    return Outcome(task, n, rows, evolve(campaign, history=()))
