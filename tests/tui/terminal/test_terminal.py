"""The terminal under the screens: too small, big again; a mistake of ours; the line at the end."""

import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from platformdirs import user_log_path
from rich.segment import Segments
from textual.geometry import Size

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.scenario.load import load_scenario
from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.terminal.terminal import LEAST, cramped_rows
from tests.long import some
from tests.tui.room import KEYS, text_of, until

pytestmark = pytest.mark.painted

TOO_SMALL = ((1, 1), (2, 40), (200, 1), (9, 17), (30, 30), (44, 24), (46, 36), (59, 18), (60, 17), (400, 5))
FITS = ((60, 18), (61, 50), (80, 24), (100, 30), (170, 30), (300, 80))


def session(folder: Path, scenario: Path = KEYS) -> Session:
    return Session.create(folder / "s.toml", load_scenario(scenario), Terms(seed="7"))


@pytest.mark.parametrize("keys", some(["", "i", "w", "k enter", "R", "n", "p", "o", "ctrl+p", "l"], 3))
async def test_no_size_ends_the_program(keys: str, tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(*keys.split())
        shown = type(app.screen)
        for small, fits in zip(some(TOO_SMALL, 4), (*FITS, *FITS), strict=False):
            await pilot.resize_terminal(*small)
            assert app.cramped
            assert app.size == Size(max(small[0], LEAST.width), max(small[1], LEAST.height))
            await pilot.resize_terminal(*fits)
            assert not app.cramped
            assert app.size == fits
        assert type(app.screen) is shown
        await until(pilot, lambda: len(text_of(app).split("\n")) == app.size.height)
        assert len(text_of(app).split("\n")) == app.size.height


async def test_a_program_begun_in_too_small_a_terminal_lives_once_there_is_room(tmp_path: Path) -> None:
    app = TabletopApp(exercise=Exercise(session(tmp_path)))

    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.pause()
        assert app.cramped

        await pilot.resize_terminal(80, 24)

        assert isinstance(app.screen, BoardScreen)
        assert "Two Keys" in text_of(app)


@pytest.mark.parametrize("scenario", ["nato-3-0", "two-keys"])
async def test_at_the_least_size_every_panel_has_a_width(scenario: str, tmp_path: Path) -> None:
    folder = KEYS if scenario == "two-keys" else Path("scenarios") / scenario
    app = TabletopApp(exercise=Exercise(session(tmp_path, folder)))

    async with app.run_test(size=LEAST) as pilot:
        await pilot.pause()

        panels = app.screen.query("#scores, #alliance, #seats, #injects")
        narrow = [w.id for w in panels if 0 < w.size.width < 10]  # or it gives way
        assert app.screen.query_one("#scores").display

    assert narrow == []


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_sentence_fits_whatever_room_there_is(width: int, height: int) -> None:
    rows = cramped_rows(Size(width, height))

    assert len(rows) <= height
    assert all(len(row) <= max(1, width) for row in rows)
    if height > 80:
        assert "".join(rows).replace(" ", "").startswith("tabletopneeds80x24")


async def crash(app: TabletopApp, mistake: Exception) -> str:
    """Ends an app by a mistake; the line that is left for the terminal."""
    with pytest.raises(type(mistake)):
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            app._handle_exception(mistake)
            app._handle_exception(ValueError("and another"))
            left: list[Any] = list(app._exit_renderables)
            app._exit_renderables.clear()
    assert len(left) == 1
    assert not isinstance(left[0], Segments)
    return str(left[0])


async def test_a_mistake_of_ours_is_one_line_and_its_traceback_a_file_of_its_owner(tmp_path: Path) -> None:
    line = await crash(TabletopApp(exercise=Exercise(session(tmp_path))), KeyError("the secret \x1b[2J order"))

    (kept,) = user_log_path("tabletop").iterdir()
    assert "a mistake of ours" in line
    assert "KeyError" in line
    assert "The record is whole: 0 moves on disk" in line
    assert str(kept) in line
    assert "secret" not in line
    assert "\n" not in line
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert "KeyError: 'the secret" in kept.read_text(encoding="utf-8")


async def test_a_traceback_that_can_not_be_kept_is_no_second_mistake(tmp_path: Path, own_home: Path) -> None:
    user_log_path("tabletop").parent.parent.mkdir(parents=True, exist_ok=True)
    user_log_path("tabletop").parent.write_text("in the way")

    line = await crash(TabletopApp(), KeyError("x"))

    assert "No record was open" in line
    assert "could not be kept" in line
