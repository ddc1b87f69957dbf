"""A whole exercise with the keyboard alone, from the start screen to ENDEX; left in mid-turn, resumed there."""

import os
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tabletop.journal.session import Session
from tabletop.model.world import Phase, State
from tabletop.tui.adjudicate.adjudicate import AdjudicateScreen
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.red import RedDialog
from tabletop.tui.board.silence import SilenceDialog
from tabletop.tui.review.endex import EndexScreen
from tabletop.tui.seat.seat import SeatScreen
from tabletop.tui.start.setup import SetupScreen
from tests.cli.said import run
from tests.e2e.screens import SIZE, press, type_in
from tests.play import ROOT, phase
from tests.tui.room import session_of

TEAMS = 6
SEED = "7"  # the luck under which what was ordered in time arrives in time
Sheets = dict[int, dict[str, tuple[str, ...]]]
#: What an operator types from paper sheets, by turn and seat.
FIRST = {
    "washington": ("a greenland-1 b", "w us-173 4", "d solid"),
    "nordic-baltic": ("a greenland-1 a", "f c-arrc", "f c-rock 35", "t arctic"),
    "secretary-general": ("a greenland-1 a", "t no-s"),
    "berlin": ("f c-rock 65", "pace .1 de nl"),
}
LONG: Sheets = {
    1: FIRST,
    2: {"washington": ("a greenland-2 a",), "nordic-baltic": ("a greenland-2 a", "f c-arrc")},
    3: {"berlin": ("h brun pl", "f c-fighters 50"), "warsaw": ("accept brun",), "nordic-baltic": ("a greenland-4 a",)},
    4: {"washington": ("h aircom de",), "berlin": ("accept aircom",)},
    5: {"washington": ("w us-rota now",)},
}
SHORT: Sheets = {
    1: {**FIRST, "washington": ("a greenland-1 b", "w us-173 3")},
    2: {
        "berlin": ("h brun pl", "f c-fighters 50"),
        "warsaw": ("accept brun",),
        "washington": ("a greenland-2 a", "w us-rota now"),
    },
    3: {"washington": ("d solid",)},
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the scenarios and an empty saves/."""
    (tmp_path / "saves").mkdir()
    (tmp_path / "scenarios").symlink_to(ROOT / "scenarios")
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def enter_sheet(pilot: Pilot[Any], session: Session, seat: str, lines: tuple[str, ...]) -> None:
    """A seat's sheet, typed by the operator: 6, the seat, e, the lines, the seal, back to the board."""
    await press(pilot, "6", "home", *["down"] * list(session.world.seats).index(seat), "e")
    assert isinstance(pilot.app.screen, SeatScreen)
    assert pilot.app.screen.table.who == seat
    await press(pilot, "colon")
    for line in lines:
        before = len(session.entries)
        await type_in(pilot, line)
        await press(pilot, "enter")
        assert len(session.entries) == before + 1, f"{seat}: {line}"
    await press(pilot, "escape", "s", "enter")
    assert session.world.seats[seat].sealed
    await press(pilot, "escape")
    assert isinstance(pilot.app.screen, BoardScreen)


async def turn_by_keys(pilot: Pilot[Any], session: Session, sheets: Sheets) -> None:
    """One turn from its brief to the next one's, or to the end."""
    turn = session.world.turn
    await press(pilot, "space")
    assert phase(session) is Phase.ORDERS
    for seat, lines in sheets.get(turn, {}).items():
        await enter_sheet(pilot, session, seat, lines)
    await press(pilot, "space")
    if isinstance(pilot.app.screen, SilenceDialog):  # a text was tabled when some had sealed
        await press(pilot, "A")
    await press(pilot, "space")
    assert isinstance(pilot.app.screen, RedDialog)
    await press(pilot, "A")
    assert isinstance(pilot.app.screen, AdjudicateScreen)
    await press(pilot, "A")
    assert phase(session) is Phase.REVIEW
    await press(pilot, "end", "space")
    assert session.world.turn == turn + 1 or session.world.state is State.ENDED


long = pytest.mark.skipif("TABLETOP_LONG" not in os.environ, reason="takes a minute: TABLETOP_LONG=1 runs it")


@pytest.mark.parametrize(("turns", "sheets"), [(3, SHORT), pytest.param(8, LONG, marks=long)])
async def test_an_exercise_with_six_seats_left_in_the_middle_and_resumed(
    here: Path, turns: int, sheets: Sheets
) -> None:
    middle = min(turns, 3) - 1
    app = TabletopApp()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, SetupScreen)
        await press(
            pilot,
            *(["left"] if turns == 3 else []),
            *["down"] * 7,
            *["right"] * (2 if turns == 3 else 3),  # to six teams, from the four of 90 minutes or the eight of a day
            *("tab", "tab", "ctrl+u", *SEED),
            "enter",
        )
        assert session_of(app).header.seed == SEED
        path, session = session_of(app).path, session_of(app)
        assert session.world.turns == turns
        assert len([s for s in session.world.seats.values() if s.player == "team"]) == TEAMS
        for _ in range(middle - 1):
            await turn_by_keys(pilot, session, sheets)
        await press(pilot, "space")
        first, *others = sheets[middle]
        await enter_sheet(pilot, session, first, sheets[middle][first])
        left = (session.digest, session.head, session.world.turn, session.world.phase)
        await press(pilot, "q")
    assert app.return_value is not None
    assert "moves on disk, saves/" in app.return_value

    app = TabletopApp()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "down", "down", "down", "enter", "enter")
        assert isinstance(app.screen, BoardScreen)
        session = session_of(app)
        assert (session.digest, session.head, session.world.turn, session.world.phase) == left
        for seat in others:
            await enter_sheet(pilot, session, seat, sheets[middle][seat])
        await press(pilot, "space", "A", "A", "end", "space")
        for _ in range(turns - middle):
            await turn_by_keys(pilot, session, sheets)
        assert isinstance(app.screen, EndexScreen)
        world = session.world
        await press(pilot, "escape", "q")

    assert (world.state, world.turn) == (State.ENDED, turns)
    assert world.posts["jfc-brunssum"].to == "pl" or world.posts["jfc-brunssum"].holder == "pl"
    assert world.figures["withdrawn/surprise"] >= 1
    assert world.matched("us-173")
    replayed = run("replay", path, "--json").json
    assert (replayed["turn"], replayed["phase"]) == (turns, "review")
    assert run("check", path).code == 0
