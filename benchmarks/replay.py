"""The replay screen at 100 and 10,000 moves, from a key to the first picture: uv run python -m benchmarks.replay

In the whole application, at 120x36, without a terminal: what a terminal needs to draw comes on top.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from textual.widgets import Input

from benchmarks.long import long_session
from tabletop.tui.app import TabletopApp
from tabletop.tui.replay.actions import jump, look_on, walk
from tabletop.tui.replay.replay import ReplayScreen

ROUNDS = 15


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        for moves in (100, 10_000):
            path = Path(place) / f"{moves}.toml"
            long_session(path, moves)
            told = asyncio.run(measured(path, moves))
            print(f"{moves:6,} moves: " + "; ".join(
                f"{name} {statistics.median(taken):.0f} ms, slowest {max(taken):.0f}" for name, taken in told.items()
            ))  # fmt: skip


async def measured(path: Path, moves: int) -> dict[str, list[float]]:
    """Milliseconds by what was done: the first of its kind is among them."""
    app = TabletopApp(replay=path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReplayScreen)
        told: dict[str, list[float]] = {"a step": [], "jump opens": [], "a letter in it": [], "other eyes": []}
        for n in range(ROUNDS):
            screen.go(moves * n // ROUNDS)
            await pilot.pause()
            told["a step"].append(await painted(app, lambda: walk(screen, 1)))
            told["jump opens"].append(await painted(app, lambda: jump(screen)))
            field = app.screen.query_one("#typed", Input)
            told["a letter in it"].append(await painted(app, lambda: field.insert_text_at_cursor("n")))  # noqa: B023
            await pilot.press("escape")
            await pilot.pause()
            told["other eyes"].append(await painted(app, lambda: look_on(screen)))
        return told


async def painted(app: TabletopApp, do: Callable[[], object]) -> float:
    """Until the compositor has drawn what `do` led to."""
    done = asyncio.Event()
    began = time.perf_counter()
    do()
    app.call_later(lambda: app.screen.call_after_refresh(done.set))
    await done.wait()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
