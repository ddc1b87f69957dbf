"""SIGKILL at any moment: what was acknowledged is in the file."""

import subprocess
import sys
from pathlib import Path

from tests.play import ROOT


def test_no_acknowledged_move_is_missing_after_200_kills_under_load(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.journal.kills", "200", str(tmp_path)]

    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("200 kills, ") and done.stdout.endswith("none missing\n")
