"""SIGKILL at any moment: what was acknowledged is in the file."""

import subprocess
import sys
from pathlib import Path

from tests.long import sweep
from tests.play import ROOT


def test_no_acknowledged_move_is_missing_after_kills_under_load(tmp_path: Path) -> None:
    kills = sweep(200, 24)
    command = [sys.executable, "-m", "tests.journal.kills", str(kills), str(tmp_path)]

    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{kills} kills, ") and done.stdout.endswith("none missing\n")
