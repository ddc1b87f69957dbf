"""Every interpreter plays the same day, byte for byte, and the same campaigns, whatever its seed of hashes."""

import json
import os
import subprocess
import sys
import sysconfig
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.interpreters import OURS, VERSIONS, interpreter
from tests.e2e.plays_alike import CAMPAIGNS
from tests.golden.example import EXAMPLE, ROOT
from tests.golden.test_example import STALE

#: Where other interpreters keep what they have compiled of ours: in sight of nobody, and there the next time.
BYTECODE = ROOT / ".pytest_cache" / "bytecode"


def played(python: str, folder: Path, seed: str) -> dict[str, Any]:
    """What a day and some campaigns come to under an interpreter that borrows this one's packages."""
    packages = os.pathsep.join((str(ROOT), sysconfig.get_path("purelib")))
    done = subprocess.run(
        [python, "-X", f"pycache_prefix={BYTECODE}", str(Path(__file__).with_name("plays_alike.py")), str(folder)],
        env={**os.environ, "PYTHONPATH": packages, "PYTHONHASHSEED": seed},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return played(sys.executable, tmp_path_factory.mktemp("ours"), "1")


def test_this_one_plays_campaigns_that_differ_and_the_day_that_ships(ours: dict[str, Any]) -> None:
    assert (ours["python"], ours["played"]) == (OURS, CAMPAIGNS)
    assert ours["day"] == sha256(EXAMPLE.read_bytes()).hexdigest(), STALE


@pytest.mark.parametrize("version", VERSIONS)
def test_another_plays_the_same(ours: dict[str, Any], tmp_path: Path, version: str) -> None:
    python = interpreter(version)
    if not python:
        pytest.skip(f"no Python {version} on this machine")

    other = played(python, tmp_path, "4242")

    assert other["python"] == version
    assert (other["day"], other["campaigns"]) == (ours["day"], ours["campaigns"])
