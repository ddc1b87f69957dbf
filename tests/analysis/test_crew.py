"""Worker processes know no campaigns: anything can be their work, and whoever hires them is left alone by them."""

import multiprocessing
import os
import signal
from collections.abc import Iterator

import pytest

from tabletop.analysis.crew import Crew
from tabletop.analysis.team import Work

_BASE = 0


def base(number: int) -> None:
    """What a worker begins with."""
    global _BASE
    _BASE = number


def added(task: int) -> int:
    return _BASE + task


def odd(task: int) -> int:
    if task % 2:
        raise ValueError(f"{task} is odd")
    return task


def dies_once(task: str) -> str:
    """A worker that finds no such file makes it and is killed; the next one lives."""
    if not os.path.exists(task):
        os.close(os.open(task, os.O_CREAT))
        os.kill(os.getpid(), signal.SIGKILL)
    return task


def test_every_task_gives_one_result_by_workers_that_have_begun_alike() -> None:
    told: list[str] = []

    with Crew(2, Work(base, (100,), added), told.append) as crew:
        assert sorted(crew.results(range(7))) == [*range(100, 107)]
        staff = multiprocessing.active_children()
        assert sorted(crew.results(range(3))) == [100, 101, 102]
        assert multiprocessing.active_children() == staff
    assert told == []
    assert multiprocessing.active_children() == []


def test_no_work_needs_no_worker() -> None:
    with Crew(2, Work(base, (0,), added), print) as crew:
        assert list(crew.results([])) == []


def test_what_a_task_raises_is_raised_here_and_everybody_goes_home() -> None:
    with pytest.raises(ValueError, match="3 is odd"), Crew(1, Work(base, (0,), odd), print) as crew:
        list(crew.results([2, 3, 4]))

    assert multiprocessing.active_children() == []


def test_work_of_a_worker_that_died_is_done_again_once(tmp_path: object) -> None:
    told: list[str] = []
    tasks = [f"{tmp_path}/{n}" for n in range(2)]

    with Crew(1, Work(base, (0,), dies_once), told.append) as crew:
        assert sorted(crew.results(tasks)) == tasks
    assert told == ["a worker was killed by signal 9: its campaigns are played again"] * 2


def test_tasks_are_taken_as_workers_are_free() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for n in range(50):
            taken.append(n)
            yield n

    with Crew(1, Work(base, (0,), added), print) as crew:
        results = crew.results(tasks())
        assert [next(results) for _ in range(3)] == [0, 1, 2]
        assert taken == [0, 1, 2]

    assert multiprocessing.active_children() == []
