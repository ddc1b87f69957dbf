"""One key on every screen with figures: a box with the source of the one under the cursor, of what is seen there."""

from pathlib import Path

import pytest

from tabletop.model.moves import Note, TableText
from tabletop.tui.adjudicate.adjudicate import AdjudicateScreen
from tabletop.tui.board.actions import OF_BOARD
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.inject import InjectDialog
from tabletop.tui.board.scores import Scores
from tabletop.tui.board.solo import OF_PLAYER
from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.row_figures import move_figure, row_figure
from tabletop.tui.kit.where_from import WHERE_FROM, OriginDialog, origin_lines, show_origin
from tabletop.tui.levers.commands import command_rows
from tabletop.tui.levers.contribution_rows import all_rows, seat_rows
from tabletop.tui.levers.council_rows import council_rows
from tabletop.tui.levers.injects import inject_rows
from tabletop.tui.levers.outlook import Outlook
from tabletop.tui.levers.posture_rows import posture_rows
from tabletop.tui.replay.replay import ReplayScreen
from tabletop.tui.review.ahead import AheadScreen
from tabletop.tui.review.compare import CompareScreen
from tabletop.tui.review.why import WhyScreen
from tabletop.tui.seat.actions import OF_SEAT
from tabletop.tui.seat.seat import SeatScreen
from tabletop.words.names import theatre_name
from tests.tui.room import NATO, Room, table, text_of, until

#: Rows that are about no figure: more of the same, what was said, and what a sheet holds.
NO_FIGURE = {"more", "promise", "order", "heading", "voters"}


@pytest.mark.parametrize(
    "actions",
    [
        OF_BOARD,
        OF_PLAYER,
        OF_SEAT,
        *(
            each.ACTIONS
            for each in (WhyScreen, AheadScreen, InjectDialog, AdjudicateScreen, ReplayScreen, CompareScreen)
        ),
    ],
    ids=range(9),
)
def test_the_key_is_the_same_everywhere_and_nothing_else_has_it(actions: tuple[Action, ...]) -> None:
    keys = [
        key for action in (*OF_CONTROL, *actions) if action.name != WHERE_FROM.name for key in action.key.split(",")
    ]

    assert [action.do for action in actions if action.name == WHERE_FROM.name] == [show_origin]
    assert WHERE_FROM.key not in keys


@pytest.mark.parametrize("seat", ["", "washington", "berlin", "secretary-general"])
def test_every_row_of_every_table_has_a_figure_that_can_be_asked(tmp_path: Path, seat: str) -> None:
    view = table(tmp_path, NATO).at(seat or "control").view_now()
    levers = view.levers(seat)
    rows = [*posture_rows(levers), *command_rows(levers), *council_rows(levers, view.lines), *inject_rows(levers)]
    rows += seat_rows(levers, every=True) if seat else all_rows(levers, frozenset(view.world.seats))

    asked = {row.key: row_figure(row.key, seat) for row in rows if not row.heading}

    assert {key[0] for key, of in asked.items() if not of} <= NO_FIGURE
    assert all(view.origin(of).source for of in asked.values() if of) and len(asked) > 5


async def test_a_seat_asks_where_the_force_under_its_cursor_comes_from(tmp_path: Path) -> None:
    screen = SeatScreen(table(tmp_path, NATO).at("washington"))
    app = Room(screen)

    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("3", "y")
        await until(pilot, lambda: isinstance(app.screen, OriginDialog))
        text = text_of(app)
        assert "Where from" in text and "Judgement: unit" in text and "Esc closes" in text

        await pilot.press("y")
        await until(pilot, lambda: app.screen is screen)


async def test_control_asks_where_a_score_comes_from(tmp_path: Path) -> None:
    screen = BoardScreen(table(tmp_path, NATO))
    app = Room(screen)

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: bool(screen.query(Scores)) and bool(screen.query_one(Scores).row))
        score = screen.query_one(Scores).row
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, OriginDialog))

        theatre = theatre_name(screen.view.world.scenario, score.partition("/")[2])
        assert f"Deterrence, {theatre}" in text_of(app)


async def test_where_there_is_no_figure_it_says_so_and_opens_nothing(tmp_path: Path) -> None:
    screen = SeatScreen(table(tmp_path, NATO).at("berlin"))
    app = Room(screen)

    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("8", "y")
        await pilot.pause()

        assert app.screen is screen


def test_no_line_of_the_box_is_wider_than_it(tmp_path: Path) -> None:
    view = table(tmp_path, NATO).view_now()

    for of in (
        "deterrence/baltic",
        "force/us-2cr",
        "need/baltic/land",
        "member/de",
        "us-commitment",
    ):
        rows = [line for row in origin_lines(view.origin(of), 60) for line in row.split("\n")]
        assert rows and all(row.cell_length <= 60 for row in rows), of


async def test_an_objective_says_what_it_weighs_by_whose_choice_and_where_its_figures_come_from(tmp_path: Path) -> None:
    screen = SeatScreen(table(tmp_path, NATO).at("washington"))
    app = Room(screen)

    async with app.run_test(size=(120, 50)) as pilot:
        outlook = screen.query_one(Outlook)
        outlook.focus()
        await pilot.press("down", "y")
        await until(pilot, lambda: isinstance(app.screen, OriginDialog))
        text, second = text_of(app), screen.levers.objectives[1].objective
        assert f"Weight of “{second.title}”" in text and "counts in full" in text and "counts nothing" in text
        assert "scenario's own choice" in text.lower() or "judgement" in text.lower()

        await pilot.press("escape", "1", "y")
        await until(pilot, lambda: isinstance(app.screen, OriginDialog))
        assert "Washington" in text_of(app), "the brief answers for the seat that reads it"


def test_what_is_said_in_a_move_is_never_taken_for_a_thing() -> None:
    assert move_figure(Note(seat="control", text="arctic-vigilance", kind="observation")) == ""
    assert move_figure(TableText(seat="paris", kind="league-table")) == "text/league-table"
