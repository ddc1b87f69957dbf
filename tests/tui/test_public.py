"""The public display: its feed holds no secret, its process reads nothing but the feed."""

import json
from pathlib import Path
from typing import Any

import pytest

from tabletop.journal.opened import Terms
from tabletop.journal.scenario_toml import load_scenario
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, FireInject, HoldInject, MakePromise, Message, Note, Red, Seal, SetReadiness
from tabletop.table.feed import blank, clock_feed, feed_path, prepared, push, read_feed, tell_clock
from tabletop.table.local import LocalTable
from tabletop.tui.app import TabletopApp
from tabletop.tui.panels.picture import Picture, feed_clock
from tabletop.tui.publishing import prepare
from tabletop.tui.screens.board import BoardScreen

ROOT = Path(__file__).parents[2]
BIG = ROOT / "scenarios" / "nato-3-0"

pytestmark = pytest.mark.filterwarnings("ignore")


def table(folder: Path) -> LocalTable:
    return LocalTable(Session.create(folder / "s.toml", load_scenario(BIG), Terms(seed="7")))


def test_two_sessions_that_differ_only_in_secrets_give_the_same_feed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    plain, full = table(tmp_path / "a"), table(tmp_path / "b")
    waiting = next(name for name, state in full.session.world.injects.items() if state.state.value == "armed")
    for each in (plain, full):
        assert each.make_now(Advance(seat="control")) is None

    for move in (
        SetReadiness(seat="berlin", level=0.1),
        Message(seat="paris", to="berlin", text="between us"),
        MakePromise(seat="paris", to="berlin", text="later", due=3),
        Red(seat="control", levers=({"lever": "rest"},), why="tired"),
        HoldInject(seat="control", inject=waiting),
        Note(seat="control", text="they bluff"),
    ):
        assert full.make_now(move) is None, move

    assert prepare(full) == prepare(plain)


def test_what_is_in_the_open_is_in_the_feed(tmp_path: Path) -> None:
    here = table(tmp_path)
    waiting = next(name for name, state in here.session.world.injects.items() if state.state.value == "armed")
    here.make_now(Advance(seat="control"))
    here.make_now(FireInject(seat="control", inject=waiting))
    here.make_now(Seal(seat="berlin", why="ready"))

    feed = prepare(here)

    spec = here.session.world.scenario.injects[waiting]
    assert spec.title in feed["open"]
    assert feed["sealed"] == [here.session.world.seats["berlin"].name]
    assert "ready" not in json.dumps(feed["sealed"])


def test_no_other_place_s_view_makes_a_feed(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="public"):
        prepared(table(tmp_path).view_now(), [])


def test_blank_leaves_the_marking_and_a_clock_never_brings_a_picture_back(tmp_path: Path) -> None:
    path = feed_path(tmp_path / "s.toml")
    assert path.name == "s.public.json"
    push(path, prepare(table(tmp_path)), clock_feed(90.0, False, 0.0))
    tell_clock(path, clock_feed(60.0, False, 0.0), "running")
    assert feed_clock(read_feed(path)).left == 60.0

    blank(path, "EXERCISE")
    tell_clock(path, clock_feed(30.0, False, 0.0), "running")

    assert read_feed(path) == {"format": 1, "shown": False, "marking": "EXERCISE"}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 99}', "\udcff"])
def test_a_feed_that_can_t_be_read_shows_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "s.public.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))

    assert read_feed(path) is None


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_the_second_terminal_follows_what_is_pushed_without_the_save(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = feed_path(tmp_path / "s.toml")
    app = TabletopApp(public=tmp_path / "s.toml")

    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.2)
        picture = app.screen.query_one(Picture)
        assert picture.has_class("-blank")

        push(path, prepare(table(tmp_path)), None)
        (tmp_path / "s.toml").unlink()
        await pilot.pause(1.0)
        assert not picture.has_class("-blank")

        blank(path, "EXERCISE")
        await pilot.pause(1.0)
        assert picture.has_class("-blank")


async def test_on_the_board_the_picture_is_prepared_then_pushed_and_one_key_blanks_it(tmp_path: Path) -> None:
    here = table(tmp_path)
    app = TabletopApp(session=here.session)
    path = feed_path(here.session.path)

    async def press(pilot: Any, *keys: str) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "p")
        assert read_feed(path) is None

        await press(pilot, "space")
        assert isinstance(app.screen, BoardScreen)
        assert (read_feed(path) or {})["shown"]

        await press(pilot, "B")
        assert not (read_feed(path) or {})["shown"]
        assert [entry.move.do for entry in here.session.entries] == ["display", "display"]
