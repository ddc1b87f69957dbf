"""The program as a person's shell starts it: what it loads, how it ends, what it leaves on disk."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.said import TWO_KEYS

_LOADED = """
import sys
from tabletop.cli.main import main
code = main(sys.argv[1:])
heavy = ("textual", "rich", "asyncio", "numpy", "distributed")
print([name for name in heavy if name in sys.modules], code, file=sys.stderr)
"""
_FIRST_SCREEN = """
import sys
import tabletop.tui.app, tabletop.tui.start.start
slow = ("tabletop.rules", "tabletop.model", "tabletop.journal.record", "tabletop.analysis")
print([name for name in sys.modules if name.startswith(slow)])
"""


def started(*args: str | Path, cwd: Path | None = None) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "tabletop", *map(str, args)]
    return subprocess.run(command, capture_output=True, cwd=cwd, timeout=60, stdin=subprocess.DEVNULL)


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is found from any folder, with no install."""
    here = str(Path(__file__).parents[2])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [here, os.environ.get("PYTHONPATH", "")])))


def test_headless_commands_load_no_screen(save: Path) -> None:
    for args in (
        ["--help"],
        ["new", TWO_KEYS, "--save", str(save)],
        ["replay", str(save), "--json"],
        ["check", TWO_KEYS],
        ["simulate", TWO_KEYS, "--runs", "1", "--workers", "1"],
    ):
        done = subprocess.run([sys.executable, "-c", _LOADED, *args], capture_output=True, timeout=60)
        assert done.stderr.decode().splitlines()[-1] == "[] 0", args


def test_the_first_screen_needs_neither_rules_nor_record() -> None:
    done = subprocess.run([sys.executable, "-c", _FIRST_SCREEN], capture_output=True, timeout=60)

    assert done.stdout.decode() == "[]\n", done.stderr


def test_a_save_made_in_one_process_replays_in_another(save: Path) -> None:
    made = started("new", TWO_KEYS, "--save", save)
    before = save.read_bytes()

    told = started("replay", save, "--json")

    assert (made.returncode, told.returncode) == (0, 0)
    assert json.loads(told.stdout)["moves"] == 0
    assert save.read_bytes() == before
    assert [path.name for path in save.parent.iterdir()] == [save.name]


def test_shipped_scenarios_are_found_from_any_folder(tmp_path: Path) -> None:
    done = started("new", "nato-3-0", "--save", "deep/er/x.toml", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "deep/er/x.toml").is_file()


def test_the_version_is_printed() -> None:
    done = started("--version")

    assert done.stdout.startswith(b"tabletop ")
    assert done.returncode == 0


def test_without_a_terminal_the_screens_say_so() -> None:
    done = started()

    assert done.returncode == 1
    assert b"need a terminal" in done.stderr
    assert b"Traceback" not in done.stderr
