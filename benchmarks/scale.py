"""Sessions of 1,000 to 10,000 moves: opening, a step of the scrubber, memory. uv run python -m benchmarks.scale"""

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.long import long_session
from tabletop.journal.session import Session


def main() -> None:
    if len(sys.argv) > 1:
        print(measured(Path(sys.argv[1])))
        return
    with tempfile.TemporaryDirectory() as place:
        found = {}
        for moves in (0, 1_000, 2_000, 5_000, 10_000):
            path = Path(place) / f"{moves}.toml"
            long_session(path, max(moves, 80))
            command = [sys.executable, "-m", "benchmarks.scale", str(path)]
            told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            found[moves] = [float(word) for word in told.split()]
            opened, step, slowest, near, memory = found[moves]
            print(f"{max(moves, 80):6,} moves: open {opened:.0f} ms; scrub anywhere median {step:.2f} ms, slowest "
                  f"{slowest:.1f} (must 50); to the next {near:.2f} ms; memory {memory:.0f} MB (must 200)")  # fmt: skip
        base = found[0][0]
        few, many = found[1_000][0] - base, found[10_000][0] - base
        print(f"opening 10,000 against 1,000, what an empty one takes left out: {many / few:.1f} (linear: 10)")


def measured(path: Path) -> str:
    """Milliseconds to open, for a jump (median, slowest), for a step; megabytes at most."""
    Session.open(path, read_only=True).close()  # imports are another benchmark's
    began = time.perf_counter()
    session = Session.open(path, read_only=True)
    opened = time.perf_counter() - began
    chance, jumps = random.Random(1), []
    for _ in range(1_000):
        n = chance.randrange(len(session.entries) + 1)
        began = time.perf_counter()
        session.world_at(n)
        jumps.append(time.perf_counter() - began)
    steps = []
    for n in range(len(session.entries) // 2, len(session.entries) // 2 + 200):
        began = time.perf_counter()
        session.world_at(min(n, len(session.entries)))
        steps.append(time.perf_counter() - began)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = (opened, statistics.median(jumps), max(jumps), statistics.median(steps))
    return " ".join(f"{1000 * figure:.3f}" for figure in figures) + f" {memory:.1f}"


if __name__ == "__main__":
    main()
