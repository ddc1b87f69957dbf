"""Looking at a save that a second process plays: who holds it is said, its moves come, nothing is written."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tabletop.journal.session import Session
from tabletop.journal.store.lock import held_by
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.replay.replay import ReplayScreen
from tests.tui import room
from tests.tui.room import session_of, text_of
from tests.tui.test_app import SIZE, SMALL, session, settled

PLAYER = """
import sys
from tabletop.journal.session import Session
from tabletop.model.moves import Note
with Session.open(sys.argv[1]) as session:
    assert not session.read_only
    print("ready", flush=True)
    for line in sys.stdin:
        session.make(Note(seat="control", text=line.strip()))
        print("made", flush=True)
"""


class Player:
    """A real second process with the save open for writing."""

    def __init__(self, save: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PLAYER, str(save)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._told("ready")

    def note(self, words: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()
        self._told("made")

    def _told(self, word: str) -> None:
        assert self.process.stdout
        assert self.process.stdout.readline().strip() == word


@pytest.fixture
def save(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saves").mkdir()
    with session(tmp_path / "saves", SMALL) as made:
        return made.path


@pytest.fixture
def player(save: Path) -> Iterator[Player]:
    playing = Player(save)
    playing.note("before")
    yield playing
    playing.process.kill()
    playing.process.communicate()


async def until(app: TabletopApp, pilot: Pilot[str], entries: int) -> None:
    await room.until(pilot, lambda: app.exercises.in_hand is not None and len(session_of(app).entries) == entries)
    await settled(pilot)


def title(app: TabletopApp) -> str:
    return str(app.screen.query_one("#moves", Static).border_title)


async def test_a_replay_says_who_plays_and_shows_new_moves_as_they_come(save: Path, player: Player) -> None:
    app = TabletopApp(replay=save)

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, ReplayScreen)
        assert title(app) == f"Move 1 of 1, process {player.process.pid} plays on"

        player.note("while they look")
        await until(app, pilot, 2)
        assert title(app).startswith("Move 2 of 2")
        assert "while they look" in str(app.screen.query_one("#moves", Static).content)

        await pilot.press("home")
        player.note("and again")
        await until(app, pilot, 3)
        assert title(app).startswith("Move 0 of 3")


async def test_from_the_start_screen_too_and_the_board_follows(save: Path, player: Player) -> None:
    app = TabletopApp()

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "tab", "R")
        assert isinstance(app.screen, ReplayScreen)
        assert f"process {player.process.pid} " in (app.exercises.in_hand.holder if app.exercises.in_hand else "")

        await settled(pilot, "escape", "enter")
        assert isinstance(app.screen, BoardScreen) and session_of(app).read_only
        player.note("on the board")
        await until(app, pilot, 2)
        assert app.screen.view.n == 2


@pytest.mark.harms_saves
async def test_a_save_that_is_replaced_is_said_and_what_was_read_stays(save: Path, player: Player) -> None:
    app = TabletopApp(replay=save)

    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settled(pilot)
        with session(save.parent / "elsewhere", SMALL, seed="8") as other:
            save.write_bytes(other.path.read_bytes())
        await room.until(pilot, lambda: "another save stands in its place" in text_of(app))
        assert "another save stands in its place" in text_of(app)
        assert title(app).startswith("Move 1 of 1")


def test_a_process_that_is_gone_or_this_one_holds_nothing(save: Path, player: Player) -> None:
    assert held_by(save)
    player.process.kill()
    player.process.wait()
    assert held_by(save) is None

    with Session.open(save) as mine:
        assert not mine.read_only
        assert held_by(save) is None
