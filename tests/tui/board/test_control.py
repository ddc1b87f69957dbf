"""Control's dialogs: Red, adjustments, written injects, players, the pen, the end, help."""

from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Adjust, Advance, End, PlaySeat, Red, SetSpending, WriteInject
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase, State
from tabletop.scenario.load import load_scenario
from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.adjust import read_adjust
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.waiting import fitting, waiting, waiting_line
from tabletop.tui.board.write_inject import free_id
from tabletop.tui.control.note import may_name, objectives_by_tag, tagged
from tabletop.tui.kit.commands import commands
from tabletop.tui.kit.keyline import fitted
from tests.play import state
from tests.tui.room import text_of

ROOT = Path(__file__).parents[3]
BIG = ROOT / "scenarios" / "nato-3-0"
SMALL = ROOT / "tests" / "scenarios" / "two-keys"
SIZE = (120, 36)


def session(folder: Path, scenario: Path = BIG, advances: int = 0) -> Session:
    play = Session.create(folder / "s.toml", load_scenario(scenario), Terms(seed="7"))
    for _ in range(advances):
        play.make(Advance(seat="control"))
    return play


async def settled(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.pause()


async def test_red_is_sealed_with_levers_and_a_reason_before_orders_open(tmp_path: Path) -> None:
    play = session(tmp_path, advances=2)
    app = TabletopApp(exercise=Exercise(play))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "space", "right", "minus", "space", "W", *"calm", "enter")

    red = next(entry.move for entry in play.entries if isinstance(entry.move, Red))
    theatres = list(play.world.scenario.theatres)
    assert red.levers == ({"lever": "pressure", "theatre": theatres[1], "step": -4.0},) and red.why == "calm"
    assert play.world.phase is Phase.ADJUDICATE


async def test_no_lever_at_all_is_asked_about_once(tmp_path: Path) -> None:
    play = session(tmp_path, SMALL, advances=2)
    app = TabletopApp(exercise=Exercise(play))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "space", "enter")
        assert play.world.red is None

        await settled(pilot, "enter")
        assert play.world.phase is Phase.ADJUDICATE


async def test_an_adjustment_needs_a_reason_and_stands_in_the_record(tmp_path: Path) -> None:
    play = session(tmp_path)
    track = next(iter(play.world.scenario.tracks))
    app = TabletopApp(exercise=Exercise(play))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "a", "shift+tab", "ctrl+u", *track, "enter", *"-2,5", "enter", "enter")
        assert not play.entries

        await settled(pilot, *"a leak", "enter")

    assert play.entries[-1].move == Adjust(seat="control", what=track, amount=-2.5, reason="a leak")


async def test_an_adjustment_begins_at_the_row_under_the_cursor_and_takes_names(tmp_path: Path) -> None:
    play = session(tmp_path)
    theatre = next(iter(play.world.scenario.theatres))
    app = TabletopApp(exercise=Exercise(play))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "a")
        what = app.screen.query_one("#what", Input).value
        assert what.lower().startswith("pressure") and theatre not in what
        await settled(pilot, *"+3")
        assert "and would be" in text_of(app)
        await settled(pilot, "enter", *"a leak", "enter")

    move = play.entries[-1].move
    assert isinstance(move, Adjust) and move.what.startswith("pressure/") and move.amount == 3.0


async def test_what_nobody_has_played_is_not_reviewed(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await settled(pilot, "r")

        assert isinstance(app.screen, BoardScreen)
        assert "Turn 1 is not reviewed yet" in text_of(app)


def test_amounts_are_read_as_people_type_them() -> None:
    assert read_adjust("x", "+2", "") == Adjust(seat="control", what="x", amount=2.0)
    assert read_adjust("x", "−1,5", "") == Adjust(seat="control", what="x", amount=-1.5)
    assert read_adjust("x", "= 60", "") == Adjust(seat="control", what="x", value=60.0)
    assert read_adjust("x", "=elsewhere", "") == Adjust(seat="control", what="x", value="elsewhere")
    assert isinstance(read_adjust("x", "much", ""), Refusal)


async def test_control_writes_an_inject_of_its_own(tmp_path: Path) -> None:
    play = session(tmp_path, SMALL, advances=1)
    app = TabletopApp(exercise=Exercise(play))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "i", "W", *"Fog", "enter", *"It rises.", "enter", "enter", "escape")

    move = play.entries[-1].move
    assert move == WriteInject(
        seat="control", inject="written-1", title="Fog", text="It rises.", answers=tuple(play.world.seats)
    )
    assert free_id(play.world.injects) == "written-2"


