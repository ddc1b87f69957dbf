"""The picture of the board in the README: turn 4 of the example, three seats sealed, the anchor's posture open.

`uv run python -m tests.page.board` writes docs/board.svg; with `--check` it writes nothing, and ends with 1 where the
picture is no longer what the screen shows.
"""

import asyncio
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from textual import constants

from tabletop.journal.fork import fork_save
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Seal
from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tests.tui.pictures import in_any_font

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "board.svg"
_TURN: Final = 4
_SEALED: Final = 3
"""Seats that have sealed when the picture is taken."""


def main(*, check: bool = False) -> None:
    """Raises SystemExit where the picture is stale and was only to be looked at."""
    vars(constants)["COLOR_SYSTEM"] = "truecolor"  # whatever the terminal has in which it is taken
    with TemporaryDirectory() as folder:
        shown = asyncio.run(_picture(Path(folder) / "turn-4.toml"))
    if not check:
        PICTURE.write_text(shown, encoding="utf-8")
    elif seen(shown) != seen(PICTURE.read_text(encoding="utf-8")):
        sys.exit(f"{PICTURE.relative_to(ROOT)} is stale: uv run python -m tests.page.board")


def seen(svg: str) -> str:
    """What of a picture an eye sees: names inside it hang on how it was made."""
    return re.sub(r"terminal-\d+-", "terminal-", svg)


async def _picture(save: Path) -> str:
    record = load(ROOT / "saves" / "example.toml")
    seals = [each for each in record.entries if each.turn == _TURN and isinstance(each.move, Seal)]
    fork_save(record, seals[_SEALED - 1].n, save)
    last = seals[_SEALED - 1].time
    app = TabletopApp(exercise=Exercise(Session.open(save, now=lambda: last)), now=lambda: 0.0)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.5)
        await pilot.press("enter", "3")  # the clock ran on in the room
        await pilot.pause(0.5)
        return in_any_font(app.export_screenshot(title=""))


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])
