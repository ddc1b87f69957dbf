"""One sign, one meaning: what the board says of a theatre is what stands, and `w` explains the very figure it shows."""

import re
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from textual.pilot import Pilot

from tabletop.analysis.moments import past_of
from tabletop.journal.fork import fork_save
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.model.figures.forms import MARGIN
from tabletop.model.figures.path import path_of
from tabletop.model.forces import Status
from tabletop.model.moves import Answer
from tabletop.table.edges import below_floor
from tabletop.table.figures import theatre_trends
from tabletop.table.injects import still_to_answer
from tabletop.table.local import LocalTable
from tabletop.tui.board.alliance import Alliance
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.picture import BoardPicture
from tabletop.tui.board.scores import Scores, theatre_row
from tabletop.tui.board.seats import SeatList
from tabletop.tui.kit.bars import margin_bar
from tabletop.tui.levers.posture import Posture
from tabletop.tui.levers.posture_rows import posture_rows
from tabletop.tui.levers.withdraw import WithdrawDialog
from tabletop.tui.look import palette
from tabletop.tui.look.signs import ALARM, ASKS, LEAVING, PRESSURE, SHORT
from tabletop.tui.map.map import TheatreMap
from tabletop.tui.review.why import WhyScreen
from tabletop.words.bands import is_short, margin_band, margin_figure
from tabletop.words.cover import percent
from tests.tui.room import NATO, Room, table, text_of, until

EXAMPLE = load(Path("saves/example.toml"))
AT = 140, 207, 330
"""Moves of the example after which signs were looked at."""


def example(tmp_path: Path, n: int) -> LocalTable:
    """The example as it stood after so many moves."""
    fork_save(EXAMPLE, n, tmp_path / f"{n}.toml")
    return LocalTable(Session.open(tmp_path / f"{n}.toml", now=lambda: "2026-02-16T09:00:00Z"))


async def shown(pilot: Pilot[Any], screen: BoardScreen) -> None:
    await until(pilot, lambda: bool(screen.query(Scores)) and bool(screen.query_one(Scores).row))


def rows_of(screen: BoardScreen) -> dict[str, str]:
    """What stands in the panel of theatres, by score."""
    scores = screen.query_one(Scores)
    options = [scores.get_option_at_index(n) for n in range(scores.option_count)]
    return {str(option.id): str(option.prompt) for option in options if option.id}


@pytest.mark.parametrize("n", AT)
async def test_the_alarm_stands_at_every_theatre_that_is_short_of_pressure_and_nowhere_else(
    tmp_path: Path, n: int
) -> None:
    at = example(tmp_path, n)
    screen = BoardScreen(at)

    async with Room(screen).run_test(size=(120, 36)) as pilot:
        await shown(pilot, screen)
        rows = rows_of(screen)

    trends = theatre_trends(at.view_now())
    assert {trend.score for trend in trends if is_short(trend.margin)} == {s for s, row in rows.items() if ALARM in row}
    assert any(is_short(trend.margin) for trend in trends)
    assert list(rows) == [trend.score for trend in sorted(trends, key=lambda trend: trend.margin)]


async def test_an_inject_is_marked_until_it_is_answered(tmp_path: Path) -> None:
    at = table(tmp_path, NATO)
    world = at.view_now().world
    specs = world.scenario.injects
    inject = next(name for name in world.injects if specs[name].theatre and still_to_answer(world, name))
    theatre = specs[inject].theatre

    def marked() -> bool:
        return next(t for t in theatre_trends(at.view_now()) if t.score.endswith(f"/{theatre}")).asks

    assert marked()
    option = specs[inject].options[0].id
    for seat in still_to_answer(at.view_now().world, inject):
        assert at.make_now(Answer(seat=seat, inject=inject, option=option)) is None
    assert not marked()
    trend = next(t for t in theatre_trends(at.view_now()) if t.score.endswith(f"/{theatre}"))
    assert ASKS not in theatre_row(trend, 13, 56).plain


@pytest.mark.parametrize("n", AT)
def test_the_change_of_a_theatre_is_its_margins_in_figure_arrow_and_colour(tmp_path: Path, n: int) -> None:
    view = example(tmp_path, n).view_now()

    for theatre, trend in zip(view.world.scenario.theatres, theatre_trends(view), strict=True):
        path = path_of(MARGIN, theatre)
        was = past_of(view.world, path)[-2]
        assert trend.change == pytest.approx(round(view.scores[path], 1) - round(was, 1), abs=0.11)
        arrow, signed, ink = palette.change_mark(trend.change)
        row = theatre_row(trend, 13, 56)
        assert f"{arrow}{signed}" in row.plain or not signed
        assert not signed or any(str(span.style) == ink for span in row.spans)
        assert margin_figure(trend.margin) in row.plain


