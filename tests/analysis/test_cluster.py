"""A real Dask scheduler and workers on loopback: the same numbers, whoever dies on the way."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import attrs
import pytest

from tabletop.analysis import cluster
from tabletop.analysis.campaign import start_of
from tabletop.analysis.hands import Hands
from tabletop.analysis.search.climb import search
from tabletop.analysis.sensitivity import sensitivity
from tabletop.analysis.simulate import run_study, study_document
from tabletop.errors import TabletopError
from tests.analysis.dask_cluster import held_up, local_cluster
from tests.cli.said import TWO_KEYS, run
from tests.play import ROOT, two_keys

NAMES = ("ageing", "keep_rate", "alarm_fade")
TIMING = ("workers", "seconds", "campaigns_per_second", "without")


def test_a_cluster_gives_the_numbers_of_one_process_though_a_worker_is_killed(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: uv sync --group dev")
    with local_cluster(tmp_path, workers=2) as there:
        going = held_up(there, TWO_KEYS, "--policy", "random", "--runs", "300")
        there.workers[0].kill()
        code, document, errors = going.ended()

    alone = study_document(run_study(start_of(two_keys()), "random", 300, "1"), 0.0)
    assert (code, document["workers"]) == (0, 2)
    assert {k: v for k, v in document.items() if k not in TIMING} == {k: v for k, v in alone.items() if k not in TIMING}
    assert errors.count("is gone: its campaigns are played again") == 1
    assert "Traceback" not in errors


def test_searches_and_sensitivity_are_a_clusters_too_though_a_worker_is_killed(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: uv sync --group dev")
    start, told = start_of(two_keys()), list[str]()
    with local_cluster(tmp_path, workers=2) as there:
        hands = Hands(dask=there.address, warn=told.append)
        killed = list[int]()

        def kill_one(_: int) -> None:
            if not killed:
                killed.append(there.workers[0].pid)
                there.workers[0].kill()

        far = search(start, "lyre", "s", 30, hands=hands)
        swings = sensitivity(start, 1, "s", hands, kill_one, NAMES).swings

    assert swings == sensitivity(start, 1, "s", names=NAMES).swings
    assert attrs.evolve(far, workers=1) == search(start, "lyre", "s", 30)
    assert {sentence.split(" tcp")[0] for sentence in told} <= {"no worker has come to", "the worker"}


def test_stopped_or_left_by_its_scheduler_it_gives_what_came_back(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: uv sync --group dev")
    given = (TWO_KEYS, "--policy", "random", "--runs", "1000000000")
    with local_cluster(tmp_path, workers=1) as there:
        stopped = held_up(there, *given)
        stopped.process.send_signal(signal.SIGINT)
        code, document, errors = stopped.ended()
        assert (code, 0 < document["runs"] < document["asked"]) == (130, True)
        assert "Traceback" not in errors

        left = held_up(there, *given)
        there.scheduler.kill()
        code, document, errors = left.ended()
        assert (code, 0 < document["runs"] < document["asked"]) == (1, True)
        assert errors.splitlines() == [
            f"tabletop: {there.address}: the Dask scheduler is gone; "
            "start it and its workers again, then the same command"
        ]


def test_an_address_that_does_not_answer_is_one_line() -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: uv sync --group dev")
    silent = (
        "import sys; from tabletop.analysis import cluster; from tabletop.cli.main import main; "
        "cluster.PATIENCE = .5; sys.exit(main(sys.argv[1:]))"
    )
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"tcp://127.0.0.1:{mute.getsockname()[1]}"
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", silent, "simulate", TWO_KEYS, "--runs", "1", "--dask", address],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip

    *bar, said = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (1, "")
    assert said.startswith(f"tabletop: {address}: no Dask scheduler answers: ")
    assert all(line.startswith("campaigns") for line in bar)
    assert time.monotonic() - began < 60


@pytest.mark.parametrize("address", ["here", "http://127.0.0.1:1", "tcp://127.0.0.1"])
def test_what_is_no_address_of_a_scheduler_is_one_line(address: str) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: uv sync --group dev")
    said = run("simulate", TWO_KEYS, "--runs", "1", "--dask", address)

    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines()[-1].startswith(f"tabletop: {address}: no Dask scheduler answers: ")


def test_without_dask_a_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    said = run("simulate", TWO_KEYS, "--runs", "1", "--dask", "tcp://127.0.0.1:1")

    assert said.code == 1
    assert said.err.splitlines()[-1] == (
        "tabletop: --dask needs Dask, which is not installed here; pip install 'tabletop[dask]', "
        "or in a checkout: uv run --extra dask tabletop"
    )


def test_a_worker_of_another_edition_is_told() -> None:
    with pytest.raises(TabletopError, match=r"a worker has tabletop .*, here it is 0\.0, rules 1"):
        cluster._play(b"", "", "0.0, rules 1", None)
