"""The public display: its feed holds no secret, its process reads nothing but the feed."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tabletop.errors import SaveError
from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import (
    Advance,
    Display,
    FireInject,
    HoldInject,
    MakePromise,
    Message,
    Note,
    Red,
    Seal,
    SetReadiness,
)
from tabletop.scenario.load import load_scenario
from tabletop.table.countdown import Countdown
from tabletop.table.exercise import Exercise
from tabletop.table.feed_file import SHAPES, Feed, feed_path, read_feed, write_feed
from tabletop.table.local import LocalTable
from tabletop.table.publishing import RoomFeed, prepare, room_view, stands
from tabletop.table.stage.scene import RoomView, Scene
from tabletop.table.stage.scenes import offers
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.look.blocks import letters
from tabletop.tui.public.head import feed_clock
from tabletop.tui.public.public import PublicScreen
from tests.table.scenes import every_scene
from tests.tui.public.in_sight import in_sight
from tests.tui.room import text_of
from tests.tui.test_app import settled

ROOT = Path(__file__).parents[3]
BIG = ROOT / "scenarios" / "nato-3-0"


NOW = {"marking", "caveat", "title", "state", "word", "turn", "turns", "period", "phase", "lamps", "clock"}
MAP = Scene("map")


_WORD = re.compile(r"[A-Za-z]{3,}")


def drawn(words: str) -> str:
    """The middle row of words in block letters, by which a display is seen to show them."""
    return " ".join(letters(words)[1].split())


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

    assert every_scene(full.session) == every_scene(plain.session)


def test_what_is_in_the_open_is_in_the_feed(tmp_path: Path) -> None:
    here = table(tmp_path)
    waiting = next(name for name, state in here.session.world.injects.items() if state.state.value == "armed")
    here.make_now(Advance(seat="control"))
    here.make_now(FireInject(seat="control", inject=waiting))
    here.make_now(Seal(seat="berlin", why="ready"))

    inject, now = prepare(here.session, Scene("inject", waiting)), stands(here.session, Countdown())

    spec = here.session.world.scenario.injects[waiting]
    assert inject["title"] == spec.title and len(inject["options"]) == len(spec.options)
    assert [lamp["name"] for lamp in now["lamps"] if lamp["sealed"]] == [here.session.world.seats["berlin"].name]
    assert "ready" not in json.dumps(now)


def test_no_other_place_s_view_makes_a_feed(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="public"):
        RoomView(table(tmp_path).view_now())


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

    assert room.follow(Countdown(90.0)) == ""
    for scene in (*(row.scene for row in offers(room_view(here.session))), None):
        assert room.show(scene, Countdown(90.0)) == ""
        feed = fed(here)
        assert feed.keys() - {"scene"} == {"format", "begun", "now", "after"}
        assert feed["now"].keys() == NOW
        shape: Any = SHAPES[scene.kind] if scene else {}
        assert feed.get("scene", {}).keys() == ({"kind", "turn", "period", *shape} if scene else set())
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

    assert here.session.header.marking in shown and world.scenario.title in shown
    assert drawn("begins soon") in shown
    assert " ".join(world.scenario.exercise.question.split()[:6]) in shown
    assert all(seat.name in shown for seat in world.seats.values())
    assert fed(here)["now"]["clock"].keys() == {"planned", "ends"}


async def test_phase_clock_and_pause_reach_the_room_without_a_push(tmp_path: Path) -> None:
    here = table(tmp_path)
    app, room = TabletopApp(exercise=Exercise(here.session)), display(tmp_path)
    told = []

    async with app.run_test(size=(120, 36)) as pilot, room.run_test(size=(80, 24)) as second:
        for keys in (("space",), ("c",), ("B",), ("H",), ("escape",), ("H",), ("space", "A")):
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
    assert later == ("", False, "planned", "ends") and fed(here)["now"]["phase"] == "adjudicate"


def test_blank_leaves_the_marking_and_time_never_brings_a_picture_back(tmp_path: Path) -> None:
    here = table(tmp_path)
    room = RoomFeed(here.session)
    room.show(MAP, Countdown(90.0, running=False))
    room.follow(Countdown(60.0, running=False))
    assert feed_clock(fed(here)).seconds == 60.0 and "scene" in fed(here)

    room.show(None, Countdown(50.0, running=False))
    for session in (here.session, here.session):
        RoomFeed(session).follow(Countdown(30.0, running=False))

    assert fed(here).keys() == {"format", "begun", "now", "after"} and feed_clock(fed(here)).seconds == 30.0


def test_the_feed_of_another_record_is_not_taken_for_ours(tmp_path: Path) -> None:
    here = table(tmp_path)
    write_feed(
        feed_path(here.session.path),
        "2020-01-01T00:00:00Z",
        stands(here.session, Countdown()),
        prepare(here.session, MAP),
    )

    RoomFeed(here.session).follow(Countdown())

    assert fed(here)["scene"]["kind"] == "welcome"


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
    assert fed(here)["scene"]["kind"] == "welcome"


def _broken() -> dict[str, str]:
    now: dict[str, Any] = dict.fromkeys(("marking", "caveat", "title", "state", "word", "period", "phase"), "")
    now |= {"turn": 1, "turns": 8, "lamps": []}
    carried = {"names": ["", "", ""], "half": 50, "parts": [0, 0, 0]}
    scene: dict[str, Any] = {"kind": "map", "turn": 1, "period": "", "bands": True, "theatres": [], "carried": carried}
    whole: dict[str, Any] = {"format": 3, "begun": "", "now": now, "after": "", "scene": scene}
    theatre = {"id": "a", "name": "A", "members": [], "lon": 0, "lat": 0, "value": 1, "margin": 1, "change": 0}
    argument = {"kind": "argument", "turn": 1, "period": "", "odds": 1e9}
    return {
        "empty": "",
        "cut": json.dumps(whole)[:40],
        "a list": "[]",
        "not utf-8": "\udcff",
        "deep": "[" * 100_000,
        "another format": json.dumps(whole | {"format": 99}),
        "no now": json.dumps({"format": 3, "begun": ""}),
        "a number for a word": json.dumps(whole | {"now": now | {"phase": 3}}),
        "a clock that is none": json.dumps(whole | {"now": now | {"clock": {"ends": "soon", "planned": 1}}}),
        "an endless clock": json.dumps(whole | {"now": now | {"clock": {"left": float("inf"), "planned": 1}}}),
        "a scene of a later edition": json.dumps(whole | {"scene": scene | {"kind": "hologram"}}),
        "a map without theatres": json.dumps(whole | {"scene": {"kind": "map", "turn": 1, "period": ""}}),
        "a theatre without a crisis": json.dumps(whole | {"scene": scene | {"theatres": [theatre]}}),
        "a theatre off the map": json.dumps(
            whole | {"scene": scene | {"theatres": [theatre | {"crisis": False, "lon": 1e9}]}}
        ),
        "odds without end": json.dumps(whole | {"scene": argument}),
    }


@pytest.mark.parametrize("text", _broken().values(), ids=_broken())
async def test_a_feed_that_can_t_be_read_leaves_the_last_picture_and_says_so(tmp_path: Path, text: str) -> None:
    here = table(tmp_path)
    RoomFeed(here.session).show(MAP, Countdown(90.0, running=False))
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

        RoomFeed(here.session).show(None, Countdown())
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
        assert "Nothing is shown yet" in text_of(room)

        RoomFeed(here.session).show(MAP, Countdown())
        here.session.path.unlink()
        look(room)
        await settled(pilot)
        assert in_sight("BALTIC", [text_of(room).split("\n")])

        RoomFeed(here.session).show(None, Countdown())
        look(room)
        await settled(pilot)
        assert not in_sight("BALTIC", [text_of(room).split("\n")]) and here.session.header.marking in text_of(room)


async def test_on_the_board_the_picture_is_prepared_then_pushed_and_one_key_blanks_it(tmp_path: Path) -> None:
    here = table(tmp_path)
    app = TabletopApp(exercise=Exercise(here.session))

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, "p")
        app.time.tick()
        assert fed(here)["scene"]["kind"] == "welcome"

        await settled(pilot, "1")
        assert isinstance(app.screen, BoardScreen)
        assert fed(here)["scene"]["kind"] == "map"

        await settled(pilot, "B")
        assert "scene" not in fed(here)
        moves = [entry.move for entry in here.session.entries]
        assert moves == [Display(seat="control", act="push", scene="map"), Display(seat="control", act="blank")]
