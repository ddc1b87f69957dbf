"""Why: causes add up over a turn and over all of them, with the move and the reason behind each."""

import asyncio
from pathlib import Path

import pytest
from textual.widgets import Static

from tabletop.journal.fork import fork_save
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.table.figures import alliance_trends, theatre_trends
from tabletop.table.local import LocalTable
from tabletop.tui.board.figure_panel import explained_by
from tabletop.tui.charts.waterfall import Waterfall
from tabletop.tui.review.standings import theatre_rows
from tabletop.tui.review.why import WhyScreen
from tabletop.words import marks
from tabletop.words.causes import account_of, cause_bars, over_turns
from tabletop.words.sentences import moves_by_number
from tests.golden.example import EXAMPLE
from tests.tui.review_app import OneScreen, played, reviewing


@pytest.mark.parametrize("level", [0, 1, 2])
def test_every_level_adds_up_to_the_change(tmp_path: Path, level: int) -> None:
    table = played(tmp_path, 3)
    world, lines = table.session.world, table.view_now().lines

    for score in ("deterrence/baltic", "deterrence", "margin/central", world.scenario.names.share, "trust"):
        told = account_of(world, score)
        rows = cause_bars(told, level, moves_by_number(lines), world)
        assert sum(row.amount for row in rows) == pytest.approx(told.after - told.before, abs=0.01)


def test_since_the_start_joins_the_turns_without_a_rest(tmp_path: Path) -> None:
    table = played(tmp_path, 3)
    screen = WhyScreen(table, "deterrence/baltic")
    screen.whole = True

    told = screen.stretch.explained

    assert told.before == pytest.approx(table.session.world.history[0]["deterrence/baltic"])
    assert sum(cause.amount for cause in told.causes) == pytest.approx(told.after - told.before, abs=0.01)
    assert over_turns([told]) == told


def test_a_ruling_and_an_adjustment_are_named_with_controls_words(tmp_path: Path) -> None:
    table = reviewing(tmp_path)
    world, lines = table.session.world, table.view_now().lines

    rows = cause_bars(account_of(world, "trust"), 1, moves_by_number(lines), world)
    ruling = next(row for row in rows if row.label.startswith("Ruling"))

    assert ruling.label == "Ruling: The brigade stays until the spring"
    assert "Congress would not fund the ships" in ruling.behind[0]
    adjusted = cause_bars(account_of(world, "cohesion"), 1, moves_by_number(lines), world)
    assert any(row.label == "Adjusted: typed wrongly" for row in adjusted)


def test_a_seat_reads_no_private_reason(tmp_path: Path) -> None:
    table = reviewing(tmp_path).at("berlin")
    world, lines = table.view_now().world, table.view_now().lines

    rows = cause_bars(account_of(world, "trust"), 1, moves_by_number(lines), world)

    assert not any("Congress" in f"{row.label} {' '.join(row.behind)}" for row in rows)


def example_at(moves: int, folder: Path) -> Session:
    """The first moves of the example that ships."""
    fork_save(load(EXAMPLE), moves, folder / "part.toml")
    return Session.open(folder / "part.toml")


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


@pytest.mark.parametrize("moves", [140, 207, 330])
async def test_the_row_since_the_review_leads_to_the_number_and_the_change_under_the_boards_cursor(
    moves: int, tmp_path: Path
) -> None:
    table = LocalTable(example_at(moves, tmp_path))
    view = table.view_now()
    board = {trend.score: trend for trend in (*theatre_trends(view), *alliance_trends(view))}
    app = OneScreen(WhyScreen(table, "trust"))

    async with app.run_test(size=(120, 36)) as pilot:
        screen = app.screen
        assert isinstance(screen, WhyScreen)
        for score, trend in board.items():
            screen.score = explained_by(score)
            screen.refresh_view()
            await pilot.pause()
            told = screen.stretch.explained
            now = screen.stretch.after
            assert marks.moved(now, trend.value if trend.pressure is None else trend.margin) == 0
            assert marks.moved(told.before, now) == pytest.approx(trend.change)


async def test_three_sentences_stand_above_the_bars_and_behind_one_what_would_have_avoided_it(tmp_path: Path) -> None:
    app = OneScreen(WhyScreen(LocalTable(example_at(280, tmp_path)), "trust", turn=5))

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        told = str(app.screen.query_one("#told", Static).content)
        behind = str(app.screen.query_one("#behind", Static).content)

    assert "Washington withdraws Rota destroyers by surprise." in told
    assert told.count("▼") + told.count("▲") == 3
    assert "Notice of 2 turns" in " ".join(told.split()) and "Notice of 2 turns" in " ".join(behind.split())


async def test_in_a_low_terminal_what_is_behind_a_bar_takes_the_sentences_place_and_gives_it_back(
    tmp_path: Path,
) -> None:
    app = OneScreen(WhyScreen(LocalTable(example_at(280, tmp_path)), "trust", turn=5))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        pane = app.screen.query_one("#told", Static)
        three = str(pane.content)
        await pilot.press("down")
        one = str(pane.content)
        await pilot.press("up")
        again = str(pane.content)

    assert three == again != one
    assert three.count("▼") + three.count("▲") == 3 and "promise" in one


async def test_what_has_no_room_is_joined_and_every_cause_stands_on_a_key(tmp_path: Path) -> None:
    app = OneScreen(WhyScreen(LocalTable(example_at(280, tmp_path)), "deterrence/baltic", turn=5))

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        waterfall = app.screen.query_one("#causes", Waterfall)
        shown, rows = len(waterfall.stops), len(waterfall.tenths)
        await pilot.press("end")
        small = str(app.screen.query_one("#behind", Static).content)
        await pilot.press("plus")
        all_of_them = len(waterfall.stops)

    assert shown < rows < all_of_them
    assert f"{rows - shown + 1} smaller ones" in small
