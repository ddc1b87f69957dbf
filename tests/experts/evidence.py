"""What checks are judged by: their courses on every seed and the campaigns they ask for, each played once.

The work is shared out over processes, a seed or some campaigns at a time. Refuses to judge.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from statistics import fmean
from typing import Any, TypeVar

from attrs import field, frozen

from tabletop.analysis.crew import Crew
from tabletop.analysis.team import Work
from tabletop.model.scenario import Scenario
from tests.experts.ends import End, end_of
from tests.experts.play import CannotPlay, Course, Run, play

FIRST_SEED = 100
_SOME = 20  # campaigns at a time

#: A course by the id of its check and the name it has there.
Name = tuple[str, str]
Courses = Mapping[Name, Course]
T = TypeVar("T")


@frozen(eq=False)
class Evidence:
    """`runs` by course, a run a seed; `campaigns` by policy; a sentence where one could not be played. `part` of a
    policy's campaigns is what a check asks for once."""

    runs: Mapping[Name, Sequence[Run | str]] = field(repr=False)
    campaigns: Mapping[str, Sequence[End | str]] = field(repr=False)
    part: int

    def ends(self, policy: str, parts: int = 1) -> list[End]:
        """Raises CannotPlay where one could not be played."""
        return _whole(self.campaigns[policy][: parts * self.part])

    def of(self, id: str) -> "Exhibit":
        """What one check is judged by."""
        return Exhibit(id, self)


@frozen(eq=False)
class Exhibit:
    """One check's courses by their names. Means are over the seeds; a turn is that of scores, 0 being the opening."""

    id: str
    evidence: Evidence

    def runs(self, course: str) -> Sequence[Run]:
        """Raises CannotPlay where one could not be played."""
        return _whole(self.evidence.runs[self.id, course])

    def played(self, course: str) -> bool:
        """Whether it could be played on every seed."""
        return not any(isinstance(run, str) for run in self.evidence.runs[self.id, course])

    def run(self, course: str) -> Run:
        """The run of the first seed. Raises CannotPlay."""
        return self.runs(course)[0]

    def mean(self, course: str, score: str, turn: int) -> float:
        return fmean(run.scores[turn][score] for run in self.runs(course))

    def delta(self, course: str, score: str, turn: int, ref: str = "ref") -> float:
        """What a course makes of a score, against another on the same seeds."""
        return self.mean(course, score, turn) - self.mean(ref, score, turn)

    def refused(self, course: str) -> str:
        """Why the first order refused on the first seed was, "" when all were taken."""
        refused = self.run(course).refused
        return refused[0].why if refused else ""

    def finals(self, policy: str, parts: int, score: str) -> list[float]:
        """A score at the end of each campaign of a policy."""
        return [end.scores[-1][score] for end in self.evidence.ends(policy, parts)]


def _whole(made: Sequence[T | str]) -> list[T]:
    """Raises CannotPlay with the first sentence among them."""
    for each in made:
        if isinstance(each, str):
            raise CannotPlay(each)
    return [each for each in made if not isinstance(each, str)]


@frozen
class SeedTask:
    """Courses to play on a seed, each with its last turn."""

    seed: int
    courses: tuple[tuple[Name, int], ...]


@frozen
class CampaignTask:
    policy: str
    first: int
    last: int  # the one after


def gather(
    scenario: Scenario, courses: Courses, campaigns: Mapping[str, int], seeds: int, part: int, workers: int = 1
) -> Evidence:
    """Plays what checks ask for. `campaigns`: by policy how many times `part`. With more than one worker the courses
    must be those of the table of checks, since another process knows them by their names."""
    same = _alike(courses)
    tasks: list[SeedTask | CampaignTask] = [*_seed_tasks(courses, same, seeds), *_campaign_tasks(campaigns, part)]
    runs: dict[Name, dict[int, Run | str]] = {name: {} for name in same.values()}
    found: dict[str, dict[int, list[End | str]]] = {policy: {} for policy in campaigns}
    for task, made in _worked(scenario, courses, tasks, workers):
        if isinstance(task, CampaignTask):
            found[task.policy][task.first] = made
            continue
        for name, run in made.items():
            runs[name][task.seed] = run
    return Evidence(
        {name: [runs[one][seed] for seed in sorted(runs[one])] for name, one in same.items()},
        {policy: [end for first in sorted(some) for end in some[first]] for policy, some in found.items()},
        part,
    )


def _alike(courses: Courses) -> dict[Name, Name]:
    """For each course the first that goes the same way."""
    first: dict[str, Name] = {}
    return {name: first.setdefault(course.way, name) for name, course in courses.items()}


def _seed_tasks(courses: Courses, same: Mapping[Name, Name], seeds: int) -> Iterator[SeedTask]:
    """Each way once a seed, as long as the longest of those that go it."""
    until: dict[Name, int] = {}
    for name, one in same.items():
        until[one] = max(until.get(one, 0), courses[name].until)
    anywhere = tuple((name, turn) for name, turn in until.items() if not courses[name].seed)
    if anywhere:
        yield from (SeedTask(FIRST_SEED + n, anywhere) for n in range(seeds))
    for seed in sorted({course.seed for course in courses.values() if course.seed}):
        yield SeedTask(seed, tuple((name, turn) for name, turn in until.items() if courses[name].seed == seed))


def _campaign_tasks(campaigns: Mapping[str, int], part: int) -> Iterator[CampaignTask]:
    for policy, parts in campaigns.items():
        for first in range(0, parts * part, _SOME):
            yield CampaignTask(policy, first, min(parts * part, first + _SOME))


def _worked(
    scenario: Scenario, courses: Courses, tasks: Sequence[SeedTask | CampaignTask], workers: int
) -> Iterable[tuple[SeedTask | CampaignTask, Any]]:
    if workers <= 1 or len(tasks) < 2:
        return [(task, _work(scenario, courses, task)) for task in tasks]
    with Crew(min(workers, len(tasks)), Work(_begin, (scenario,), _in_crew), print) as crew:
        return list(crew.results(tasks))


def _work(scenario: Scenario, courses: Courses, task: SeedTask | CampaignTask) -> Any:
    if isinstance(task, CampaignTask):
        return [_or_why(partial(end_of, scenario, task.policy, n)) for n in range(task.first, task.last)]
    return {name: _or_why(partial(play, scenario, task.seed, courses[name], until)) for name, until in task.courses}


def _or_why(work: Callable[[], T]) -> T | str:
    """What is played, or why it could not be: whatever the rules do, it is the check that fails."""
    try:
        return work()
    except CannotPlay as why:
        return str(why)
    except Exception as why:
        return f"{type(why).__name__}: {why}"


_scenario: Scenario
_courses: Courses


def _begin(scenario: Scenario) -> None:
    global _scenario, _courses
    from tests.experts.checks import CHECKS, courses_of

    _scenario, _courses = scenario, courses_of(CHECKS.values())


def _in_crew(task: SeedTask | CampaignTask) -> tuple[SeedTask | CampaignTask, Any]:
    return task, _work(_scenario, _courses, task)
