"""A save of the first edition on the screen: its moves and recorded scores, and no key that plays or explains."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tabletop.tui.app import TabletopApp
from tabletop.tui.replay.record import RecordedScores, RecordScreen
from tests.journal.earlier import SAYS, SMALL, WHOLE, by_turn
from tests.tui.room import text_of, until


def shown(app: TabletopApp, act: Callable[[Pilot[str], RecordScreen], Awaitable[None]], size: tuple[int, int]) -> None:
    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await until(pilot, lambda: isinstance(app.screen, RecordScreen))
            screen = app.screen
            assert isinstance(screen, RecordScreen)
            await act(pilot, screen)

    asyncio.run(run())


def table_of(screen: RecordScreen) -> list[str]:
    rows = screen.query_one(RecordedScores)
    return [str(rows.get_option_at_index(n).prompt) for n in range(rows.option_count)]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_scores_stand_as_they_were_recorded_turn_by_turn(size: tuple[int, int]) -> None:
    async def act(pilot: Pilot[str], screen: RecordScreen) -> None:
        assert table_of(screen) == ["No turn has ended yet: nothing was recorded but the moves."]
        await pilot.press("end")
        await pilot.pause()
        rows = {row[:30].strip(): row.split() for row in table_of(screen)}
        trust = rows[next(name for name in rows if name.startswith("Trust"))]
        assert trust[1:] == [f"{told['trust']:.1f}" for told in by_turn(WHOLE).values()][-len(trust[1:]) :]
        assert SAYS[WHOLE][:40] in str(screen.query_one(RecordedScores).border_subtitle)

    shown(TabletopApp(replay=WHOLE), act, size)


def test_it_steps_in_words_and_looks_through_other_eyes() -> None:
    async def act(pilot: Pilot[str], screen: RecordScreen) -> None:
        await pilot.press("home", *["right"] * 3)
        assert "Harrow" in text_of(pilot.app)
        assert "moved no score" not in text_of(pilot.app)
        await pilot.press("E", "E")
        assert screen.record.who == screen.record.eyes[2]

    shown(TabletopApp(replay=SMALL), act, (100, 30))


def test_no_key_plays_on_explains_or_forks() -> None:
    async def act(pilot: Pilot[str], screen: RecordScreen) -> None:
        for key in ("b", "w", "c", "p"):
            await pilot.press(key)
            await pilot.pause()
            assert pilot.app.screen is screen, key
        footer = screen.keys()
        assert not {key.word for key in footer} & {"fork", "why", "compare"}

    shown(TabletopApp(replay=SMALL), act, (100, 30))


def test_the_start_screen_opens_it_as_a_record(tmp_path: Path) -> None:
    save = Path(shutil.copy(SMALL, tmp_path / "s.toml"))
    app = TabletopApp()

    async def run() -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            app.exercises.open_save(save, resumed=True)
            await until(pilot, lambda: isinstance(app.screen, RecordScreen))
            assert isinstance(app.screen, RecordScreen)

    asyncio.run(run())
    assert save.read_bytes() == SMALL.read_bytes()


def test_no_name_is_cut_where_there_is_room_and_no_head_is_a_row_to_stand_on() -> None:
    async def act(pilot: Pilot[str], screen: RecordScreen) -> None:
        await pilot.press("end")
        await pilot.pause()
        rows = screen.query_one(RecordedScores)
        assert not [row for row in table_of(screen) if "…" in row]
        assert rows.get_option_at_index(0).disabled and rows.row

    shown(TabletopApp(replay=SMALL), act, (120, 36))
