"""The public display: its feed holds no secret, its process reads nothing but the feed."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tabletop.errors import SaveError
from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, FireInject, HoldInject, MakePromise, Message, Note, Red, Seal, SetReadiness
from tabletop.scenario.load import load_scenario
from tabletop.table.countdown import Countdown
from tabletop.table.exercise import Exercise
from tabletop.table.feed import prepared
from tabletop.table.feed_file import Feed, feed_path, read_feed, write_feed
from tabletop.table.local import LocalTable
from tabletop.table.publishing import RoomFeed, prepare, stands
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.public.picture import FeedPicture, feed_clock
from tabletop.tui.public.public import PublicScreen
from tests.tui.room import text_of
from tests.tui.test_app import settled

ROOT = Path(__file__).parents[3]
BIG = ROOT / "scenarios" / "nato-3-0"


NOW = {"marking", "caveat", "state", "word", "turn", "turns", "period", "phase", "clock"}
PICTURE = {"title", "turn", "sealed", "bands", "theatres", "figures", "headlines", "open"}


_WORD = re.compile(r"[A-Za-z]{3,}")


def display(folder: Path) -> TabletopApp:
    """The second terminal of the save that `table` makes."""
    return TabletopApp(public=folder / "s.toml")


def look(room: TabletopApp) -> None:
    assert isinstance(room.screen, PublicScreen)
    room.screen.look()


def fed(here: LocalTable) -> Feed:
    found = read_feed(feed_path(here.session.path))
    assert found is not None
    return found


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
        MakePromise(seat="paris", to="berlin", text="some day", due=3),
        Red(seat="control", levers=({"lever": "rest"},), why="tired"),
        HoldInject(seat="control", inject=waiting),
        Note(seat="control", text="they bluff"),
    ):
        assert full.make_now(move) is None, move

    assert prepare(full.session) == prepare(plain.session)


def test_what_is_in_the_open_is_in_the_feed(tmp_path: Path) -> None:
    here = table(tmp_path)
    waiting = next(name for name, state in here.session.world.injects.items() if state.state.value == "armed")
    here.make_now(Advance(seat="control"))
    here.make_now(FireInject(seat="control", inject=waiting))
    here.make_now(Seal(seat="berlin", why="ready"))

    feed = prepare(here.session)

    spec = here.session.world.scenario.injects[waiting]
    assert spec.title in feed["open"]
    assert feed["sealed"] == [here.session.world.seats["berlin"].name]
    assert "ready" not in json.dumps(feed["sealed"])


def test_no_other_place_s_view_makes_a_feed(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="public"):
        prepared(table(tmp_path).view_now(), [])


def test_what_a_feed_holds_is_a_closed_list_and_nothing_of_the_save(tmp_path: Path) -> None:
    here = table(tmp_path)
    for move in (
        Advance(seat="control"),
        SetReadiness(seat="berlin", level=0.1),
        Message(seat="paris", to="berlin", text="between us"),
        MakePromise(seat="paris", to="berlin", text="some day", due=3),
        Note(seat="control", text="they bluff"),
    ):
        assert here.make_now(move) is None, move
    room = RoomFeed(here.session)

    for act in ("", "push", "blank"):
        assert (room.show(act, Countdown(90.0)) if act else room.follow(Countdown(90.0))) == ""
        feed = fed(here)
        assert feed.keys() - {"welcome", "picture"} == {"format", "begun", "now"}
        assert feed["now"].keys() == NOW
        assert feed.get("welcome", {}).keys() <= {"title", "question", "seats"}
        assert feed.get("picture", {}).keys() <= PICTURE
        for secret in ("between us", "some day", "they bluff", here.session.head):
            assert secret not in json.dumps(feed)
    assert feed_path(here.session.path).stat().st_mode & 0o777 & ~0o644 == 0


async def test_before_the_first_push_the_room_sees_what_it_is_and_that_it_begins_soon(tmp_path: Path) -> None:
    here = table(tmp_path)
    app = TabletopApp(exercise=Exercise(here.session))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, "c")
        app.time.tick()
    world = here.session.world

    room = display(tmp_path)
    async with room.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        shown = " ".join(text_of(room).split())

    assert here.session.header.marking in shown and world.scenario.title in shown and "begins soon" in shown
    assert " ".join(world.scenario.exercise.question.split()[:6]) in shown
    assert all(seat.name in shown for seat in world.seats.values())
    assert fed(here)["now"]["clock"].keys() == {"planned", "ends"}


async def test_phase_clock_and_pause_reach_the_room_without_a_push(tmp_path: Path) -> None:
    here = table(tmp_path)
    app, room = TabletopApp(exercise=Exercise(here.session)), display(tmp_path)
    told = []

    async with app.run_test(size=(120, 36)) as pilot, room.run_test(size=(80, 24)) as second:
        for keys in (("space",), ("c",), ("B",), ("H",), ("escape",), ("H",), ("space", "space", "A")):
            await settled(pilot, *keys)
            app.time.tick()
            look(room)
            await settled(second)
            told.append((fed(here)["now"]["word"], "stopped" in text_of(room), *fed(here)["now"]["clock"]))

    first, started, blanked, paused, put_away, resumed, later = told
    assert first == ("STARTEX", False, "planned", "left") and started == ("STARTEX", False, "planned", "ends")
    assert blanked == started
    assert paused == put_away == ("PAUSED", True, "planned", "left")
    assert resumed == started
    assert later == ("", False, "planned", "left") and fed(here)["now"]["phase"] == "adjudicate"


async def test_the_picture_says_of_which_turn_it_is_when_that_is_over(tmp_path: Path) -> None:
    here = table(tmp_path)
    room = RoomFeed(here.session)
    room.show("push", Countdown())
    for move in (Advance(seat="control"), Red(seat="control", source="model"), *[Advance(seat="control")] * 4):
        assert here.make_now(move) is None, move
    room.follow(Countdown())

    second = display(tmp_path)
    async with second.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        shown = text_of(second)

    assert "Turn 2 of 8" in shown and "the picture is of turn 1" in shown


def test_blank_leaves_the_marking_and_time_never_brings_a_picture_back(tmp_path: Path) -> None:
    here = table(tmp_path)
    room = RoomFeed(here.session)
    room.show("push", Countdown(90.0, running=False))
    room.follow(Countdown(60.0, running=False))
    assert feed_clock(fed(here)).seconds == 60.0 and "picture" in fed(here)

    room.show("blank", Countdown(50.0, running=False))
    for session in (here.session, here.session):
        RoomFeed(session).follow(Countdown(30.0, running=False))

    assert fed(here).keys() == {"format", "begun", "now"} and feed_clock(fed(here)).seconds == 30.0


def test_the_feed_of_another_record_is_not_taken_for_ours(tmp_path: Path) -> None:
    here = table(tmp_path)
    write_feed(
        feed_path(here.session.path),
        "2020-01-01T00:00:00Z",
        stands(here.session, Countdown()),
        picture=prepare(here.session),
    )

    RoomFeed(here.session).follow(Countdown())

    assert "welcome" in fed(here) and "picture" not in fed(here)


def test_nothing_is_written_while_nothing_changes(tmp_path: Path) -> None:
    here = table(tmp_path)
    room = RoomFeed(here.session)
    room.follow(Countdown(90.0))
    path = feed_path(here.session.path)
    first = path.stat().st_ino, path.stat().st_mtime_ns

    room.follow(Countdown(90.0))
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == first

    path.write_text("gone wrong")
    room.follow(Countdown(90.0))
    assert "welcome" in fed(here)


def _broken() -> dict[str, str]:
    now = {
        "marking": "M",
        "caveat": "",
        "state": "running",
        "word": "",
        "turn": 1,
        "turns": 8,
        "period": "",
        "phase": "",
    }
    picture: dict[str, Any] = dict.fromkeys(PICTURE, "")
    picture |= {"turn": 1, "bands": True, "theatres": [], "figures": [], "headlines": [], "open": []}
    whole: dict[str, Any] = {"format": 2, "begun": "", "now": now, "picture": picture}
    theatre = {"id": "a", "name": "A", "members": [], "lon": 0, "lat": 0, "value": 1, "margin": 1, "change": 0}
    return {
        "empty": "",
        "cut": json.dumps(whole)[:40],
        "a list": "[]",
        "not utf-8": "\udcff",
        "deep": "[" * 100_000,
        "another format": json.dumps(whole | {"format": 99}),
        "no now": json.dumps({"format": 2, "begun": ""}),
        "a number for a word": json.dumps(whole | {"now": now | {"phase": 3}}),
        "a clock that is none": json.dumps(whole | {"now": now | {"clock": {"ends": "soon", "planned": 1}}}),
        "an endless clock": json.dumps(whole | {"now": now | {"clock": {"left": float("inf"), "planned": 1}}}),
        "a picture without theatres": json.dumps(whole | {"picture": {"title": "x"}}),
        "a theatre without a crisis": json.dumps(whole | {"picture": picture | {"theatres": [theatre]}}),
        "a theatre off the map": json.dumps(
            whole | {"picture": picture | {"theatres": [theatre | {"crisis": False, "lon": 1e9}]}}
        ),
    }


@pytest.mark.parametrize("text", _broken().values(), ids=_broken())
async def test_a_feed_that_can_t_be_read_leaves_the_last_picture_and_says_so(tmp_path: Path, text: str) -> None:
    here = table(tmp_path)
    RoomFeed(here.session).show("push", Countdown(90.0, running=False))
    room = display(tmp_path)

    async with room.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        before = text_of(room)
        feed_path(here.session.path).write_bytes(text.encode("utf-8", "surrogateescape"))
        with pytest.raises(SaveError):
            read_feed(feed_path(here.session.path))
        look(room)
        await settled(pilot)
        after = text_of(room)

        assert "this is what was shown last" in after
        assert {*_WORD.findall(before)} <= {*_WORD.findall(after)} and "Baltic" in after

        RoomFeed(here.session).show("blank", Countdown())
        look(room)
        await settled(pilot)
        assert "shown last" not in text_of(room) and "Baltic" not in text_of(room)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_the_second_terminal_follows_what_is_pushed_without_the_save(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    here = table(tmp_path)
    room = display(tmp_path)

    async with room.run_test(size=size) as pilot:
        await settled(pilot)
        picture = room.screen.query_one(FeedPicture)
        assert picture.has_class("-blank") and "Nothing is shown yet" in text_of(room)

        RoomFeed(here.session).show("push", Countdown())
        here.session.path.unlink()
        look(room)
        assert not picture.has_class("-blank")

        RoomFeed(here.session).show("blank", Countdown())
        look(room)
        assert picture.has_class("-blank")


async def test_on_the_board_the_picture_is_prepared_then_pushed_and_one_key_blanks_it(tmp_path: Path) -> None:
    here = table(tmp_path)
    app = TabletopApp(exercise=Exercise(here.session))

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, "p")
        app.time.tick()
        assert "picture" not in fed(here)

        await settled(pilot, "space")
        assert isinstance(app.screen, BoardScreen)
        assert "picture" in fed(here)

        await settled(pilot, "B")
        assert "picture" not in fed(here)
        assert [entry.move.do for entry in here.session.entries] == ["display", "display"]
