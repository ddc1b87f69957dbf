"""How fast it is to the hand, each figure beside what it is held against, all in one run:

    uv run python -m benchmarks.fast [--rounds N]

First paint of the start screen against a bare Textual app with a table, and when the scenario's poster is there,
which is read after it; going on with 1,000 moves against a session that has just begun; from a key to the last byte
of what it led to; the whole process of `tabletop replay --json`. On a terminal of its own, with compiled files as an
installed program has them, in rounds that take turns. Clocks tell of a machine with two quiet cores only.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.ahead import DOWN, UP, Terminal
from benchmarks.long import long_session
from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.journal.store.places import find_scenario
from tabletop.scenario.load import load_scenario

MUST_PAINT, MUST_RESUME, MUST_KEY, MUST_KEY_95, MUST_JSON = 1.5, 0.1, 0.008, 0.010, 0.20
KEYS = 60
BARE = """
from textual.app import App
from textual.widgets import DataTable, Footer

class Bare(App):
    def compose(self):
        yield DataTable()
        yield Footer()

    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("name", "figure", "more")
        table.add_rows([(f"row {n}", str(n), "words") for n in range(30)])

Bare().run()
"""


def painted(told: str, *words: str) -> float:
    """Seconds from the start of a process until something stands on its screen."""
    began = time.perf_counter()
    terminal = Terminal(*words)
    try:
        terminal.press(b"", told, patience=60)
        return time.perf_counter() - began
    finally:
        terminal.close()


def keys(save: Path) -> list[float]:
    """Seconds from an arrow on the board's scores to the last byte of what it led to."""
    terminal = Terminal("-m", "tabletop", "resume", str(save))
    try:
        terminal.press(b"", "Turn", patience=60)
        terminal.rest(2.0)
        return [terminal.burst(DOWN if n // 4 % 2 == 0 else UP) for n in range(KEYS)]
    finally:
        terminal.close()


def as_json(save: Path) -> float:
    """Seconds of the whole process."""
    program = "import sys; from tabletop.cli.main import main; sys.exit(main())"
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", program, "replay", str(save), "--json"], stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - began


def main() -> None:
    said = argparse.ArgumentParser()
    said.add_argument("--rounds", type=int, default=9)
    rounds = said.parse_args().rounds
    with TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        fresh, long = Path(folder) / "fresh.toml", Path(folder) / "long.toml"
        Session.create(fresh, load_scenario(find_scenario("nato-3-0")), Terms(seed="7")).close()
        long_session(long, 1_000)
        resume = ("-m", "tabletop", "resume")
        ways: dict[str, Callable[[], float]] = {
            "bare": lambda: painted("row 0", "-c", BARE),
            "start": lambda: painted("Watch", "-m", "tabletop"),
            "poster": lambda: painted("NATO 3.0", "-m", "tabletop"),
            "fresh": lambda: painted("Turn", *resume, str(fresh)),
            "long": lambda: painted("Turn", *resume, str(long)),
            "json": lambda: as_json(long),
        }
        took: dict[str, list[float]] = {name: [] for name in ways}
        for n in range(rounds + 1):
            for name, way in ways.items():
                seconds = way()
                took[name] += [seconds] if n else []  # the first round compiles
        pressed = keys(long)
    each = {name: median(times) for name, times in took.items()}
    most = quantiles(pressed, n=20)[-1]
    print(
        f"first paint {each['start']:.2f} s, a bare table app {each['bare']:.2f} s: "
        f"{each['start'] / each['bare']:.2f} times (must {MUST_PAINT:g}); with its poster {each['poster']:.2f} s"
    )
    print(f"resuming 1,000 moves {each['long']:.2f} s, a new session {each['fresh']:.2f} s: "
          f"{each['long'] - each['fresh']:+.2f} s (must +{MUST_RESUME:g})")  # fmt: skip
    print(f"key to paint {1000 * median(pressed):.1f} ms, {1000 * most:.1f} ms at 95 % "
          f"(must {1000 * MUST_KEY:.0f} and {1000 * MUST_KEY_95:.0f})")  # fmt: skip
    print(f"replay --json of 1,000 moves {each['json']:.2f} s (must {MUST_JSON:.2f})")


if __name__ == "__main__":
    main()
