"""A Dask scheduler and its workers on loopback, processes of a test's own; and `simulate` as a shell runs it, held up
once some campaigns have come back until the test lets it go on.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import frozen

from tests.play import ROOT

#: The command, few tasks lying ahead. It waits for the workers, says when some campaigns are back, then waits for us.
HELD_UP = """
import signal
import sys
from contextlib import contextmanager
from distributed import Client
from tabletop.analysis import cluster
from tabletop.cli.main import main
from tabletop.cli.simulated import study

signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background has it ignored
cluster._AHEAD = 8
workers, address, *given = sys.argv[1:]
with Client(address, set_as_default=False) as client:
    client.wait_for_workers(int(workers))

class Bar:
    def __init__(self): self.waits = True
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def update(self, _):
        if self.waits:
            self.waits = False
            print("some came back", file=sys.stderr, flush=True)
            sys.stdin.readline()

study.progress_bar = lambda *_: Bar()
sys.exit(main(["simulate", *given, "--dask", address]))
"""


@frozen
class LocalCluster:
    """Its scheduler's address and its processes."""

    address: str
    scheduler: "subprocess.Popen[bytes]"
    workers: "list[subprocess.Popen[bytes]]"


@contextmanager
def local_cluster(folder: Path, workers: int) -> Iterator[LocalCluster]:
    """A scheduler on a free port, and so many workers of one thread each."""
    file = folder / "scheduler.json"
    begun: list[subprocess.Popen[bytes]] = []

    def begin(kind: str, *options: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--no-dashboard", *options]
        process = subprocess.Popen(
            [*command, "--scheduler-file", str(file)], cwd=folder, env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        begun.append(process)
        return process

    try:
        scheduler = begin("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-show")
        local = ("--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
        staff = [begin("worker", *local) for _ in range(workers)]
        yield LocalCluster(_address(file, scheduler), scheduler, staff)
    finally:
        for process in begun:
            process.kill()
        for process in begun:
            process.wait()


def _address(file: Path, scheduler: "subprocess.Popen[bytes]") -> str:
    while scheduler.poll() is None:
        try:
            address: str = json.loads(file.read_text(encoding="utf-8"))["address"]
        except (OSError, ValueError):
            time.sleep(0.02)
        else:
            return address
    raise RuntimeError(f"the scheduler ended with {scheduler.returncode}")


@frozen
class HeldUp:
    """A run of the command whose first campaigns are back."""

    process: "subprocess.Popen[str]"

    def ended(self) -> tuple[int, dict[str, Any], str]:
        """Goes on; gives the exit code, the document and what stood on stderr."""
        out, errors = self.process.communicate("\n", timeout=300)
        return self.process.returncode, json.loads(out), errors


def held_up(cluster: LocalCluster, *given: str) -> HeldUp:
    command = [sys.executable, "-c", HELD_UP, str(len(cluster.workers)), cluster.address, *given, "--json"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr
    while "some came back" not in (said := process.stderr.readline()):
        assert said, "it ended by itself"
    return HeldUp(process)
