"""The whole way through the screens: start, watch, set up, a turn with Space, notes, undo, leaving, resuming."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Clock, FireInject, Note, Undo
from tabletop.model.world import Phase, State
from tabletop.scenario.load import load_scenario
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.red import RedDialog
from tabletop.tui.board.solo import SoloScreen
from tabletop.tui.kit.commands import commands
from tabletop.tui.kit.rows import Rows
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.levers.answer import AnswerDialog
from tabletop.tui.levers.seal import SealDialog
from tabletop.tui.replay.demo import DemoScreen
from tabletop.tui.replay.replay import ReplayScreen
from tabletop.tui.seat.job import JobScreen
from tabletop.tui.start.setup import SetupScreen
from tabletop.tui.start.start import StartScreen
from tests.play import phase, state
from tests.tui.room import session_of, until

ROOT = Path(__file__).parents[2]
BIG = ROOT / "scenarios" / "nato-3-0"
SMALL = ROOT / "tests" / "scenarios" / "two-keys"
SIZE = (120, 36)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the big scenario and an empty saves/."""
    (tmp_path / "saves").mkdir()
    (tmp_path / "scenarios").symlink_to(ROOT / "scenarios")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def session(folder: Path, scenario: Path = BIG, **terms: Any) -> Session:
    return Session.create(folder / "s.toml", load_scenario(scenario), Terms(**({"seed": "7"} | terms)))


