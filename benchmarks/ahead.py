"""The look ahead on a terminal of its own: how soon its first picture stands, and how long a key takes to be painted
while futures are counted, beside the same key when nothing is.

    uv run python -m benchmarks.ahead

A key is an arrow on the list of scores; it is painted when the chart has the name of the next one. Clocks tell of a
machine with two quiet cores only.
"""

import os
import pty
import select
import subprocess
import sys
import time
from fcntl import ioctl
from pathlib import Path
from statistics import median
from struct import pack
from tempfile import TemporaryDirectory
from termios import TIOCSWINSZ

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.journal.store.places import find_scenario
from tabletop.model.moves import Advance
from tabletop.scenario.load import load_scenario
from tabletop.tui.review.ahead_rows import scores_ahead
from tabletop.words.names import score_name

MUST_FIRST, MUST_TIMES = 0.25, 2.0
KEYS = 20  # down and up again, twice
DOWN, UP = b"\x1b[B", b"\x1b[A"


class Terminal:
    """Python with some words on a pseudo-terminal, and what it has written since the last key."""

    def __init__(self, *words: str) -> None:
        self._ours, theirs = pty.openpty()
        ioctl(theirs, TIOCSWINSZ, pack("HHHH", 36, 120, 0, 0))
        self.program = subprocess.Popen(
            [sys.executable, *words], stdin=theirs, stdout=theirs, stderr=theirs,
            env=os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "TEXTUAL_ANIMATIONS": "none"},
        )  # fmt: skip
        os.close(theirs)

    def press(self, key: bytes, *until: str, patience: float = 30) -> float:
        """Seconds from a key until all of some words have been written."""
        self._read(0.0)
        began, seen, end = time.perf_counter(), b"", time.perf_counter() + patience
        os.write(self._ours, key)
        while not all(word.encode() in seen for word in until):
            if time.perf_counter() > end:
                raise TimeoutError(f"not written after {patience} s: {until}")
            seen += self._read(0.05)
        return time.perf_counter() - began

    def burst(self, key: bytes, patience: float = 5, still: float = 0.06) -> float:
        """Seconds from a key to the last byte before the screen stood still."""
        self._read(0.0)
        began = last = time.perf_counter()
        os.write(self._ours, key)
        while time.perf_counter() - last < (still if last > began else patience):
            if self._read(0.005):
                last = time.perf_counter()
        return last - began

    def close(self) -> None:
        """Ends the program."""
        self.program.kill()
        self.program.wait()
        os.close(self._ours)

    def rest(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._read(0.05)

    def _read(self, patience: float) -> bytes:
        ready, _, _ = select.select([self._ours], [], [], patience)
        try:
            return os.read(self._ours, 1 << 16) if ready else b""
        except OSError:  # the program has ended
            return b""


def keys(terminal: Terminal, titles: list[str]) -> list[float]:
    """An arrow at a time, down the theatres and up again."""
    way = [(DOWN, title) for title in titles[1:]] + [(UP, title) for title in reversed(titles[:-1])]
    took = []
    for n in range(KEYS):
        key, title = way[n % len(way)]
        took.append(terminal.press(key, title))
        terminal.rest(0.08)
    return took


def main() -> None:
    scenario = load_scenario(find_scenario("nato-3-0"))
    with TemporaryDirectory() as folder:
        save = Path(folder) / "ahead.toml"
        with Session.create(save, scenario, Terms(seed="7")) as session:
            session.make(Advance(seat="control"))
            world = session.world
        titles = [score_name(scenario, score, world.seats) for score in scores_ahead(world)][1:7]
        terminal = Terminal("-m", "tabletop", "resume", str(save))
        try:
            terminal.press(b"", "Turn", patience=60)
            terminal.rest(1.5)
            first = terminal.press(b"l", "90%")
            terminal.press(DOWN, titles[0])
            busy = keys(terminal, titles)
            terminal.press(b"", "200 of 200", patience=120)
            terminal.rest(1.0)
            idle = keys(terminal, titles)
        finally:
            terminal.close()
    print(f"first picture after {first:.2f} s (must {MUST_FIRST})")
    print(f"key to paint: {1000 * median(busy):.0f} ms while it counts, {1000 * median(idle):.0f} ms when idle, "
          f"{median(busy) / median(idle):.1f} times (must {MUST_TIMES:g})")  # fmt: skip


if __name__ == "__main__":
    main()