@pytest.mark.parametrize("n", AT)
async def test_w_explains_the_very_figure_under_the_cursor(tmp_path: Path, n: int) -> None:
    at = example(tmp_path, n)
    screen = BoardScreen(at)
    app = Room(screen)

    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot, screen)
        figures = {trend.score: trend for trend in theatre_trends(at.view_now())}
        for key in ("home", "end"):
            screen.query_one(Scores).focus()
            await pilot.press(key)
            trend = figures[screen.query_one(Scores).row]
            await pilot.press("w")
            await until(pilot, lambda: isinstance(app.screen, WhyScreen))
            assert isinstance(app.screen, WhyScreen)
            before = past_of(at.view_now().world, app.screen.score)[-2]
            assert app.screen.score == trend.score.replace("deterrence", "margin")
            assert {f"{before:.1f}", f"{trend.margin:.1f}"} <= set(text_of(app).split())
            assert trend.change == pytest.approx(round(trend.margin, 1) - round(before, 1), abs=0.11)
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)
        panel = screen.query_one(Alliance)
        panel.focus()
        await pilot.press("home", "down", "w")
        await until(pilot, lambda: isinstance(app.screen, WhyScreen))
        assert isinstance(app.screen, WhyScreen)
        assert app.screen.score == panel.row
        assert f"{at.view_now().scores[panel.row]:.1f}" in text_of(app)


def test_a_tick_is_pressure_and_the_bar_never_ends_on_its_other_side() -> None:
    for value in range(0, 101, 3):
        for pressure in range(0, 101, 4):
            line = margin_bar(value, pressure, 24, palette.LOW).plain
            tick = line.index(PRESSURE)
            assert len(line) == 24
            assert line.count(PRESSURE) == 1
            assert ("▇" in line[tick:]) <= (value >= pressure)
            assert (SHORT in line) <= (value < pressure)
            assert SHORT not in line[tick:]


def test_bands_have_one_word_each_and_short_is_what_the_alarm_says() -> None:
    words = [margin_band(margin) for margin in (-10, -0.04, 0, 4.9, 5, 15, 15.1)]

    assert words == ["short", "level", "level", "level", "holds", "holds", "ample"]
    assert [margin_figure(margin) for margin in (-10.3, -0.4, 0.0, 0.6, 12.2)] == ["-10", "-0.4", "0", "+0.6", "+12"]
    assert is_short(-0.05) and not is_short(-0.04)


async def test_map_and_scores_say_the_same_margin_and_change(tmp_path: Path) -> None:
    at = example(tmp_path, 330)
    screen = BoardScreen(at)

    async with Room(screen).run_test(size=(200, 60)) as pilot:
        await shown(pilot, screen)
        await pilot.pause()
        land = "\n".join(strip.text for strip in (screen.query_one(TheatreMap).render_line(y) for y in range(30)))

    for trend in theatre_trends(at.view_now()):
        arrow = palette.change_mark(trend.change)[0]
        alarm = f"{ALARM} " if is_short(trend.margin) else ""
        assert re.search(
            rf"▌{alarm}({ASKS} )?{re.escape(trend.name)} {re.escape(margin_figure(trend.margin))} {arrow}", land
        )


@pytest.mark.parametrize("size", [(60, 18), (66, 24), (80, 24), (99, 60), (100, 30), (200, 24)])
async def test_scores_and_seats_are_to_be_had_in_a_terminal_of_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    screen = BoardScreen(table(tmp_path, NATO))
    app = Room(screen)

    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.3)
        text = text_of(app)
        assert "Baltic" in text
        await pilot.press("6")
        await until(pilot, lambda: screen.focused is screen.query_one(SeatList))
        assert "Washington" in text_of(app)


