"""Look ahead and ENDEX on screen."""

import asyncio
from pathlib import Path

from textual.widgets import Static

from tabletop.analysis.lookahead import fan, look_ahead, short
from tabletop.model.moves import End, Note, Show
from tabletop.tui.review import ahead_rows
from tabletop.tui.review.ahead import AheadScreen
from tabletop.tui.review.endex import EndexScreen
from tests.tui.review_app import ADVANCE, RED, OneScreen, adjudicating, keys_orders, keys_session, play, played


def test_futures_begin_with_the_turn_in_play_and_run_to_the_last(tmp_path: Path) -> None:
    world = play(keys_session(tmp_path), *keys_orders(), ADVANCE, RED, ADVANCE).session.world

    futures = list(look_ahead(world, 12))
    told = fan("trust", futures, len(world.history))

    assert told.turns == (1, 2, 3)
    assert all(low <= middle <= high for low, middle, high in zip(told.p10, told.p50, told.p90, strict=True))
    assert told.runs == 12


def test_a_theatre_is_short_where_it_ends_under_the_pressure_on_it(tmp_path: Path) -> None:
    world = play(keys_session(tmp_path), *keys_orders(), ADVANCE, RED, ADVANCE).session.world
    futures = list(look_ahead(world, 20))

    for theatre in world.scenario.theatres:
        ends = [(float(f[-1][f"deterrence/{theatre}"]), float(f[-1][f"pressure/{theatre}"])) for f in futures]
        assert short(theatre, futures) == sum(deterrence < pressure for deterrence, pressure in ends)


def test_the_chart_of_a_theatre_has_its_pressure_and_says_how_often_it_is_short(tmp_path: Path) -> None:
    table = adjudicating(tmp_path)

    async def run() -> None:
        app = OneScreen(AheadScreen(table, runs=6))
        async with app.run_test(size=(120, 36)) as pilot:
            screen = app.screen
            assert isinstance(screen, AheadScreen)
            while screen.counting or len(screen.futures or ()) < 6:
                await pilot.pause(0.02)
            words = screen.query_one("#words", Static)
            assert "Short in" not in str(words.content)
            await pilot.press("down")
            await pilot.pause()
            theatre = next(iter(screen.view.world.scenario.theatres))
            assert screen.futures is not None
            assert f"Short in {screen.futures.short(theatre)} of 6:" in str(words.content)
            series = ahead_rows.fan_series(screen.view.world, screen.futures, screen.score)
            assert series is not None and len(series.against) == screen.view.world.turns + 1

    asyncio.run(run())


def test_looking_stops_when_asked(tmp_path: Path) -> None:
    world = play(keys_session(tmp_path), ADVANCE).session.world
    seen: list[object] = []

    for future in look_ahead(world, 50, lambda: len(seen) >= 3):
        seen.append(future)

    assert len(seen) == 3


def test_a_picture_comes_while_it_counts_and_showing_it_is_on_record(tmp_path: Path) -> None:
    table = adjudicating(tmp_path)

    async def run() -> None:
        app = OneScreen(AheadScreen(table, runs=16))
        async with app.run_test(size=(120, 36)) as pilot:
            screen = app.screen
            assert isinstance(screen, AheadScreen)
            while len(screen.futures or ()) < 8:
                await pilot.pause(0.02)
            while screen.counting:
                await pilot.pause(0.05)
            await pilot.press("S", "down", "enter")
            await pilot.pause()
            assert "not a forecast" in str(screen.query_one("#words", Static).content)

    asyncio.run(run())

    shown = table.session.entries[-1].move
    assert isinstance(shown, Show)
    assert shown.to == "washington"


def test_a_look_under_sealed_orders_before_red_is_asked_about_and_on_record(tmp_path: Path) -> None:
    table = play(keys_session(tmp_path), *keys_orders())
    assert table.session.world.red is None

    async def run() -> None:
        app = OneScreen(AheadScreen(table, runs=4))
        async with app.run_test(size=(120, 36)) as pilot:
            screen = app.screen
            assert isinstance(screen, AheadScreen)
            while screen.counting or not screen.futures:
                await pilot.pause(0.02)
            without = screen.futures.fan("deterrence")
            await pilot.press("O", "escape")
            assert not any(isinstance(entry.move, Show) for entry in table.session.entries)

            await pilot.press("O", "enter")
            while screen.counting or len(screen.futures or ()) < 4:
                await pilot.pause(0.02)
            under = fan("deterrence", list(look_ahead(table.session.world, 4)), len(table.session.world.history))
            assert without != screen.futures.fan("deterrence") == under

    asyncio.run(run())
    shown = table.session.entries[-1].move
    assert shown == Show(seat="control", what="the look ahead under sealed orders", to="control")
    for seat in table.session.world.seats:
        assert not any(isinstance(line.move, Show) for line in table.at(seat).view_now().lines)


def test_escape_stops_the_counting_and_stays(tmp_path: Path) -> None:
    table = adjudicating(tmp_path)

    async def run() -> None:
        app = OneScreen(AheadScreen(table, runs=500))
        async with app.run_test(size=(80, 24)) as pilot:
            screen = app.screen
            assert isinstance(screen, AheadScreen)
            while not screen.futures:
                await pilot.pause(0.02)
            await pilot.press("escape")
            await pilot.pause(0.2)
            assert not screen.counting
            assert 0 < len(screen.futures or ()) < 500
            assert app.screen is screen

    asyncio.run(run())


def test_endex_reveals_objectives_only_when_asked_twice_and_takes_notes(tmp_path: Path) -> None:
    table = play(played(tmp_path, 2).session, End(seat="control"))

    async def run() -> None:
        app = OneScreen(EndexScreen(table))
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            seats = app.screen.query_one("#seats", Static)
            assert "secret" not in str(seats.content)
            await pilot.press("S")
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            assert "secret" in str(seats.content)
            assert table.session.head[:12] in str(app.screen.query_one("#record", Static).content)
            await pilot.press("n", *"We expected less", "enter")
            await pilot.pause()

    asyncio.run(run())

    assert isinstance(table.session.entries[-1].move, Note)
