"""What the record costs, as ratios of pairs taken in one run: uv run python -m benchmarks.journal

Appends against a bare write and fsync of as many bytes, at 16,000 entries against 1,000; replay of 1,000 moves from a
parsed record; undo; the whole process of `tabletop replay --json`.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.long import long_session, some_move
from tabletop.journal.record.entry_toml import START, chained
from tabletop.journal.record.rulebook import our_rules
from tabletop.journal.replay import fold
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load, parse
from tabletop.model.moves import Redo, Undo


def main() -> None:
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as place:
        folder = Path(place)
        short, long = folder / "1000.toml", folder / "16000.toml"
        long_session(short, 1_000)
        long_session(long, 16_000)
        appends(folder, short, long)
        replays(short, long)
        undos(short, long)
        processes(short, long)


def median(do: Callable[[], object], rounds: int) -> float:
    """Milliseconds."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        do()
        taken.append(time.perf_counter() - began)
    return 1000 * statistics.median(taken)


def appends(folder: Path, short: Path, long: Path) -> None:
    """In blocks that take turns, so that all see the same disk and none waits for another's sync."""
    fd = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    few_path, many_path = (shutil.copy(path, folder / f"copy-{path.name}") for path in (short, long))
    with Session.open(few_path) as few, Session.open(many_path) as many:
        data = b"x" * round(statistics.mean(len(entry.text) for entry in few.entries[-200:]))
        os.write(fd, few.text.encode())

        def bare() -> None:
            os.write(fd, data)
            os.fsync(fd)

        def append(session: Session) -> Callable[[], None]:
            """What `make` does once the rules have said what follows: encode, chain, write, sync."""
            entry = session.entries[-5]

            def again() -> None:
                session.writer.append(START + chained(entry, entry.head).text, lambda: "")

            return again

        todo = {"bare": bare, "append": append(few), "append at 16,000": append(many),
                "move": lambda: few.make(some_move(1)), "move at 16,000": lambda: many.make(some_move(1))}  # fmt: skip
        found: dict[str, list[float]] = {name: [] for name in todo}
        for _ in range(12):
            for name, do in todo.items():
                found[name].append(median(do, 40))
    os.close(fd)
    ms = {name: statistics.median(taken) for name, taken in found.items()}
    print("  ".join(f"{name} {taken:.3f} ms" for name, taken in ms.items()))
    print(f"append against a bare write and fsync: {ms['append'] / ms['bare']:.2f} (must 2, aim 1.3)")
    print(f"append at 16,000 against 1,000: {ms['append at 16,000'] / ms['append']:.2f} (must 1.2, aim 1.05)")
    print(f"a move, rules and all, at 16,000 against 1,000: {ms['move at 16,000'] / ms['move']:.2f} (must 1.15)")


def replays(short: Path, long: Path) -> None:
    rules, data = our_rules(), short.read_bytes()
    save, longer = load(short), load(long)
    fold(save, rules)
    parsed = median(lambda: parse(data, "s"), 15)
    played = median(lambda: fold(save, rules), 15)
    whole = median(lambda: fold(longer, rules), 3)
    print(f"replay of 1,000 from a parsed record {played:.0f} ms (must 100, aim 60); parsing and chain {parsed:.0f} ms")
    print(f"replay of 16,000 against 1,000: {whole / played:.1f} (must 16)")


def undos(short: Path, long: Path) -> None:
    for path in (short, long):
        with Session.open(path) as session:
            assert not session.read_only
            middle = len(session.entries) // 2
            taken = []
            for _ in range(20):
                taken.append(median(lambda: session.make(Undo(seat="control", to=middle)), 1))  # noqa: B023
                session.make(Redo(seat="control"))
            print(f"undo across turns to {middle} of {len(session.entries)}: {statistics.median(taken):.2f} ms, "
                  f"slowest {max(taken):.2f} (must 5, aim 1)")  # fmt: skip


def processes(short: Path, long: Path) -> None:
    """With compiled files in a place of their own, as an installed program has them."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as cache:
        environment["PYTHONPYCACHEPREFIX"] = cache

        def run(*words: str) -> None:
            subprocess.run([sys.executable, *words], env=environment, stdout=subprocess.DEVNULL, check=True)

        program = ("-c", "import sys; from tabletop.cli.main import main; sys.exit(main())")
        run(*program, "replay", str(short), "--json")
        bare = median(lambda: run("-c", "pass"), 9)
        one = median(lambda: run(*program, "replay", str(short), "--json"), 9)
        many = median(lambda: run(*program, "replay", str(long), "--json"), 3)
    print(f"replay --json of 1,000, whole process {one:.0f} ms, python itself {bare:.0f} (must 350, aim 200)")
    print(f"the same at 16,000: {many / one:.1f} times as long (must 16)")


if __name__ == "__main__":
    main()
