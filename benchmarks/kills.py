"""Kills a process that plays, again and again at random moments under load: uv run python -m benchmarks.kills [200]

Every move whose making was acknowledged must be in the save, and the save must be whole or told to be torn at its end.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NoReturn

from benchmarks.long import long_session, some_move
from tabletop.journal.entry import Entry
from tabletop.journal.save_toml import load
from tabletop.journal.session import Session

#: Load that ends by itself should nobody end it.
BURN = "import os\nparent = os.getppid()\nwhile os.getppid() == parent: sum(range(10_000))"


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chance = random.Random(7)
    load_on = [subprocess.Popen([sys.executable, "-c", BURN]) for _ in range(os.cpu_count() or 1)]
    acknowledged = torn = 0
    try:
        with tempfile.TemporaryDirectory() as place:
            for kill in range(kills):
                path, stick = Path(place) / f"{kill // 20}.toml", Path(place) / "stick"
                if not path.exists():  # a long save would only make opening it long
                    long_session(path, 80)
                told = killed(path, stick, chance.random() * 0.15)
                assert told, "nothing was made"
                save = load(path)
                assert not save.fault, save.fault
                heads = {entry.n: entry.head for entry in save.entries}
                for line in told:
                    n, head = line.split()
                    assert heads.get(int(n)) == head, f"entry {n} was acknowledged and is missing"
                assert not load(stick / path.name).fault
                acknowledged, torn = acknowledged + len(told), torn + bool(save.torn)
    finally:
        for process in load_on:
            process.kill()
            process.wait()
    print(f"{kills} kills, {acknowledged} acknowledged moves, {torn} torn ends, none missing")


def killed(path: Path, stick: Path, wait: float) -> list[str]:
    """Whole lines that a process said before it was killed `wait` seconds after its first move."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        play(path, stick, writing)
    os.close(writing)
    with os.fdopen(reading) as said:
        first = said.readline()
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        lines = [first, *said.readlines()]
    os.waitpid(child, 0)
    return [line for line in lines if line.endswith("\n") and len(line.split()) == 2]


def play(path: Path, stick: Path, writing: int) -> NoReturn:
    """Plays until it is killed, and says each move once `make` has returned."""
    try:
        with Session.open(path, mirror=stick) as session:
            while not session.read_only:
                entry = session.make(some_move(len(session.entries)))
                assert isinstance(entry, Entry) and not session.trouble, (entry, session.trouble)
                os.write(writing, f"{entry.n} {entry.head}\n".encode())
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