async def settled(pilot: Pilot[Any], *keys: str) -> None:
    """Presses keys, then lets everything be drawn."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause()


def footer(app: TabletopApp) -> str:
    screen = app.screen
    assert isinstance(screen, TableScreen)
    return screen.keys()[0].word


async def test_the_cursor_of_the_start_screen_is_on_watch_and_enter_watches(here: Path) -> None:
    app = TabletopApp()

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, StartScreen)
        assert app.screen.query_one("#rows", Rows).row == "watch"

        await settled(pilot, "enter")
        assert isinstance(app.screen, DemoScreen)

        await settled(pilot, "right", "right", "right")
        assert app.screen.paused
        assert app.screen.beat.n >= 0


async def test_taking_over_forks_on_the_same_luck_with_one_seat_in_hand(here: Path) -> None:
    app = TabletopApp(demo=True)

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, *["right"] * 6)
        assert isinstance(app.screen, DemoScreen)
        place = app.screen.table
        assert isinstance(place, LocalTable)
        watched = place.session
        head, seed, at = watched.entries[0].head, watched.header.seed, app.screen.beat.fork

        await settled(pilot, "enter", "enter")  # and the first seat
        assert isinstance(app.screen, JobScreen)
        await settled(pilot, "escape")
        taken = session_of(app)

        assert isinstance(app.screen, SoloScreen) and taken is not None
        assert taken.header.seed == seed and taken.entries[0].head == head and len(taken.entries) > at
        assert [state.player for state in taken.world.seats.values()].count("team") == 1
        assert taken.path.parent == here / "saves"


async def test_set_up_leads_to_the_board_and_everything_lies_in_the_save(here: Path) -> None:
    app = TabletopApp()

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "down", "down", "enter")
        assert isinstance(app.screen, SetupScreen)

        await settled(pilot, "down", "left", *["down"] * 7, "right", "enter")

        assert isinstance(app.screen, BoardScreen) and app.exercises.in_hand is not None
        assert session_of(app).world.turns == 4
        assert next(iter(session_of(app).world.seats.values())).player.startswith("bot:")
        assert session_of(app).path.is_file()


async def test_a_name_that_is_taken_is_told_and_set_up_stays(here: Path) -> None:
    app = TabletopApp()

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "down", "down", "enter")
        name = app.screen.query_one("#name", Input).value
        (here / "saves" / f"{name}.toml").write_text("mine")

        await settled(pilot, "enter")

        assert isinstance(app.screen, SetupScreen)
        assert (here / "saves" / f"{name}.toml").read_text() == "mine"


@pytest.mark.parametrize("scenario", [BIG, SMALL])
async def test_space_goes_through_a_whole_turn(tmp_path: Path, scenario: Path) -> None:
    made = session(tmp_path, scenario)
    app = TabletopApp(exercise=Exercise(made))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert footer(app) == "to orders"
        await settled(pilot, "space")
        assert phase(made) is Phase.ORDERS and "not sealed" in footer(app)
        await settled(pilot, "space")
        assert phase(made) is Phase.RED and isinstance(app.screen, RedDialog)
        await settled(pilot, "escape")
        assert footer(app) == "seal Red"
        await settled(pilot, "space", "A")
        assert phase(made) is Phase.ADJUDICATE
        for _ in range(30):
            if made.world.turn == 2:
                break
            await settled(pilot, "space")

        assert (made.world.turn, made.world.phase) == (2, Phase.BRIEF)
        assert isinstance(app.screen, BoardScreen)


async def test_a_note_takes_two_keys_and_keeps_its_tags(tmp_path: Path) -> None:
    made = session(tmp_path)
    app = TabletopApp(exercise=Exercise(made))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "n", *"They wait @ber")
        await settled(pilot, "ctrl+t", "enter")
        assert made.entries[-1].move == Note(seat="control", text="They wait", kind="insight", about="berlin")

        await settled(pilot, "n", *"half a", "escape", "n", *" word", "enter")
        assert made.entries[-1].move == Note(seat="control", text="half a word")


async def test_undo_asks_once_and_redo_brings_back(tmp_path: Path) -> None:
    made = session(tmp_path)
    app = TabletopApp(exercise=Exercise(made))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "space", "u", "escape")
        assert phase(made) is Phase.ORDERS

        await settled(pilot, "u", "enter")
        assert phase(made) is Phase.BRIEF and made.entries[-1].move == Undo(seat="control", to=0)

        await settled(pilot, "ctrl+r")
        assert phase(made) is Phase.ORDERS


async def test_an_inject_is_fired_and_held_by_hand(tmp_path: Path) -> None:
    made = session(tmp_path)
    waiting = [name for name, state in made.world.injects.items() if state.state.value == "armed"]
    app = TabletopApp(exercise=Exercise(made))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "7", "i")
        rows = app.screen.query_one("#list", Rows)
        rows.highlighted = rows.get_option_index(waiting[0])
        await settled(pilot, "minus")
        assert made.world.injects[waiting[0]].state.value == "held"

        await settled(pilot, "F", "escape")
        assert made.entries[-1].move == FireInject(seat="control", inject=waiting[0])
        assert isinstance(app.screen, BoardScreen)


async def test_the_palette_lists_every_action_of_the_board(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        words = {each.words for each in commands(app.screen)}
        await settled(pilot, "ctrl+p")
        listed = [str(option.prompt) for option in app.screen.query_one("#found", OptionList).options]

        for word in words:
            assert any(word in line for line in listed), word


async def test_leaving_says_what_is_on_disk_and_resuming_is_at_the_same_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = session(tmp_path)
    app = TabletopApp(exercise=Exercise(made))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "space", "n", *"x", "enter", "q")
    assert app.return_value == "2 moves on disk, s.toml"

    again = Session.open(tmp_path / "s.toml")
    resumed = TabletopApp(exercise=Exercise(again))
    async with resumed.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert again.world.phase is Phase.ORDERS and footer(resumed).startswith("to Red")


async def test_pause_covers_the_screen_and_stops_the_clock_which_then_goes_on_as_before(tmp_path: Path) -> None:
    ticks = [0.0]
    made = session(tmp_path)
    app = TabletopApp(exercise=Exercise(made), now=lambda: ticks[0])

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "c")
        assert isinstance(made.entries[-1].move, Clock)
        ticks[0] = 60.0
        assert app.time.clock().seconds == 240.0 and app.time.clock().running

        await settled(pilot, "H")
        ticks[0] = 600.0
        assert state(made) is State.PAUSED and not isinstance(app.screen, BoardScreen)

        await settled(pilot, "space", "C")
        assert state(made) is State.RUNNING
        assert app.time.clock().seconds == 300.0 and app.time.clock().running


async def test_one_seat_alone_plays_three_turns_with_space_on_every_screen(here: Path) -> None:
    app = TabletopApp()

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "down", "enter", "enter")
        assert isinstance(app.screen, JobScreen) and app.exercises.in_hand is not None
        assert session_of(app).world.turns == 3

        for _ in range(80):
            if session_of(app).world.state is State.ENDED:
                break
            if isinstance(app.screen, AnswerDialog):
                await settled(pilot, "1")
            asked = isinstance(app.screen, SealDialog | AnswerDialog)
            await settled(pilot, "enter" if asked else "space")

        assert session_of(app).world.state is State.ENDED


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60), (60, 20)])
async def test_the_board_opens_at_every_size_and_every_panel_can_be_reached(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path, SMALL)))

    async with app.run_test(size=size) as pilot:
        for number in "123456787":
            await settled(pilot, number)
            assert app.screen.focused is not None

        await settled(pilot, "escape")
        assert app.screen.focused is not None and app.screen.focused.id == "scores"


async def test_replay_the_example_opens_the_finished_session(here: Path) -> None:
    example = ROOT / "saves" / "example.toml"
    if not example.is_file():
        pytest.skip("there is no example save yet")
    app = TabletopApp()

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, *["down"] * 5, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReplayScreen))

        assert isinstance(app.screen, ReplayScreen)
        assert session_of(app).read_only
