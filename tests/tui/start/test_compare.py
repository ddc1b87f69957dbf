"""From the start screen: mark saves, lay them side by side; the highest marking stands above them."""

from pathlib import Path

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from tabletop.journal.fork import fork_save
from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import Declare
from tabletop.scenario.load import load_scenario
from tabletop.table.branches import names
from tabletop.table.runs import Run, marking_of
from tabletop.table.runs_of import runs_of, runs_of_saves
from tabletop.tui.app import TabletopApp
from tabletop.tui.charts.multiples import Multiples, places
from tabletop.tui.kit.rows import Rows
from tabletop.tui.look import palette
from tabletop.tui.replay.replay import ReplayScreen
from tabletop.tui.review.compare import CompareScreen
from tabletop.tui.start.start import StartScreen
from tests.play import fresh, two_keys
from tests.tui.review_app import ADVANCE, RED, forked, play
from tests.tui.room import text_of, until
from tests.tui.test_app import BIG, SMALL, settled


def saved(name: str, stance: str, seed: str = "7", marking: str = "", scenario: Path = SMALL) -> None:
    terms = Terms(seed=seed, marking=marking, caveat=f"caveat of {name}" if marking else "")
    with Session.create(Path("saves") / f"{name}.toml", load_scenario(scenario), terms) as session:
        if scenario is SMALL:
            play(session, ADVANCE, Declare(seat="harrow", stance=stance), ADVANCE, RED, ADVANCE, ADVANCE)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "saves").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def compared(app: TabletopApp, pilot: Pilot[str]) -> CompareScreen:
    await until(pilot, lambda: isinstance(app.screen, CompareScreen))
    screen = app.screen
    assert isinstance(screen, CompareScreen), text_of(app)
    return screen


async def test_two_marked_saves_stand_side_by_side_at_80_columns(here: Path) -> None:
    saved("one", "price", marking="EXERCISE RESTRICTED")
    saved("two", "friendship", seed="8")
    app = TabletopApp()

    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "tab")
        assert "Space mark  D compare" in text_of(app).split("\n")[-1]
        await settled(pilot, "space", "space")
        assert text_of(app).count("✓ ") == 2 and "2 marked" in text_of(app)
        await settled(pilot, "D")
        screen = await compared(app, pilot)
        await settled(pilot)

        lines = text_of(app).split("\n")
        assert lines[0].startswith(" EXERCISE RESTRICTED") and " / " not in lines[0]
        assert "caveat of one" in lines[-1]
        words = str(screen.query_one("#words", Static).content)
        assert 'declares "A price"' in words and 'declares "Friendship"' in words
        assert "They were never one session" in words

        await settled(pilot, "escape")
        assert isinstance(app.screen, StartScreen)


async def test_one_mark_and_the_cursor_are_enough_and_none_is_told(here: Path) -> None:
    saved("one", "price")
    fork_save(load("saves/one.toml"), 1, "saves/two.toml")
    app = TabletopApp()

    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot, "tab", "D")
        assert "Mark two saves or more" in text_of(app)
        await settled(pilot, "space", "D")
        screen = await compared(app, pilot)
        assert {run.name for run in screen.runs} == {"one", "two"}


async def test_saves_of_several_scenarios_are_not_compared(here: Path) -> None:
    saved("one", "price")
    saved("two", "", scenario=BIG)
    app = TabletopApp()

    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot, "tab", "space", "space", "D")
        await until(pilot, lambda: "several scenarios" in text_of(app))
        assert "several scenarios" in text_of(app) and isinstance(app.screen, StartScreen)


async def test_a_mark_is_taken_away_again_and_r_replays(here: Path) -> None:
    saved("one", "price")
    app = TabletopApp()

    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "tab", "space", "space")
        assert "✓" not in text_of(app)
        assert app.screen.query_one("#saves", Rows).has_focus
        await settled(pilot, "R")
        assert isinstance(app.screen, ReplayScreen)