async def test_z_fills_the_screen_with_any_panel_and_gives_it_back(tmp_path: Path) -> None:
    at = example(tmp_path, 330)
    screen = BoardScreen(at)
    app = Room(screen)

    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot, screen)
        for key, panel in (("1", "bearing"), ("1", "theatres"), ("2", "tables"), ("3", "tables"), ("6", "seats"),
                           ("7", "injects"), ("8", "tables")):  # fmt: skip
            await pilot.press(key)
            await pilot.pause(0.1)
            before = screen.query_one(f"#{panel}").size
            await pilot.press("z")
            await until(pilot, lambda: screen.query_one(BoardPicture).zoomed)
            assert screen.query_one(f"#{panel}").outer_size.height >= 31, panel
            assert screen.query_one(f"#{panel}").outer_size.width == 120
            await pilot.press("escape")
            await until(pilot, lambda: not screen.query_one(BoardPicture).zoomed)
            await pilot.pause()
            assert screen.query_one(f"#{panel}").size == before, panel
        await pilot.press("3", "z")
        await pilot.pause(0.1)
        assert screen.query_one(Posture).size.height > 28
        await pilot.press("4")
        await pilot.pause(0.1)
        assert screen.query_one(BoardPicture).zoomed
        assert screen.query_one("#tables").outer_size.width == 120


async def test_the_journal_is_wrapped_in_the_width_it_has_when_it_first_comes_up(tmp_path: Path) -> None:
    screen = BoardScreen(example(tmp_path, 311))
    app = Room(screen)

    async with app.run_test(size=(120, 36)) as pilot:
        await shown(pilot, screen)
        await pilot.press("8")
        await pilot.pause(0.2)
        lines = [line for line in text_of(app).splitlines() if re.match(r"│ +\d+ T\d ", line)]

    assert max(len(line.rstrip(" │")) for line in lines) > 80


async def test_at_200_columns_8_goes_to_the_journal_that_stands(tmp_path: Path) -> None:
    screen = BoardScreen(example(tmp_path, 330))
    app = Room(screen)

    async with app.run_test(size=(200, 60)) as pilot:
        await shown(pilot, screen)
        await pilot.press("8")
        await pilot.pause(0.1)

        assert screen.focused is not None and screen.focused.id == "beside"


async def test_seats_are_never_cut_in_a_narrow_list(tmp_path: Path) -> None:
    screen = BoardScreen(example(tmp_path, 330))

    async with Room(screen).run_test(size=(120, 36)) as pilot:
        await shown(pilot, screen)
        seats = screen.query_one(SeatList)
        rows = [str(seats.get_option_at_index(n).prompt) for n in range(seats.option_count)]

    assert not any("…" in row[2:] for row in rows)


def test_a_theatre_row_fits_its_width(tmp_path: Path) -> None:
    trend = evolve(theatre_trends(example(tmp_path, 330).view_now())[0], asks=True)

    for width in range(36, 140):
        assert theatre_row(trend, 13, width).cell_length == width


async def test_a_floor_that_is_breached_is_told_in_the_colour_of_the_alarm_with_by_how_much(tmp_path: Path) -> None:
    at = example(tmp_path, 330)
    missing = below_floor(at.view_now())
    screen = BoardScreen(at)

    async with Room(screen).run_test(size=(80, 24)) as pilot:
        await shown(pilot, screen)
        told = screen.query_one(Alliance).border_subtitle
        await pilot.press("3")
        await pilot.pause(0.1)
        summary = screen.query_one(Posture).page.summary

    assert missing > 0
    for words in (told, summary):
        assert f"{missing:,} below the floor" in str(words)
    assert any(palette.LOW in str(span.style) for span in summary.spans)


async def test_a_row_and_the_dialog_behind_it_tell_one_cover_of_now(tmp_path: Path) -> None:
    levers = example(tmp_path, 122).at("washington").view_now().levers("washington")
    force = "us-abct-pl"
    row = next(row for row in posture_rows(levers) if row.key == ("anchor", force))
    app = Room(WithdrawDialog(levers, force))

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause(0.2)
        text = " ".join(text_of(app).split())

    now = percent(levers.packages.cover(force).full)
    assert now in [cell.plain for cell in row.cells]
    assert f"now {now}." in text


def test_a_theatre_that_a_package_is_about_to_leave_bears_its_sign(tmp_path: Path) -> None:
    view = example(tmp_path, 140).view_now()
    leaving = {force.theatre for force in view.world.forces.values() if force.status is Status.LEAVING}

    rows = {trend.score.partition("/")[2]: theatre_row(trend, 13, 56).plain for trend in theatre_trends(view)}

    assert leaving and {theatre for theatre, row in rows.items() if LEAVING in row} == leaving
