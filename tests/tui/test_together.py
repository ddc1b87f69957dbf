"""What the screens do together: toasts, the pen, the end, forks, keys while typing, what a seat's screen opens on."""

from pathlib import Path

import pytest
from textual.widgets import Input
from textual.widgets._toast import Toast

from tabletop.journal.session import Session
from tabletop.model.moves import Advance, End, Note, PlaySeat, Red, SetSpending, Show
from tabletop.model.world import Phase
from tabletop.table.exercise import Exercise
from tabletop.table.injects import ordered, still_to_answer
from tabletop.table.record import Place
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.injects import inject_row
from tabletop.tui.board.red import RedDialog
from tabletop.tui.board.tabs import Tables
from tabletop.tui.board.waiting import Waiting
from tabletop.tui.control.note import NoteDialog
from tabletop.tui.levers.order import OrderDialog
from tabletop.tui.levers.withdraw import WithdrawDialog
from tabletop.tui.replay.jump import nearest
from tabletop.tui.replay.replay import ReplayScreen
from tabletop.tui.review.endex import EndexScreen
from tabletop.tui.seat.seat import SeatScreen
from tabletop.tui.terminal.toasts import parts_of
from tests.table.scenes import every_scene
from tests.tui.room import KEYS, on_top, session_of, table, text_of, until
from tests.tui.test_app import SIZE, session, settled


def one_team(folder: Path, team: str) -> Session:
    """Orders of turn 1 with one seat in human hands."""
    made = session(folder)
    for seat in made.world.seats:
        if seat != team:
            made.make(PlaySeat(seat="control", name=seat, player="bot:status-quo"))
    made.make(Advance(seat="control"))
    return made


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_toast_takes_one_line_beside_the_marking_and_long_ones_are_told_in_parts(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        app.notify("first")
        await pilot.pause()
        app.notify(
            "A refusal that says [what] is wrong, what was asked, the most there is, and how it could be mended." * 2
        )
        await pilot.pause(0.2)
        toasts = [toast for toast in app.screen.query(Toast) if toast.region.height and toast.region.y == 0]
        lines = text_of(app).split("\n")

        assert lines[0].startswith(" EXERCISE") and "A refusal that says [what]" in lines[0]
        assert lines[1].startswith(" NATO 3.0  Turn 1/8") and "05:00" in lines[1]
        assert toasts and all(toast.region.height == 1 for toast in app.screen.query(Toast))


def test_what_is_told_in_parts_is_told_whole() -> None:
    said = "A refusal that says what is wrong, what was asked, what the most is, and how it could be mended."

    parts = parts_of(said, 40, 5)

    assert " ".join(words.removesuffix(" …") for words, _ in parts) == said
    assert all(len(words) <= 40 and seconds >= 3 for words, seconds in parts)
    assert parts_of("short", 40, 5) == [("short", 5)]


async def test_the_only_team_has_the_pen_in_contributions_and_the_anchor_in_posture(tmp_path: Path) -> None:
    made = one_team(tmp_path, "berlin")
    app = TabletopApp(exercise=Exercise(made))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "2", "plus", "plus")
        move = made.entries[-1].move
        assert isinstance(move, SetSpending) and (move.seat, move.member) == ("berlin", "de")

        await settled(pilot, "3", "minus")
        assert isinstance(app.screen, WithdrawDialog) and app.screen.force == "us-ibct-ro"

        await settled(pilot, "escape", "4", "down", "down", "down", "h")
        assert on_top(app) == "priced" and "Hand over" in text_of(app)


async def test_with_several_teams_the_cursor_starts_on_one_whose_row_can_move(tmp_path: Path) -> None:
    made = session(tmp_path)
    app = TabletopApp(exercise=Exercise(made))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "space", "2")
        grid = app.screen.query_one(Tables).grid

        assert grid is not None and grid.selected is not None
        assert grid.selected.key == ("seat", "berlin")


async def test_an_ended_save_leads_to_the_close(tmp_path: Path) -> None:
    made = session(tmp_path, KEYS)
    made.make(End(seat="control"))
    app = TabletopApp(exercise=Exercise(made))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "space")

        assert isinstance(app.screen, EndexScreen)


async def test_a_fork_takes_the_place_of_the_board_and_its_left_panel_says_something(tmp_path: Path) -> None:
    made = session(tmp_path)
    app = TabletopApp(exercise=Exercise(made))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "space", "R", "home", "b", *"other", "enter")
        await until(
            pilot,
            lambda: (
                app.exercises.in_hand is not None
                and session_of(app) is not made
                and isinstance(app.screen, BoardScreen)
            ),
        )
        boards = [screen for screen in app.screen_stack if isinstance(screen, BoardScreen)]

        assert len(boards) == 1 and app.screen is boards[0]
        assert session_of(app).path.stem == "other"
        assert str(app.screen.query_one(Waiting).query_one("Static").render()).strip()


