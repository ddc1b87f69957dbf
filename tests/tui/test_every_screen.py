"""Every screen in words at three sizes, as it was when somebody last looked at it; and no screen that is not there.

After a wanted change: look at the screens, then take them anew:
`TABLETOP_LONG=1 uv run pytest tests/tui/test_every_screen.py --snapshot-update`.
"""

import re
from pathlib import Path
from typing import Any, Final

import pytest
from textual import constants
from textual.pilot import Pilot
from textual.screen import Screen

from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.preferences import USUAL
from tests.long import LONG, some
from tests.tui.everywhere import PLACES, Place, everything
from tests.tui.room import still, text_of, until

WORDS: Final = Path(__file__).parent / "__words__"
SIZES: Final = (80, 24), (120, 36), (200, 60)
BETWEEN: Final = "=" * 80 + "\n"
LOT: Final = re.compile(r"\d{4}-\d\d-\d\d|\d\d:\d\d|(?<=fingerprint )\w+|(?<=Saves go to ).*|(?<=Saved in ).*")
"""What hangs on when and where a session is played."""
PARTS: Final = {"Acting", "AdjudicationDialog", "Card", "Dialog", "FigureCard", "ScoreScreen", "TableScreen",
                "TermsScreen"}  # fmt: skip
"""What others descend from."""


def test_every_screen_is_among_the_places_and_no_place_names_another() -> None:
    kinds = {kind.__name__ for kind in everything(Screen)}

    assert {place.screen for place in PLACES} == kinds - PARTS
    assert kinds >= PARTS


def test_no_words_are_held_of_a_place_that_is_no_more() -> None:
    assert {file.stem for file in WORDS.glob("*.txt")} == {_file(place).stem for place in PLACES}


@pytest.mark.parametrize("place", some(PLACES, 12), ids=lambda place: place.name)
async def test_every_screen_says_what_it_said(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """At one of the sizes, each in its turn; in a long run at all of them."""
    _stand_in(tmp_path, monkeypatch)
    file = _file(place)
    anew = request.config.getoption("update_snapshots")
    held = [""] * len(SIZES) if anew else file.read_text(encoding="utf-8").split(BETWEEN)
    tried = range(len(SIZES)) if LONG or anew else [PLACES.index(place) % len(SIZES)]

    told = [await _told(place, Path(str(n)), SIZES[n], held[n]) for n in tried]

    if anew:
        file.parent.mkdir(exist_ok=True)
        file.write_text(BETWEEN.join(told), encoding="utf-8")
    else:
        assert told == [held[n] for n in tried]


def _file(place: Place) -> Path:
    return WORDS / f"{place.name.replace(' ', '-').replace(chr(39), '')}.txt"


def _stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of one's own, with the scenarios that ship; nothing is drawn by lot, and nothing goes on
    by itself."""
    (folder / "saves").mkdir()
    (folder / "scenarios").symlink_to(Path.cwd() / "scenarios")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(constants, "COLOR_SYSTEM", "truecolor")
    monkeypatch.setattr("tabletop.tui.replay.demo.SECONDS", 3600.0)
    for module in ("alone", "setup"):
        monkeypatch.setattr(f"tabletop.tui.start.{module}.fresh_seed", lambda: "4711")


async def _told(place: Place, folder: Path, size: tuple[int, int], held: str) -> str:
    """The screen in words; days and hours left out. Waits for what is `held`, for a busy machine lays a screen
    out late."""
    folder.mkdir()
    app = place.app(folder, USUAL)

    def words() -> str:
        text = "\n".join(row.rstrip() for row in text_of(app).split("\n"))
        return LOT.sub(lambda found: "#" * min(16, len(found[0])), text) + "\n"

    async with app.run_test(size=size) as pilot:
        await _reach(place, app, pilot)
        if held:
            await until(pilot, lambda: words() == held)
        else:
            await still(pilot, words)
        assert type(app.screen).__name__ == place.screen
        return words()


async def _reach(place: Place, app: TabletopApp, pilot: Pilot[Any]) -> None:
    """Presses the keys, and waits for what comes of itself. No toast stays: it goes when its time is over."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    for key in place.keys:
        await pilot.press(key)
        await pilot.pause()
    await until(pilot, lambda: type(app.screen).__name__ == place.screen)
    await app.workers.wait_for_complete()
    app.clear_notifications()
