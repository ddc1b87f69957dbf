"""Every screen in words at three sizes, as it was when somebody last looked at it; and no screen that is not there.

After a wanted change: look at the screens, then `uv run pytest tests/tui/test_every_screen.py --snapshot-update`, under
TABLETOP_LONG=1 for all of them.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from textual.screen import Screen

from tabletop.journal.session import Session
from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.preferences import Preferences
from tests.long import some
from tests.tui.everywhere import PLACES, Place, everything
from tests.tui.review_app import ADVANCE, RED, play, played
from tests.tui.room import text_of, until

WORDS: Final = Path(__file__).parent / "__words__"
SIZES: Final = (80, 24), (120, 36), (200, 60)
BETWEEN: Final = "=" * 80 + "\n"
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d|\d\d:\d\d")
PLACE: Final = re.compile(r"^ Saves go to .*$|[^ ]*pytest[^ ]*", re.M)
PARTS: Final = {
    "Acting", "AdjudicationDialog", "Card", "Dialog", "FigureCard", "ScoreScreen", "TableScreen",
}  # fmt: skip
"""What others descend from."""
ELSEWHERE: Final = {
    "AheadScreen": "review/test_ahead.py",
    "AnswerDialog": "board/test_written_inject.py",
    "CompareScreen": "start/test_compare.py",
    "Confirm": "seat/test_sealed.py",
    "DemoScreen": "replay/test_watch.py",
    "EndexScreen": "review/test_hotwash.py",
    "FormDialog": "kit/test_forms.py",
    "JobScreen": "board/test_solo.py",
    "JumpDialog": "replay/test_replay.py",
    "Palette": "kit/test_ctrl_p.py",
    "PassScreen": "seat/test_pass.py",
    "PausedNotice": "test_app.py",
    "PublicScreen": "public/test_public.py",
    "RecordScreen": "replay/test_record.py",
    "RedDialog": "test_app.py",
    "ReplayScreen": "replay/test_replay.py",
    "RollDialog": "adjudicate/test_adjudicate.py",
    "SealDialog": "seat/test_elsewhere.py",
    "SendDialog": "levers/test_posture.py",
    "SilenceDialog": "board/test_silence.py",
    "SoloScreen": "board/test_solo.py",
    "TextDialog": "levers/test_tables.py",
    "WithdrawDialog": "levers/test_posture.py",
}
"""Screens that come of themselves, move by themselves, or want more than a turn: each with the test that shows it."""


@lru_cache(maxsize=1)
def _save() -> bytes:
    """A session in the review of turn 1."""
    with TemporaryDirectory() as folder:
        here = played(Path(folder), 1)
        here.session.close()
        return here.session.path.read_bytes()


def _board(folder: Path, likes: Preferences, *on: bool) -> TabletopApp:
    path = folder / "seen.toml"
    path.write_bytes(_save())
    session = Session.open(path)
    if on:
        play(session, ADVANCE, ADVANCE, ADVANCE, RED, ADVANCE)
    return TabletopApp(exercise=Exercise(session), now=lambda: 0.0, likes=likes)


def _adjudicate(folder: Path, likes: Preferences) -> TabletopApp:
    return _board(folder, likes, True)


def _start(_: Path, likes: Preferences) -> TabletopApp:
    return TabletopApp(now=lambda: 0.0, likes=likes)


def _from(name: str) -> Place:
    place = next(place for place in PLACES if place.name == name)
    return Place(name, place.keys, _start if name in ("start", "set-up") else _board)


SHOWN: Final = {
    "board": (_from("board"), "BoardScreen"),
    "posture": (_from("posture"), "BoardScreen"),
    "council": (_from("council"), "BoardScreen"),
    "why": (_from("why"), "WhyScreen"),
    "list of injects": (_from("list of injects"), "InjectDialog"),
    "timeline": (Place("timeline", ("J",), _board), "TimelineScreen"),
    "read aloud": (_from("read aloud"), "AloudScreen"),
    "sheet": (_from("sheet"), "SeatScreen"),
    "review": (_from("review"), "ReviewScreen"),
    "help": (_from("help"), "HelpDialog"),
    "prepared": (_from("prepared"), "Prepared"),
    "note": (_from("note"), "NoteDialog"),
    "player": (_from("player"), "PickDialog"),
    "order line": (_from("order line"), "OrderDialog"),
    "where from": (_from("where from"), "OriginDialog"),
    "adjudicate": (Place("adjudicate", ("space",), _adjudicate), "AdjudicateScreen"),
    "rule": (Place("rule", ("space", "enter"), _adjudicate), "RuleDialog"),
    "set-up": (_from("set-up"), "SetupScreen"),
    "alone": (Place("alone", ("down", "down", "down", "enter"), _start), "AloneScreen"),
    "start": (_from("start"), "StartScreen"),
}
"""Where one gets, and the screen that is there."""


def test_every_screen_is_shown_here_or_named_with_the_test_that_shows_it() -> None:
    kinds = {kind.__name__ for kind in everything(Screen)}

    assert kinds == PARTS | set(ELSEWHERE) | {kind for _, kind in SHOWN.values()}


def test_what_is_shown_elsewhere_is_shown_there() -> None:
    here = Path(__file__).parent
    missing = [name for name, file in ELSEWHERE.items() if not (here / file).is_file()]

    assert missing == []


@pytest.mark.parametrize("name", some(list(SHOWN), 8))
async def test_every_screen_says_what_it_said(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "saves").mkdir()
    (tmp_path / "scenarios").symlink_to(Path.cwd() / "scenarios")
    monkeypatch.chdir(tmp_path)
    place, kind = SHOWN[name]

    file = WORDS / f"{name.replace(' ', '-')}.txt"
    anew = request.config.getoption("update_snapshots")
    held = [""] * len(SIZES) if anew else file.read_text(encoding="utf-8").split(BETWEEN)

    told = await _told(place, kind, tmp_path, held)

    if anew:
        file.parent.mkdir(exist_ok=True)
        file.write_text(BETWEEN.join(told), encoding="utf-8")
    else:
        assert told == held


async def _told(place: Place, kind: str, folder: Path, held: list[str]) -> list[str]:
    """The screen in words at every size; days, hours and folders left out. Waits for what is `held`, for a busy machine
    lays a screen out late."""
    app, parts = place.app(folder, Preferences()), []

    def words() -> str:
        text = "\n".join(row.rstrip() for row in text_of(app).split("\n"))
        return PLACE.sub("", DAY.sub("#", text)) + "\n"

    async with app.run_test(size=SIZES[-1]) as pilot:
        await pilot.pause()
        if place.app is _start:
            await until(pilot, lambda: "NATO 3.0" in text_of(app))
        for key in place.keys:
            await pilot.press(key)
            await pilot.pause()
        await until(pilot, lambda: type(app.screen).__name__ == kind)
        for size, before in zip(SIZES, held, strict=True):
            await pilot.resize_terminal(*size)
            if before:
                await until(pilot, lambda before=before: words() == before, 10.0)  # type: ignore[misc]
            parts.append(words() if before else await _still(words, pilot.pause))
            assert type(app.screen).__name__ == kind
    return parts


async def _still(look: Callable[[], str], pause: Callable[[float], object]) -> str:
    """What stands there when some looks in a row are alike."""
    text, alike = "", 0
    while alike < 5:
        await pause(0.05)  # type: ignore[misc]
        alike = alike + 1 if text == (text := look()) else 0
    return text
