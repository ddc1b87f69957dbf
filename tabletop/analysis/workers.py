"""Campaigns over worker processes. What a campaign gives depends on its number alone, never on who played it."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from tabletop.analysis.campaign import Campaign, Policies, play_out
from tabletop.analysis.crew import Crew
from tabletop.analysis.policies import POLICIES, Course, Policy, policy_of
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


def outcomes(
    start: World,
    tasks: Iterable[Task],
    seed: str,
    workers: int = 1,
    warn: Callable[[str], None] = lambda _: None,
) -> Iterator[list[Outcome]]:
    """The outcomes of tasks, in no particular order, a list for each task. Closing the iterator ends the workers.

    `told` hears of workers that died. Raises TabletopError when they die again and again.
    """
    if workers <= 1:
        _begin(start, seed)
        for task in tasks:
            yield _play(task)
        return
    yield from Crew(workers, _begin, (start, seed), _play, warn).results(tasks)


def chunks(plan: Plan, runs: int, workers: int) -> Iterator[Task]:
    """A plan's runs in pieces small enough to share out and to stop between, one after another."""
    size = max(1, min(20, runs // (4 * max(1, workers)) or 1))
    return (Task(0, plan, first, min(runs, first + size)) for first in range(0, runs, size))


_start: World
_seed: str
_worlds: dict[tuple[str, float], World] = {}


def _begin(start: World, seed: str) -> None:
    global _start, _seed
    _start, _seed = start, seed
    _worlds.clear()


def _play(task: Task) -> list[Outcome]:
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