async def test_a_seat_is_given_to_a_bot_and_back(tmp_path: Path) -> None:
    play = session(tmp_path, SMALL)
    seat = next(iter(play.world.seats))
    app = TabletopApp(exercise=Exercise(play))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "6", "t", "down", "enter")
        assert isinstance(play.entries[-1].move, PlaySeat) and play.world.seats[seat].player.startswith("bot:")

        await settled(pilot, "t", "home", "enter")
        assert play.world.seats[seat].player == "team"


async def test_plus_on_a_row_takes_the_pen_of_its_seat_until_one_leaves_the_table(tmp_path: Path) -> None:
    play = session(tmp_path, advances=1)
    app = TabletopApp(exercise=Exercise(play))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "2", "plus")
        screen = app.screen
        assert isinstance(screen, BoardScreen) and screen.hand == list(play.world.seats)[1]

        await settled(pilot, "plus")
        assert isinstance(play.entries[-1].move, SetSpending) and play.entries[-1].entered_by == "control"

        await settled(pilot, "1")
        assert screen.hand == ""


async def test_enter_on_a_seat_takes_its_sheet_in_hand_and_s_seals_it(tmp_path: Path) -> None:
    play = session(tmp_path, SMALL, advances=1)
    seat = next(iter(play.world.seats))
    app = TabletopApp(exercise=Exercise(play))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "6", "enter", "s", "enter")

        assert play.world.seats[seat].sealed and play.entries[-1].entered_by == "control"
        assert any("seal" in line for line in waiting(play.world))


async def test_the_end_is_asked_once_and_can_be_taken_back(tmp_path: Path) -> None:
    play = session(tmp_path, SMALL, advances=1)
    app = TabletopApp(exercise=Exercise(play))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "x", "escape")
        assert state(play) is State.RUNNING

        await settled(pilot, "x", "enter")
        assert play.entries[-1].move == End(seat="control") and state(play) is State.ENDED

        await settled(pilot, "u", "enter")
        assert state(play) is State.RUNNING


async def test_help_lists_every_key_of_the_board(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path, SMALL)))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, BoardScreen)
        keys = {key for each in commands(screen) for key in each.keys}

        assert {"Space", "n", ":", "e", "s", "i", "w", "l", "a", "u", "^r", "c", "C", "p", "R", "H", "x", "q"} <= keys


def test_tags_are_read_where_they_name_something(tmp_path: Path) -> None:
    world = session(tmp_path).world
    objective = world.scenario.exercise.objectives[0].id

    told = tagged(world, f"mail me @ home @ber @t2 #{objective} #nothing @t99", "insight")

    assert (told.text, told.about, told.at, told.objective) == ("mail me @ home #nothing @t99", "berlin", 2, objective)


def test_a_tag_that_is_begun_shows_what_it_may_name(tmp_path: Path) -> None:
    world = session(tmp_path).world
    first, *_, last = objectives_by_tag(world.scenario).items()

    def shown(words: str) -> str:
        return "\n".join(line.plain for line in may_name(world, words))

    assert shown("a word") == shown("a # word") == ""
    assert all(f"#{tag}" in shown("they ask #") for tag in objectives_by_tag(world.scenario))
    assert shown(f"they ask #{first[0]}") == f"#{first[0]}  {' '.join(first[1].split())}"
    assert tagged(world, f"well #{last[0][:-1]}", "insight").objective == last[0]
    assert "@berlin" in shown("@") and f"@t{world.turns}" in shown("@") and shown("@ber") == "@berlin"


def test_sentences_stand_whole_or_not_at_all() -> None:
    assert fitting(["one two three", "four", "five six"], 8, 2) == ["four", "five six"]
    assert fitted("a long walk home", 11) == "a long…"


def test_what_waits_in_one_line_is_whole_or_counted() -> None:
    lines = ["answers of Paris", "results", "1 promise due"]

    assert waiting_line(lines, 80).plain == "• answers of Paris   • results   • 1 promise due"
    assert waiting_line(lines, 36).plain == "• answers of Paris   and 2 more"
    assert waiting_line(lines, 12).plain == "3 waiting"


async def test_u_on_a_line_of_the_journal_goes_back_to_that_line_and_redo_brings_it_forward(tmp_path: Path) -> None:
    play = session(tmp_path, advances=1)
    for _ in range(3):
        play.make(Adjust(seat="control", what="trust", amount=1.0, reason="heard in the room"))
    first, before = play.world_at(2), play.digest
    app = TabletopApp(exercise=Exercise(play))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "8", "up", "up", "u", "enter")
        trust = play.world.figures["trust"]

        await settled(pilot, "ctrl+r")

    assert trust == first.figures["trust"]
    assert play.digest == before


async def test_a_bookmark_is_one_key_and_an_entry(tmp_path: Path) -> None:
    play = session(tmp_path)
    app = TabletopApp(exercise=Exercise(play))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "m")

    assert [entry.move.do for entry in play.entries] == ["bookmark"]
