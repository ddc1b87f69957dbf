"""A full disk, for the save and for the second copy: a real small file system, and a real limit on file size."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.play import ROOT

#: A mount namespace of the process's own, as root of its own where the user isn't.
APART = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]


@cache
def may_mount() -> bool:
    """Whether this machine lets a test have a file system of its own."""
    if not shutil.which("unshare"):
        return False
    tried = [*APART, "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "/tmp"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def holds(what: str, folder: Path, *before: str) -> None:
    command = [*before, sys.executable, "-m", "tests.journal.small_disk", what, str(folder)]
    done = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("what", ["save", "mirror"])
def test_a_small_file_system_that_is_full_is_said_and_nothing_is_lost(tmp_path: Path, what: str) -> None:
    if not may_mount():
        pytest.skip("no small file system can be mounted here: a full disk is tried by a limit on file size only")
    holds(what, tmp_path, *APART)


@pytest.mark.parametrize("what", ["save-limit", "mirror-limit"])
def test_a_limit_on_file_size_is_said_and_nothing_is_lost(tmp_path: Path, what: str) -> None:
    holds(what, tmp_path)
