"""From `w` to the first picture of why, beside an empty screen of the kit: uv run python -m benchmarks.why

On the example that ships, at 120x36, without a terminal; processor time, since other work may go on beside it.
"""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from textual.screen import Screen

from tabletop.journal.fork import fork_save
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.table.local import LocalTable
from tabletop.tui.app import TabletopApp
from tabletop.tui.review.why import WhyScreen

EXAMPLE = Path(__file__).parents[1] / "saves" / "example.toml"
SCORES = ("trust", "deterrence/baltic", "deterrence", "cohesion", "margin/central")
MOVES, ROUNDS = 300, 6


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "part.toml"
        fork_save(load(EXAMPLE), MOVES, path)
        table = LocalTable(Session.open(path))
        why, empty = asyncio.run(measured(table))
    told = ", ".join(f"{name} {statistics.median(taken):.0f} ms" for name, taken in (("why", why), ("empty", empty)))
    print(f"{told}; ratio {statistics.median(why) / statistics.median(empty):.1f}")


async def measured(table: LocalTable) -> tuple[list[float], list[float]]:
    """Milliseconds until it is painted, of why and of an empty screen."""
    app = TabletopApp()
    why: list[float] = []
    empty: list[float] = []
    async with app.run_test(size=(120, 36)) as pilot:
        for score in SCORES * ROUNDS:
            for taken, screen in ((empty, Screen[None]()), (why, WhyScreen(table, score, 5))):
                began = time.process_time()
                await app.push_screen(screen)
                await pilot.pause()
                taken.append(1000 * (time.process_time() - began))
                app.pop_screen()
                await pilot.pause()
    return why, empty


if __name__ == "__main__":
    main()