async def test_enter_in_the_journal_opens_the_replay_at_that_entry(tmp_path: Path) -> None:
    made = session(tmp_path)
    for _ in range(2):
        made.make(Note(seat="control", text="x"))
    app = TabletopApp(exercise=Exercise(made))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "8", "home", "enter")

        assert isinstance(app.screen, ReplayScreen) and app.screen.at == 1


async def test_a_replay_opens_after_a_move_and_as_a_seat(tmp_path: Path) -> None:
    with session(tmp_path) as made:
        made.make(Advance(seat="control"))
        made.make(SetSpending(seat="paris", member="fr", share=2.2))
    app = TabletopApp(replay=tmp_path / "s.toml", to=1, who="berlin")

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)

        assert isinstance(app.screen, ReplayScreen)
        assert (app.screen.at, app.screen.view.who) == (1, "berlin")
        assert "France" not in text_of(app)


async def test_the_note_and_the_next_step_are_to_be_had_while_one_types(tmp_path: Path) -> None:
    made = session(tmp_path)
    app = TabletopApp(exercise=Exercise(made))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "space", "colon", *"sp", "ctrl+n")
        assert isinstance(app.screen, NoteDialog)
        await settled(pilot, *"said", "enter")
        assert made.entries[-1].move == Note(seat="control", text="said")
        assert isinstance(app.screen, OrderDialog)

        await settled(pilot, "f8")
        assert made.world.phase is Phase.RED and isinstance(app.screen, RedDialog)

        await settled(pilot, "escape", "colon")
        assert app.screen.query_one(Input).value == "sp"
        await settled(pilot, "escape", "question_mark", *"typing")  # searched for: it stands far down
        assert "also while typing" in text_of(app)


async def test_a_player_takes_no_note_for_control(tmp_path: Path) -> None:
    made = session(tmp_path)
    app = TabletopApp(exercise=Exercise(made))

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "space", "k", "enter", "ctrl+n")

        assert isinstance(app.screen, SeatScreen)


def test_an_injects_title_is_whole_and_says_who_has_to_answer(tmp_path: Path) -> None:
    world = table(tmp_path).view_now().world
    rows = {name: inject_row(world, name, 27) for name in ordered(world)}
    waiting = [name for name in rows if still_to_answer(world, name)]

    assert waiting
    for name, row in rows.items():
        assert all(line.cell_length <= 27 for line in row.split("\n"))
        assert "…" not in row.plain and " ".join(row.plain.split()).count(world.scenario.injects[name].title.split()[0])
    assert all(f"{len(still_to_answer(world, name))} to answer" in rows[name].plain for name in waiting)


async def test_a_seat_opens_on_its_brief_first_then_on_what_it_looked_at_last(tmp_path: Path) -> None:
    made = session(tmp_path)
    app = TabletopApp(exercise=Exercise(made))

    async def pane(*keys: str) -> str:
        await settled(pilot, *keys)
        assert isinstance(app.screen, SeatScreen)
        return app.screen.pane

    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot, "space", "k")
        assert await pane("enter") == "brief"
        assert await pane("escape", "enter") == "posture"
        assert await pane("5", "escape", "enter") == "council"
        assert await pane("2") == "contributions" and "People in theatre" in text_of(app)
        assert await pane("escape", "down", "enter") == "brief"
        assert await pane("escape", "enter") == "contributions"


def test_a_look_ahead_shown_to_the_room_stands_on_the_feed_of_that_turn(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS)
    assert "ahead" not in every_scene(control.session)
    control.make_now(Show(seat="control", what="the look ahead, Trust: 40 to 60", to="room"))
    shown = every_scene(control.session)["ahead"]["words"]
    for move in (Advance(seat="control"), Red(seat="control", source="model"), *[Advance(seat="control")] * 3):
        control.make_now(move)

    assert shown.startswith("Look ahead, Trust: 40 to 60") and "no forecast" in shown
    assert "ahead" not in every_scene(control.session)


def test_the_jump_list_keeps_all_turns_and_what_is_near() -> None:
    found = [Place(n, "turn" if n % 100 == 0 else "note", str(n)) for n in range(1000)]

    listed = nearest(found, 555, 30)

    assert len(listed) == 30 and [place.n for place in listed] == sorted(place.n for place in listed)
    assert set(range(0, 1000, 100)) <= {place.n for place in listed}
    assert 555 in {place.n for place in listed}
