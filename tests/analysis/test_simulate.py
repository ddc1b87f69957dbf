"""Many campaigns: the same numbers whoever plays them, what there is when stopped, and what the model must show."""

import csv
import json
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tabletop.analysis.campaign import start_of
from tabletop.analysis.crew import Crew
from tabletop.analysis.hands import Hands
from tabletop.analysis.policies.course import STATUS_QUO
from tabletop.analysis.simulate import run_study, study_document
from tabletop.analysis.tasks import chunks
from tabletop.analysis.team import HandsLost, Work
from tests.cli.said import run
from tests.long import some
from tests.play import ROOT, nato, two_keys

NATO = str(ROOT / "scenarios" / "nato-3-0")
TWO_KEYS = str(ROOT / "tests" / "scenarios" / "two-keys")


def command(*args: str) -> list[str]:
    return [sys.executable, "-m", "tabletop", "simulate", *args]


def told(*args: str) -> dict[str, Any]:
    done = subprocess.run(command(*args, "--json"), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def test_one_worker_and_two_give_equal_documents() -> None:
    one, two = (told(NATO, "--runs", "6", "--seed", "7", "--workers", n) for n in ("1", "2"))

    for document in (one, two):
        for timing in ("workers", "seconds", "campaigns_per_second"):
            del document[timing]
    assert one == two


def test_the_document_keeps_its_contract() -> None:
    document = run("simulate", TWO_KEYS, "--runs", "3", "--workers", "1", "--json").json

    assert document["policy"] == "status-quo"
    assert document["runs"] == 3
    assert document["seed"] == "1"
    assert [set(told) for told in document["scores"]["deterrence"]] == [{"turn", "mean", "p10", "p50", "p90"}] * 4
    assert all(0 <= seat["mean"] <= 100 for seat in document["objectives"].values())
    assert "not of the world" in document["what"]


def test_fewer_runs_are_the_first_of_more() -> None:
    start = start_of(two_keys())

    one, two = (run_study(start, "random", runs, "s").scores["deterrence"][-1] for runs in (1, 2))

    apart = (two.p90 - two.p10) / 0.8  # between the two campaigns
    assert abs(one.mean - two.mean) == pytest.approx(apart / 2)


#: The command, saying on stderr whenever some campaigns have come back.
SAYING = """
import sys
from contextlib import nullcontext
from types import SimpleNamespace
from tabletop.cli.main import main
from tabletop.cli.simulated import study
def heard(_):
    print("some came back", file=sys.stderr, flush=True)
study.progress_bar = lambda *_: nullcontext(SimpleNamespace(update=heard))
sys.exit(main(["simulate", *sys.argv[1:]]))
"""


@pytest.mark.parametrize("runs", some(["1000000000", "100000"], 1))
def test_an_interrupt_gives_what_is_there_and_130(runs: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SAYING, TWO_KEYS, "--runs", runs, "--workers", "2", "--json"], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
    )  # fmt: skip
    assert process.stderr
    while "some came back" not in (said := process.stderr.readline()):
        assert said, "it ended by itself"
    os.killpg(process.pid, signal.SIGINT)
    out, errors = process.communicate()

    document = json.loads(out)
    assert process.returncode == 130
    assert 0 < document["runs"] < document["asked"] == int(runs)
    assert "Traceback" not in errors


def test_campaigns_of_a_worker_that_is_killed_are_played_again() -> None:
    start = start_of(two_keys())
    told: list[str] = []
    whole = run_study(start, "random", 12, "s")

    def kill_one(_: int) -> None:
        if not told and len(killed) < 1:
            killed.append(multiprocessing.active_children()[0])
            killed[0].kill()

    killed: list[Any] = []
    study = run_study(start, "random", 12, "s", Hands(2, warn=told.append), kill_one)

    assert told == ["a worker was killed by signal 9: its campaigns are played again"]
    assert (study.runs, study.scores, study.met) == (12, whole.scores, whole.met)
    assert multiprocessing.active_children() == []


def nothing() -> None:
    """What a worker begins with."""


def dies(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def itself(task: int) -> int:
    return task


def test_a_task_that_no_worker_survives_is_told() -> None:
    told: list[str] = []

    died = "3 workers died of the same campaigns, the last one killed by signal 9"
    with pytest.raises(HandsLost, match=died), Crew(2, Work(nothing, (), dies), told.append) as crew:
        list(crew.results([1]))

    assert len(told) == 2
    assert multiprocessing.active_children() == []


def test_tasks_are_taken_one_by_one_and_whoever_stops_leaves_no_worker() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for n in count():
            taken.append(n)
            yield n

    results = Crew(2, Work(nothing, (), itself), print).results(tasks())

    assert len({next(results) for _ in range(20)}) == 20
    assert len(taken) <= 24
    assert len(multiprocessing.active_children()) == 2
    results.close()
    assert multiprocessing.active_children() == []
    assert next(chunks("random", 10**9, 2)).last == 20


def test_the_table_holds_every_score_and_turn(tmp_path: Path) -> None:
    table = tmp_path / "scores.csv"

    document = run("simulate", TWO_KEYS, "--runs", "2", "--workers", "1", "--csv", table, "--json").json

    with table.open(newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["score", "turn", "mean", "p10", "p50", "p90"]
    assert len(rows) == 1 + sum(len(turns) for turns in document["scores"].values())


@pytest.mark.parametrize("wrong", [("--policy", "status-qou"), ("--runs", "0"), ("--to", "3")])
def test_wrong_usage_exits_2(wrong: tuple[str, str]) -> None:
    said = run("simulate", TWO_KEYS, *wrong)

    assert said.code == 2
    assert "Error" in said.err


def test_a_line_can_be_simulated() -> None:
    study = run_study(start_of(two_keys()), STATUS_QUO, 2, "1")

    assert study.plan == "mixed"
    assert study_document(study, 0.0)["campaigns_per_second"] == 0.0


def test_nato_opens_the_same_for_every_campaign() -> None:
    study = run_study(start_of(nato(), 3), "random", 3, "1")

    first = study.scores["deterrence"][0]
    assert first.p10 == first.p90 == pytest.approx(first.mean)
