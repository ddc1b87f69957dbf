"""A player alone: the keys are a player's, and every screen behind them is the seat's."""

from pathlib import Path
from string import ascii_letters, punctuation

from textual.keys import _character_to_key
from textual.pilot import Pilot

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import SetSpending, Undo
from tabletop.model.world import Phase
from tabletop.scenario.load import load_scenario
from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.solo import SoloScreen
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.replay.replay import ReplayScreen
from tabletop.tui.seat.job import JobScreen
from tests.play import phase
from tests.tui.room import NATO, text_of

SEAT = "berlin"
#: What a player gives of its own accord with one key; all else is control's.
PLAYERS = {"SealDialog", "OrderDialog", "OriginDialog", "AnswerDialog", "Confirm", "HelpDialog"}
SEATS = {"SeatScreen", "WhyScreen", "ReplayScreen", "ReviewScreen", "AloudScreen", "SoloScreen"}


def alone(tmp_path: Path) -> Session:
    players = {seat: "bot:mixed" for seat in load_scenario(NATO).seats if seat != SEAT}
    return Session.create(tmp_path / "one.toml", load_scenario(NATO), Terms(seed="7", turns=3, players=players))


async def seated(app: TabletopApp, pilot: Pilot[str], session: Session) -> SoloScreen:
    await pilot.pause()
    app.exercises.open_seat(Exercise(session), SEAT)
    await pilot.pause()
    assert isinstance(app.screen, JobScreen)
    await pilot.press("escape")
    await pilot.pause()
    assert isinstance(app.screen, SoloScreen)
    return app.screen


async def test_no_key_of_a_player_alone_opens_what_is_control_s(tmp_path: Path) -> None:
    session = alone(tmp_path)
    app = TabletopApp()

    async with app.run_test(size=(120, 36)) as pilot:
        solo = await seated(app, pilot, session)
        keys = [_character_to_key(c) for c in ascii_letters + punctuation if c != "q"]
        for key in [*keys, *(f"ctrl+{c}" for c in "abdefghijklmnorstuvwxy")]:
            entries = len(session.entries)
            await pilot.press(key)
            await pilot.pause()
            assert all(session.entries[n].move.seat == SEAT or session.entries[n].move.do == "redo"
                       for n in range(entries, len(session.entries)))  # fmt: skip
            if app.screen is solo:
                continue
            name = type(app.screen).__name__
            assert name in PLAYERS | SEATS, (key, name)
            for screen in app.screen_stack:
                assert not isinstance(screen, TableScreen) or screen.table.who == SEAT, (key, name)
            while app.screen is not solo:
                app.pop_screen()
            await pilot.pause()


async def test_the_replay_of_a_player_alone_has_its_own_eyes_and_the_room_s(tmp_path: Path) -> None:
    session = alone(tmp_path)
    app = TabletopApp()

    async with app.run_test(size=(120, 36)) as pilot:
        await seated(app, pilot, session)
        await pilot.press("R")
        await pilot.pause()
        replay = app.screen
        assert isinstance(replay, ReplayScreen)
        readers = set()
        for _ in range(4):
            readers.add(replay.record.who)
            await pilot.press("E")
            await pilot.pause()
        assert readers == {SEAT, "public"}


async def test_a_player_alone_takes_back_its_own_move_and_reads_nobody_else_s(tmp_path: Path) -> None:
    session = alone(tmp_path)
    app = TabletopApp()

    async with app.run_test(size=(120, 36)) as pilot:
        solo = await seated(app, pilot, session)
        await pilot.press("space")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        await solo.give(SetSpending(seat=SEAT, member="de", share=2.9))
        await pilot.press("space")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert phase(session) is Phase.REVIEW
        while app.screen is not solo:
            await pilot.press("escape")
            await pilot.pause()
        await pilot.press("u")
        await pilot.pause()
        assert "seals its orders" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()

        assert isinstance(session.entries[-1].move, Undo)
        assert phase(session) is Phase.ORDERS and not session.world.seats[SEAT].sealed
        assert [order.move for order in session.world.seats[SEAT].orders] == [
            SetSpending(seat=SEAT, member="de", share=2.9)
        ]
