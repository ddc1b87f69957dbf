"""The room's stage: every scene fits every display, holds nothing that the room may not see, and is there at once."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tabletop.journal.fork import fork_save
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.model.moves import (
    Adjust,
    Advance,
    Answer,
    Argue,
    Display,
    End,
    FireInject,
    MakeFreeMove,
    Note,
    Odds,
    Pause,
    Red,
    Redo,
    Resume,
    Roll,
    Rule,
    Show,
    Undo,
)
from tabletop.model.moves.control import SCENES
from tabletop.rules.turn.injects import WRITTEN_IN_PLAY
from tabletop.table.countdown import Countdown
from tabletop.table.exercise import Exercise
from tabletop.table.feed_file import SHAPES, feed_path, read_feed
from tabletop.table.publishing import RoomFeed, prepare, room_view, stands
from tabletop.table.stage.scene import Scene
from tabletop.table.stage.scenes import KINDS, offers
from tabletop.tui.app import TabletopApp
from tabletop.tui.public.painters import PAINTERS, paint
from tabletop.tui.public.poster import PosterPage
from tabletop.tui.public.prepared import SCENE_KEYS, Prepared
from tabletop.tui.public.public import PublicScreen
from tabletop.tui.public.stage import Stage
from tabletop.tui.public.type import Extent
from tabletop.tui.review.endex import EndexScreen
from tests.golden.example import EXAMPLE
from tests.table.scenes import every_scene
from tests.tui.public.days import brief_of, rolled
from tests.tui.public.in_sight import in_sight, pages
from tests.tui.room import KEYS, NATO, table, text_of, until
from tests.tui.test_app import settled

ROOMS = [Extent(78, 18), Extent(118, 30), Extent(198, 50), Extent(48, 30), Extent(30, 8), Extent(1, 1)]


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Session]]:
    """The example at an argument, in a brief with a report, and after its end."""
    folder, record = tmp_path_factory.mktemp("days"), load(EXAMPLE)
    for at in (rolled(record), brief_of(record, 5), len(record.entries)):
        fork_save(record, at, folder / f"{at}.toml")
    sessions = [Session.open(path) for path in sorted(folder.glob("*.toml"))]
    yield sessions
    for session in sessions:
        session.close()


def test_every_scene_is_made_kept_and_painted() -> None:
    assert tuple(KINDS) == SCENES
    assert set(KINDS) == set(SHAPES) == set(PAINTERS)


def test_the_example_has_every_scene_but_those_of_other_branches(days: list[Session]) -> None:
    kinds = {row.scene.kind for session in days for row in offers(room_view(session))}

    assert set(SCENES) - kinds <= {"ahead", "compare"}


def test_every_inject_of_the_example_goes_by_its_title(days: list[Session]) -> None:
    assert WRITTEN_IN_PLAY not in str([every_scene(session) for session in days]).lower()


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: f"{room.width}x{room.height}")
def test_every_scene_keeps_to_its_display(days: list[Session], room: Extent) -> None:
    for session in days:
        for name, scene in every_scene(session).items():
            lines = paint(scene, room)
            assert len(lines) <= room.height, name
            wide = max((line.cell_length for line in lines), default=0)
            assert wide <= room.width or room.width < 40, (name, wide)


@pytest.mark.parametrize("room", ROOMS[:3], ids=lambda room: f"{room.width}x{room.height}")
def test_a_figure_is_at_least_three_per_cent_high(days: list[Session], room: Extent) -> None:
    """Two rows and more where one is less than that; the digits of a scene stand in block letters everywhere."""
    for session in days:
        for name, scene in every_scene(session).items():
            figures = scene["kind"] in ("map", "moved", "ribbon", "replay", "poster")
            if figures or (scene["kind"] == "why" and scene["rows"]):
                drawn = "\n".join(line.plain for line in paint(scene, room))
                assert sum(drawn.count(half) for half in "▀▄") > 8, name


@pytest.mark.parametrize("room", [Extent(78, 17), *ROOMS[:4]], ids=lambda room: f"{room.width}x{room.height}")
def test_no_objective_is_left_out_of_the_reveal_whatever_the_display(days: list[Session], room: Extent) -> None:
    scene = every_scene(days[-1])["reveal"]
    shown = pages(scene, room)

    for seat in scene["seats"]:
        assert in_sight(seat["name"], shown)
        for each in seat["objectives"]:
            assert in_sight(each["title"], shown)


def test_the_feed_of_every_scene_is_read_back_as_it_was_written(days: list[Session]) -> None:
    for session in days:
        room = RoomFeed(session)
        for row in offers(room_view(session)):
            assert room.show(row.scene, Countdown(60.0)) == ""
            feed = read_feed(room.path)
            assert feed is not None and feed["scene"] == prepare(session, row.scene)


def test_an_inject_says_what_may_be_chosen_and_not_what_it_would_do(days: list[Session]) -> None:
    found = 0
    for session in days:
        for scene in every_scene(session).values():
            if scene["kind"] == "inject":
                found += len(scene["options"])
                assert all(option.keys() == {"text", "by"} for option in scene["options"])
    assert found > 6


def test_nobody_chose_anything_before_an_inject_is_settled(tmp_path: Path) -> None:
    control = table(tmp_path, NATO)
    name = next(row.scene.about for row in offers(room_view(control.session)) if row.scene.kind == "inject")
    spec = control.session.world.scenario.injects[name]
    before = prepare(control.session, Scene("inject", name))

    control.make_now(Answer(seat=spec.answers[0], inject=name, option=spec.options[0].id))

    assert prepare(control.session, Scene("inject", name)) == before
    assert not any(option["by"] for option in before["options"])


# ---------------------------------------------------------------------- words that fill it


async def test_startex_pause_and_endex_fill_the_display_and_a_push_takes_their_place(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS)
    room = RoomFeed(control.session)
    app = TabletopApp(public=control.session.path)
    seen = []

    async with app.run_test(size=(120, 36)) as pilot:

        async def told() -> str:
            room.follow(Countdown(90.0))
            assert isinstance(app.screen, PublicScreen)
            app.screen.look()
            await settled(pilot)
            return app.screen.query_one(Stage).fills

        seen.append(await told())
        room.show(Scene("map"), Countdown(90.0))
        seen.append(await told())
        for move in (Pause(seat="control"), Resume(seat="control"), End(seat="control")):
            assert control.make_now(move) is None
            seen.append(await told())
        room.show(Scene("ribbon"), Countdown(90.0))
        seen.append(await told())

    assert seen == ["STARTEX", "", "PAUSED", "", "ENDEX", ""]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_a_pause_stands_across_the_display_and_no_clock_runs_there(tmp_path: Path, size: tuple[int, int]) -> None:
    control = table(tmp_path, NATO, Pause(seat="control"))
    RoomFeed(control.session).show(Scene("map"), Countdown(90.0))
    app = TabletopApp(public=control.session.path)

    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        shown = text_of(app)

    assert "The exercise is stopped" in shown and "01:30" not in shown and "BALTIC" not in shown
    assert max(len(line.strip()) for line in shown.split("\n")) > size[0] // 2


@pytest.mark.parametrize("keys", [(), ("n", "x"), ("p",), ("i",), ("question_mark",), ("w",), ("w", "n")])
async def test_control_can_pause_over_whatever_is_open_and_the_room_knows_at_once(
    tmp_path: Path, keys: tuple[str, ...]
) -> None:
    control = table(tmp_path, NATO)
    app = TabletopApp(exercise=Exercise(control.session))

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, *keys)
        await settled(pilot, "ctrl+l")
        feed = read_feed(feed_path(control.session.path))
        shown = text_of(app)

    assert feed is not None and feed["now"]["word"] == "PAUSED"
    assert "The exercise is stopped" in shown and control.session.entries[-1].move == Pause(seat="control")


# ---------------------------------------------------------------------- prepared, then pushed


async def test_a_push_takes_two_keys_and_shows_what_was_seen(tmp_path: Path) -> None:
    control = table(tmp_path, NATO)
    app = TabletopApp(exercise=Exercise(control.session))

    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot, "p")
        assert isinstance(app.screen, Prepared)
        previewed = app.screen.query_one(Stage).feed
        await settled(pilot, "space")
        feed = read_feed(feed_path(control.session.path))

    assert feed is not None and previewed is not None and feed["scene"] == previewed["scene"]
    assert feed["scene"]["kind"] == "inject"


@pytest.mark.parametrize("at", ["dice", "brief", "end"])
async def test_any_scene_is_pushed_by_its_own_key_and_only_the_reveal_is_looked_at_first(
    tmp_path: Path, at: str
) -> None:
    with Session.open(_example(tmp_path, at)) as session:
        app = TabletopApp(exercise=Exercise(session))
        kinds = dict.fromkeys(row.scene.kind for row in offers(room_view(session)))
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot, "escape")
            for kind in kinds:
                keys = ["p", SCENE_KEYS[kind]]
                await settled(pilot, *keys)
                if kind == "reveal":
                    assert isinstance(app.screen, Prepared) and app.screen.row.scene.kind == kind
                    await settled(pilot, SCENE_KEYS[kind])
                feed = read_feed(feed_path(session.path))
                assert feed is not None and feed["scene"]["kind"] == kind and not isinstance(app.screen, Prepared)


def test_every_scene_has_a_key_of_its_own_that_no_other_key_of_the_dialog_is() -> None:
    own, taken = [*SCENE_KEYS.values()], {"p", "B", "d", "space", "escape", "left", "right", "up", "down"}

    assert {*SCENE_KEYS} == {*SCENES} and len({*own}) == len(own) and taken.isdisjoint(own)


async def test_the_inject_that_the_room_has_not_seen_comes_first(tmp_path: Path) -> None:
    control = table(tmp_path, NATO)
    waiting = [name for name, state in control.session.world.injects.items() if state.state.value == "armed"][:2]
    for name in waiting:
        control.make_now(FireInject(seat="control", inject=name))
    names, pushed = [row.scene.about for row in offers(room_view(control.session)) if row.scene.kind == "inject"], []
    app = TabletopApp(exercise=Exercise(control.session))

    async with app.run_test(size=(120, 36)) as pilot:
        for _ in names:
            await settled(pilot, "p", "i")
            move = control.session.entries[-1].move
            assert isinstance(move, Display)
            pushed.append(move.about)

    assert sorted(pushed) == sorted(names) and len(names) > 1


async def test_from_why_it_is_why_that_is_pushed(tmp_path: Path) -> None:
    with Session.open(_example(tmp_path, "brief")) as session:
        app = TabletopApp(exercise=Exercise(session))
        async with app.run_test(size=(120, 36)) as pilot:
            await settled(pilot, "w")
            await settled(pilot, "p")
            assert isinstance(app.screen, Prepared)
            assert app.screen.row.scene.kind == "why"


async def test_what_a_scene_is_about_is_chosen_with_the_arrows(tmp_path: Path) -> None:
    with Session.open(_example(tmp_path, "brief")) as session:
        app = TabletopApp(exercise=Exercise(session))
        async with app.run_test(size=(120, 36)) as pilot:
            await settled(pilot, "escape", "p")
            await until(pilot, lambda: isinstance(app.screen, Prepared))
            assert isinstance(app.screen, Prepared)
            first = app.screen.row.scene
            await settled(pilot, "right")
            second = app.screen.row.scene
            await settled(pilot, "left")
            assert (first.kind, app.screen.row.scene) == (second.kind, first) and first != second


def _example(folder: Path, at: str) -> Path:
    record = load(EXAMPLE)
    places = {"dice": rolled(record), "brief": brief_of(record, 5), "end": len(record.entries)}
    fork_save(record, places[at], folder / "x.toml")
    return folder / "x.toml"


async def test_the_reveal_stands_under_cover_until_it_is_pushed(tmp_path: Path) -> None:
    path = _example(tmp_path, "end")
    with Session.open(path) as session:
        secret = [each["title"] for seat in prepare(session, Scene("reveal"))["seats"]
                  for each in seat["objectives"] if each["secret"]]  # fmt: skip
        prepared = Prepared(Exercise(session).table().control, first=Scene("reveal"))  # type: ignore[arg-type]
        app = TabletopApp(exercise=Exercise(session))
        async with app.run_test(size=(120, 36)) as pilot:
            app.push_screen(prepared)
            await settled(pilot)
            shown = json.dumps(prepared.query_one(Stage).feed)

    assert secret and not any(title in shown for title in secret)


# ---------------------------------------------------------------------- live


def test_an_argument_on_the_stage_goes_on_by_itself_and_stays_that_argument(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, MakeFreeMove(seat="lyre", aim="Lamps", reasons=("rich",)))
    session, seen = control.session, []
    room, free = RoomFeed(session), session.world.free_moves[0].ref
    assert room.show(Scene("argument", "1"), Countdown()) == ""

    for move in (
        Argue(seat="harrow", move=free, side="against", text="Too dear"),
        Advance(seat="control"),
        Red(seat="control", source="model"),
        Advance(seat="control"),
        Odds(seat="control", move=free, chance=65.0),
        Roll(seat="control", move=free, dice=60),
        Rule(seat="control", item=free, outcome="yes-but", public="Half of them", private="never told"),
        Advance(seat="control"),
        Undo(seat="control", to=0),
        Redo(seat="control"),
        Advance(seat="control"),
        Advance(seat="control"),
        MakeFreeMove(seat="lyre", aim="More lamps"),
    ):
        refusal = control.make_now(Undo(seat="control", to=session.line[-2]) if isinstance(move, Undo) else move)
        assert refusal is None, (move, refusal)
        assert room.follow(Countdown()) == ""
        feed = read_feed(room.path)
        assert feed is not None and "never told" not in str(feed)
        scene = feed["scene"]
        seen.append((scene["aim"], *scene["counters"], scene["odds"], scene["rolled"], scene["public"]))

    argued = ("Lamps", "Too dear", None, None, "")
    rolled, ruled = ("Lamps", "Too dear", 65.0, 60, ""), ("Lamps", "Too dear", 65.0, 60, "Half of them")
    assert seen[:4] == [argued] * 4
    assert seen[4:7] == [("Lamps", "Too dear", 65.0, None, ""), rolled, rolled]  # what is ruled opens with the results
    assert seen[7:] == [ruled] * 6  # what was opened has been seen, whatever is taken back


def test_what_a_seat_says_is_on_the_wall_as_it_is_said_and_what_is_noted_of_it_is_not(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS, End(seat="control"))
    room = RoomFeed(control.session)
    assert room.show(Scene("hotwash"), Countdown()) == ""

    for said, text in ((False, "They bluff"), (True, "We waited too long")):
        move = Note(seat="control", text=text, kind="insight", about="lyre", said=said)
        assert control.make_now(move) is None
        room.follow(Countdown())

    feed = read_feed(room.path)
    assert feed is not None
    assert [line for seat in feed["scene"]["seats"] for line in seat["lines"]] == ["We waited too long"]


def test_a_look_ahead_that_was_shown_to_the_room_is_on_its_stage_with_its_fan(tmp_path: Path) -> None:
    score = "deterrence/outer-harbour"
    fan = tuple({"turn": turn, "low": 40.0, "middle": 50.0, "high": 60.0, "pressure": 45.0} for turn in (1, 2))
    control = table(tmp_path, KEYS, Show(seat="control", what="the look ahead", to="room", score=score, fan=fan))
    room = RoomFeed(control.session)
    assert room.show(Scene("ahead"), Countdown()) == ""

    feed = read_feed(room.path)

    assert feed is not None
    scene = feed["scene"]
    assert (scene["low"], scene["middle"], scene["high"]) == ([40.0] * 2, [50.0] * 2, [60.0] * 2)
    assert len(scene["past"]) == 1 and len(scene["against"]) == len(scene["labels"]) == 3
    for extent in ROOMS[:3]:
        drawn = "\n".join(line.plain for line in paint(scene, extent))
        assert "pressure" in drawn and "start" in drawn and "now" in drawn


async def test_the_end_on_a_page_fills_control_s_screen_and_goes_to_the_room_with_one_key(tmp_path: Path) -> None:
    with Session.open(_example(tmp_path, "end")) as session:
        app = TabletopApp(exercise=Exercise(session))
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot, "space", "z")
            assert isinstance(app.screen, PosterPage)
            await until(pilot, lambda: "BALTIC" in text_of(app))
            await settled(pilot, "space")
            feed = read_feed(feed_path(session.path))
            assert isinstance(app.screen, EndexScreen)

    assert feed is not None and feed["scene"]["kind"] == "poster"


def test_what_is_told_in_the_review_stays_as_it_was_pushed(tmp_path: Path) -> None:
    control = table(tmp_path, NATO)
    room = RoomFeed(control.session)
    for row in offers(room_view(control.session)):
        assert room.show(row.scene, Countdown()) == ""
        pushed = read_feed(room.path)
        control.make_now(Adjust(seat="control", what="cohesion", amount=-5.0, reason="shift"))
        room.follow(Countdown())
        now = read_feed(room.path)
        assert pushed is not None and now is not None and now["scene"] == pushed["scene"]


# ---------------------------------------------------------------------- motion


@pytest.mark.parametrize("still", [True, False])
async def test_figures_move_into_their_place_unless_motion_is_switched_off(tmp_path: Path, still: bool) -> None:
    with Session.open(_example(tmp_path, "brief")) as session:
        feed: dict[str, Any] = {
            "now": stands(session, Countdown()),
            "scene": prepare(session, Scene("moved")),
            "after": "",
        }
    app = TabletopApp(public=tmp_path / "x.toml", welcome=feed)
    async with app.run_test(size=(120, 36)) as pilot:
        app.animation_level = "none" if still else "full"
        stage = app.screen.query_one(Stage)
        stage.show(None)
        stage.show(feed)
        first = stage.share
        await until(pilot, lambda: stage.share == 1.0)

    assert (first, stage.share) == (1.0 if still else 0.0, 1.0)
