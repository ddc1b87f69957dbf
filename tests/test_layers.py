"""The layers hold: lower ones import no higher one, and the rules load neither screens nor sockets."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_no_layer_imports_a_higher_one() -> None:
    linter = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if linter is None:
        pytest.fail("import-linter is not installed: uv sync")

    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_rules_load_neither_textual_nor_asyncio() -> None:
    code = (
        "import sys; from tabletop.journal.record.rulebook import our_rules; our_rules(); "
        "print(sorted({'textual', 'rich', 'click', 'asyncio', 'socket', 'random'} & sys.modules.keys()))"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)

    assert (done.stdout.strip(), done.stderr) == ("[]", "")