@pytest.mark.parametrize(
    ("markings", "shown"),
    [
        (("EXERCISE", "EXERCISE"), "EXERCISE"),
        (("EXERCISE", "EXERCISE SECRET", "RESTRICTED"), "EXERCISE SECRET"),
        (("SECRET", "TOP SECRET"), "TOP SECRET"),
        (("UNCLASSIFIED", "Restricted"), "Restricted"),
        (("AMBER", "SECRET"), "AMBER / SECRET"),
        (("", "EXERCISE"), "EXERCISE"),
        ((), ""),
    ],
)
def test_the_highest_marking_wins_and_one_without_a_place_is_never_lost(markings: tuple[str, ...], shown: str) -> None:
    world = fresh(scenario=two_keys())
    runs = [Run(str(n), world, (), marking) for n, marking in enumerate(markings)]

    assert marking_of(runs) == shown


def test_saves_part_where_they_part_though_nobody_may_read_the_last_orders_yet(tmp_path: Path) -> None:
    """A save that ends in the middle of orders holds orders that are still sealed: they are shared all the same."""
    from tabletop.table.runs import differences, last_shared
    from tests.golden.example import EXAMPLE

    save = load(EXAMPLE)
    in_orders = next(e.n for e in save.entries if e.turn == 4 and e.move.do == "fund") + 1
    fork_save(save, in_orders, tmp_path / "short.toml")
    fork_save(save, in_orders + 60, tmp_path / "long.toml")

    runs = runs_of_saves([tmp_path / "long.toml", tmp_path / "short.toml"])
    shared = last_shared(runs)

    assert shared is not None and shared[0] == in_orders
    assert all(told.turn != 4 for told in differences(runs))


async def test_scores_stand_by_how_far_they_are_apart_and_the_title_says_when(here: Path) -> None:
    saved("one", "price")
    saved("two", "friendship", seed="8")
    app = TabletopApp()

    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, "tab", "space", "space", "D")
        screen = await compared(app, pilot)
        await settled(pilot)
        scores = screen.query_one("#scores", OptionList)
        rows = [scores.get_option_at_index(n).prompt for n in range(scores.option_count)]
        shown = text_of(app)

    apart = [screen._spreads[score] for score in screen.ranked]
    assert apart == sorted(apart, reverse=True)
    assert "1 Apart at turn 1" in shown and "Furthest apart first" in shown
    for row, points in zip(rows, apart, strict=True):
        assert isinstance(row, Content)
        assert row.plain.rstrip().endswith("·" if points < palette.STILL else f"{points:.1f}")
        assert row.spans[-1].style == (palette.DIM if points < palette.STILL else f"bold {palette.BRIGHT}")


def test_small_charts_stand_apart_and_inside() -> None:
    for width, height in ((24, 6), (60, 13), (150, 24)):
        rooms = places(40, width, height)
        cells = [(x, y) for left, top, w, h in rooms for x in range(left, left + w) for y in range(top, top + h)]
        assert rooms and len(cells) == len(set(cells))
        assert all(0 <= x < width and 0 <= y < height for x, y in cells)
    assert places(5, 19, 20) == [] and len(places(2, 150, 24)) == 2
    assert all(wide >= 31 for _, _, wide, _ in places(40, 150, 24, 31)), "a name stands whole"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_all_scores_stand_in_small_the_one_under_the_cursor_among_them(here: Path, size: tuple[int, int]) -> None:
    saved("one", "price")
    saved("two", "friendship", seed="8")
    app = TabletopApp(compare=[here / "saves" / "one.toml", here / "saves" / "two.toml"])

    async with app.run_test(size=size) as pilot:
        screen = await compared(app, pilot)
        await settled(pilot, "3")
        smalls = screen.query_one("#smalls", Multiples)
        seen = set()
        for score in screen.ranked:
            assert screen.score == score
            first, rooms = smalls.page
            here_now = screen.ranked[first : first + len(rooms)]
            assert score in here_now, "the page turns with the cursor"
            seen |= {*here_now}
            await settled(pilot, "down")
        assert seen == {*screen.ranked}
        assert not screen.query_one("#told").display
        await settled(pilot, "3")
        assert screen.query_one("#told").display and screen.query_one("#chart").display


def test_two_branches_never_have_one_name(tmp_path: Path) -> None:
    table = forked(tmp_path)
    session = table.session
    leaves = next(branch.fork for branch in session.branches if not branch.live)
    session.fork_here(leaves)
    play(session, Declare(seat="paris", stance="ambiguity"), *[ADVANCE, RED, *[ADVANCE] * 4] * 2)

    called = [run.name for run in runs_of(session)]

    assert len(called) == len(set(called)) == 3 and called[0] == "played on"
    assert set(names(session.branches)) >= set(called)
