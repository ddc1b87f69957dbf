"""The picture of the board in the README: turn 4 of the example, three seats sealed, the anchor's posture open.

`uv run python -m tests.page.board` writes docs/board.svg.
"""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

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


def main() -> None:
    with TemporaryDirectory() as folder:
        PICTURE.write_text(asyncio.run(_picture(Path(folder) / "turn-4.toml")), encoding="utf-8")


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
    main()
