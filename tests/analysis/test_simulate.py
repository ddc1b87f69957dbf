"""Many campaigns: the same numbers whoever plays them, what there is when stopped, and what the model must show."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tabletop.analysis.campaign import begin
from tabletop.analysis.policies.line import STATUS_QUO
from tabletop.analysis.simulate import as_document, simulate
from tests.play import ROOT, nato, two_keys

NATO = str(ROOT / "scenarios" / "nato-3-0")
TWO_KEYS = str(ROOT / "tests" / "scenarios" / "two-keys")


def command(*args: str) -> list[str]:
    return [sys.executable, "-m", "tabletop", "simulate", *args]


def told(*args: str) -> dict[str, Any]:
    done = subprocess.run(command(*args, "--json"), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_one_worker_and_two_give_equal_documents() -> None:
    one, two = (told(NATO, "--runs", "6", "--seed", "7", "--workers", n) for n in ("1", "2"))

    for document in (one, two):
        for timing in ("workers", "seconds", "campaigns_per_second"):
            del document[timing]
    assert one == two


def test_the_document_keeps_its_contract() -> None:
    document = told(TWO_KEYS, "--runs", "3", "--workers", "1")

    assert document["policy"] == "status-quo"
    assert document["runs"] == 3
    assert document["seed"] == "1"
    assert [set(told) for told in document["scores"]["deterrence"]] == [{"turn", "mean", "p10", "p50", "p90"}] * 4
    assert all(0 <= seat["mean"] <= 100 for seat in document["objectives"].values())
    assert "not of the world" in document["what"]


def test_fewer_runs_are_the_first_of_more() -> None:
    start = begin(two_keys())

    one, two = (simulate(start, "random", runs, "s").scores["deterrence"][-1] for runs in (1, 2))

    apart = (two.p90 - two.p10) / 0.8  # between the two campaigns
    assert abs(one.mean - two.mean) == pytest.approx(apart / 2)


def test_an_interrupt_gives_what_is_there_and_130(tmp_path: Path) -> None:
    errors = tmp_path / "stderr"
    with errors.open("w") as stderr:
        process = subprocess.Popen(
            command(NATO, "--runs", "100000", "--workers", "2", "--json"),
            stdout=subprocess.PIPE, stderr=stderr, text=True, start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background job ignores it
        )  # fmt: skip
        time.sleep(5)
        os.killpg(process.pid, signal.SIGINT)
        out, _ = process.communicate(timeout=60)

    document = json.loads(out)
    assert process.returncode == 130
    assert 0 < document["runs"] < document["asked"]
    assert "Traceback" not in errors.read_text()


def test_the_table_holds_every_score_and_turn(tmp_path: Path) -> None:
    table = tmp_path / "scores.csv"

    document = told(TWO_KEYS, "--runs", "2", "--workers", "1", "--csv", str(table))

    with table.open(newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["score", "turn", "mean", "p10", "p50", "p90"]
    assert len(rows) == 1 + sum(len(turns) for turns in document["scores"].values())


@pytest.mark.parametrize("wrong", [("--policy", "status-qou"), ("--runs", "0"), ("--to", "3")])
def test_wrong_usage_exits_2(wrong: tuple[str, str]) -> None:
    done = subprocess.run(command(TWO_KEYS, *wrong), capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "Error" in done.stderr


def test_a_line_can_be_simulated() -> None:
    study = simulate(begin(two_keys()), STATUS_QUO, 2, "1")

    assert study.plan == "mixed"
    assert as_document(study, 1, 0.0)["campaigns_per_second"] == 0.0


def test_nato_opens_the_same_for_every_campaign() -> None:
    study = simulate(begin(nato(), 3), "random", 3, "1")

    first = study.scores["deterrence"][0]
    assert first.p10 == first.p90 == pytest.approx(first.mean)
