"""What stands again when something is opened again: a seal's words, a player's own seat, a palette put away."""

from pathlib import Path

import pytest

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.journal.store import inbox
from tabletop.model.moves import Advance, Clock, Note, Seal, Unseal
from tabletop.scenario.load import load_scenario
from tabletop.table.begin import begin_solo
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.seats import SeatList
from tabletop.tui.board.solo import SoloScreen
from tabletop.tui.kit.confirm import Confirm
from tabletop.tui.levers.seal import Expectation, SealDialog, last_seal
from tabletop.tui.look.blocks import broken, letters
from tabletop.tui.public.told import pages
from tabletop.words.names import seat_short
from tests.tui.room import NATO, table
from tests.tui.test_app import settled


async def test_a_seal_that_was_opened_again_keeps_its_words_and_expectations(tmp_path: Path) -> None:
    seal = Seal(seat="washington", why="Rota first", expect={"trust": "down", "deterrence": "up"})
    control = table(tmp_path, NATO, seal, Unseal(seat="washington"))
    view = LocalTable(control.session, "washington").view_now()
    app = TabletopApp(exercise=Exercise(control.session))

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        app.push_screen(SealDialog(view))
        await settled(pilot)
        assert app.screen.query_one(Expectation).ways == {"trust": "down", "deterrence": "up"}
        await settled(pilot, "enter")

    assert last_seal(LocalTable(control.session, "paris").view_now()) is None


async def test_a_player_alone_who_comes_back_sits_at_the_same_seat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "saves").mkdir()
    begun = begin_solo(load_scenario(Path(__file__).parents[2] / NATO), "berlin")
    begun.close()

    app = TabletopApp(exercise=Exercise(Session.open(begun.path)))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, "escape")
        assert isinstance(app.screen, SoloScreen) and app.screen.table.who == "berlin"


async def test_one_team_among_bots_with_a_facilitator_is_not_alone(tmp_path: Path) -> None:
    scenario = load_scenario(NATO)
    players = dict.fromkeys(scenario.seats, "bot:mixed") | {"berlin": "team"}
    session = Session.create(tmp_path / "s.toml", scenario, Terms(seed="7", players=players))
    session.make(Advance(seat="control"))
    assert not Exercise(session).seat_alone

    app = TabletopApp(exercise=Exercise(session))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, BoardScreen) and not isinstance(app.screen, SoloScreen)


async def test_a_seat_s_name_stands_whole_under_the_question_whether_the_clock_ran_on(tmp_path: Path) -> None:
    scenario = load_scenario(NATO)
    players = dict.fromkeys(list(scenario.seats)[1:], "bot:mixed")
    with Session.create(tmp_path / "s.toml", scenario, Terms(seed="7", players=players)) as session:
        session.make(Advance(seat="control"))
        session.make(Clock(seat="control", act="start", seconds=600.0))

    app = TabletopApp(exercise=Exercise(Session.open(tmp_path / "s.toml")))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, Confirm)

        seats = app.screen_stack[-2].query_one(SeatList)
        rows = [str(seats.get_option_at_index(n).prompt) for n in range(seats.option_count)]
        names = [(spec.name, seat_short(scenario, seat)) for seat, spec in scenario.seats.items()]
        assert [row for row, each in zip(rows, names, strict=True) if not any(name in row for name in each)] == []


def test_a_note_taken_over_at_the_opening_is_no_sign_of_life(tmp_path: Path) -> None:
    times = iter(["2026-02-10T09:00:00Z", "2026-02-10T09:00:01Z", "2026-02-10T11:00:00Z", "2026-02-10T11:00:01Z"])
    path = tmp_path / "s.toml"
    with Session.create(path, load_scenario(NATO), Terms(seed="7"), now=lambda: next(times)) as session:
        session.make(Advance(seat="control"))
        last = session.entries[-1].time
    inbox.leave_note(path, Note(seat="control", text="left meanwhile"), 1, entered_by="recorder")

    with Session.open(path, now=lambda: "2026-02-10T11:00:00Z") as again:
        assert len(again.entries) == 2 and again.entries[-1].time == "2026-02-10T11:00:00Z"
        assert again.last_sign == last


@pytest.mark.parametrize("width", [38, 78, 118])
def test_a_report_longer_than_the_room_s_screen_goes_on_over_more_pages(width: int) -> None:
    long = " ".join(f"word{n}" for n in range(200))
    found = pages([long, "Короче"], width, 16)

    assert all(0 < len(page) <= 16 for page in found) and len(found) > 3
    drawn = [row.plain for page in found for row in page if row.plain]
    assert drawn == [*(row for line in broken(long, width) for row in letters(line)), "Короче"]
