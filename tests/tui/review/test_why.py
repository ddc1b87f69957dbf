"""Why: causes add up over a turn and over all of them, with the move and the reason behind each."""

import asyncio
from pathlib import Path

import pytest
from textual.widgets import Static

from tabletop.tui.review.standings import theatre_rows
from tabletop.tui.review.why import WhyScreen
from tabletop.words.causes import account_of, cause_bars, over_turns
from tabletop.words.sentences import moves_by_number
from tests.tui.review_app import OneScreen, played, reviewing


@pytest.mark.parametrize("level", [0, 1, 2])
def test_every_level_adds_up_to_the_change(tmp_path: Path, level: int) -> None:
    table = played(tmp_path, 3)
    world, lines = table.session.world, table.view_now().lines

    for score in ("deterrence/baltic", "deterrence", "margin/central", world.scenario.names.share, "trust"):
        told = account_of(world, score)
        rows = cause_bars(told, level, moves_by_number(lines), world.scenario, world.seats)
        assert sum(row.amount for row in rows) == pytest.approx(told.after - told.before, abs=0.01)


def test_since_the_start_joins_the_turns_without_a_rest(tmp_path: Path) -> None:
    table = played(tmp_path, 3)
    screen = WhyScreen(table, "deterrence/baltic")
    screen.whole = True

    told = screen.explained()

    assert told.before == pytest.approx(table.session.world.history[0]["deterrence/baltic"])
    assert sum(cause.amount for cause in told.causes) == pytest.approx(told.after - told.before, abs=0.01)
    assert over_turns([told]) == told


def test_a_ruling_and_an_adjustment_are_named_with_controls_words(tmp_path: Path) -> None:
    table = reviewing(tmp_path)
    world, lines = table.session.world, table.view_now().lines

    rows = cause_bars(account_of(world, "trust"), 1, moves_by_number(lines), world.scenario, world.seats)
    ruling = next(row for row in rows if row.label.startswith("Ruling"))

    assert ruling.label == "Ruling: The brigade stays until the spring"
    assert "Congress would not fund the ships" in ruling.behind[0]
    adjusted = cause_bars(account_of(world, "cohesion"), 1, moves_by_number(lines), world.scenario, world.seats)
    assert any(row.label == "Adjusted: typed wrongly" for row in adjusted)


def test_a_seat_reads_no_private_reason(tmp_path: Path) -> None:
    table = reviewing(tmp_path).at("berlin")
    world, lines = table.view_now().world, table.view_now().lines

    rows = cause_bars(account_of(world, "trust"), 1, moves_by_number(lines), world.scenario, world.seats)

    assert not any("Congress" in f"{row.label} {' '.join(row.behind)}" for row in rows)


def test_keys_step_turns_and_levels(tmp_path: Path) -> None:
    table = played(tmp_path, 3)

    async def run() -> None:
        app = OneScreen(WhyScreen(table, "deterrence/baltic"))
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, WhyScreen)
            assert screen.at == 3
            await pilot.press("comma")
            assert screen.at == 2
            await pilot.press("0")
            assert screen.whole
            await pilot.press("plus", "plus")
            assert screen.level == 2
            await pilot.press("1", "down")
            await pilot.pause()
            assert screen.score == "deterrence/high-north"
            assert str(screen.query_one("#behind", Static).content)

    asyncio.run(run())


def test_the_smallest_terminal_and_another_scenario_are_no_trouble(tmp_path: Path) -> None:
    from tests.tui.review_app import ADVANCE, RED, keys_orders, keys_session, play

    table = play(keys_session(tmp_path), *keys_orders(), ADVANCE, RED, ADVANCE, ADVANCE)

    async def run() -> None:
        app = OneScreen(WhyScreen(table, "towns-share"))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("plus", "0", "full_stop", "1", "end")
            await pilot.pause()

    asyncio.run(run())


def test_beside_every_need_of_a_theatre_stands_its_unit_at_120_columns(tmp_path: Path) -> None:
    moment = played(tmp_path, 1).view_now()

    for theatre in moment.world.scenario.theatres:
        _, _, *areas = [row.plain.strip() for row in theatre_rows(moment, theatre, 76)]
        assert areas and all(row.rpartition(" ")[2].isalpha() for row in areas), areas
