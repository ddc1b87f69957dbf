"""What may befall a display: another size, its keys, another save, a clock that runs out, a second one beside it."""

import json
from functools import partial
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Pause, Resume
from tabletop.scenario.load import load_scenario
from tabletop.table.countdown import Countdown
from tabletop.table.feed_file import Feed, read_feed
from tabletop.table.publishing import RoomFeed, stands
from tabletop.table.stage.scene import Scene
from tabletop.tui.app import TabletopApp
from tabletop.tui.look import palette
from tabletop.tui.public.public import PublicScreen
from tabletop.tui.public.stage import Stage
from tests.golden.example import EXAMPLE
from tests.table.scenes import every_scene
from tests.tui.public.in_sight import in_sight
from tests.tui.room import KEYS, NATO, table, text_of, until
from tests.tui.test_app import settled

ENDED = Countdown(754.0, running=False, planned=1080.0)


def shown(room: TabletopApp) -> list[str]:
    return text_of(room).split("\n")


def _has(room: TabletopApp, words: str) -> bool:
    return in_sight(words, [shown(room)])


def _shows(room: TabletopApp, lines: list[str]) -> bool:
    return shown(room) == lines


def _alike(one: TabletopApp, other: TabletopApp) -> bool:
    return shown(one) == shown(other)


def look(room: TabletopApp) -> None:
    assert isinstance(room.screen, PublicScreen)
    room.screen.look()


def one_of_each(session: Session) -> dict[str, Feed]:
    """By kind a scene as it would be pushed now."""
    found: dict[str, Feed] = {}
    for scene in every_scene(session).values():
        found.setdefault(scene["kind"], scene)
    return found


async def test_in_every_scene_a_display_grows_small_and_large_again_and_shows_what_it_showed(tmp_path: Path) -> None:
    copy(EXAMPLE, tmp_path / "s.toml")
    with Session.open(tmp_path / "s.toml") as session:
        scenes, now = one_of_each(session), stands(session, ENDED)
    app = TabletopApp(public=tmp_path / "s.toml")
    async with app.run_test(size=(120, 36)) as pilot:
        app.animation_level = "none"
        for scene in scenes.values():
            assert isinstance(app.screen, PublicScreen)
            app.screen.query_one(Stage).show({"now": now, "scene": scene, "after": now["word"]})
            await settled(pilot)
            before = shown(app)
            for size in ((40, 12), (20, 5), (120, 36)):
                await pilot.resize_terminal(*size)
                await settled(pilot)
            await until(pilot, partial(_shows, app, before))
    assert len(scenes) > 8


async def test_the_theme_turns_while_the_exercise_is_stopped_and_the_word_stays(tmp_path: Path) -> None:
    control = table(tmp_path, NATO, Pause(seat="control"))
    feed = RoomFeed(control.session)
    feed.show(Scene("map"), Countdown(90.0))
    app = TabletopApp(public=control.session.path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        dark = shown(app)
        await settled(pilot, "G")
        assert not palette.in_use().dark and shown(app) == dark and "The exercise is stopped" in text_of(app)

        assert control.make_now(Resume(seat="control")) is None
        feed.follow(Countdown(90.0))
        look(app)
        await settled(pilot)
        assert not palette.in_use().dark and "The exercise is stopped" not in text_of(app)
        await settled(pilot, "G")
        assert palette.in_use().dark


async def test_a_clock_that_runs_out_on_the_stage_goes_on_below_nought_and_nothing_else_happens(tmp_path: Path) -> None:
    control = table(tmp_path, KEYS)
    feed = RoomFeed(control.session)
    feed.show(Scene("map"), Countdown(0.6, planned=60.0))
    app = TabletopApp(public=control.session.path)
    async with app.run_test(size=(120, 36)) as pilot:
        app.animation_level = "none"
        await settled(pilot)
        before = read_feed(feed.path)
        await until(pilot, lambda: in_sight("-00:", [shown(app)]))
        assert in_sight("-00:", [shown(app)])
        look(app)
        assert read_feed(feed.path) == before and isinstance(app.screen, PublicScreen)


async def test_another_save_in_the_place_of_the_one_on_show_is_shown_and_its_scene_is_not_ours(tmp_path: Path) -> None:
    """Somebody copies yesterday's save over today's while the display runs."""
    control, yesterday = table(tmp_path, NATO), tmp_path / "yesterday.toml"
    Session.create(yesterday, load_scenario(KEYS), Terms(seed="7"), now=lambda: "2020-03-05T09:00:00Z").close()
    RoomFeed(control.session).show(Scene("map"), Countdown(90.0))
    app = TabletopApp(public=control.session.path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert in_sight("BALTIC", [shown(app)])

        path = control.session.path
        control.session.close()
        copy(yesterday, path)
        with Session.open(path) as session:
            RoomFeed(session).follow(Countdown())
            look(app)
            await settled(pilot)
            title = session.world.scenario.title
        await until(pilot, partial(_has, app, title))
        assert _has(app, title) and not in_sight("BALTIC", [shown(app)])


async def test_two_displays_show_the_same_and_each_has_its_own_light(tmp_path: Path) -> None:
    control = table(tmp_path, NATO)
    feed = RoomFeed(control.session)
    first, second = (TabletopApp(public=control.session.path) for _ in range(2))
    async with first.run_test(size=(120, 36)) as pilot, second.run_test(size=(120, 36)) as other:
        for app in (first, second):
            app.animation_level = "none"
        for scene in (Scene("welcome"), Scene("map"), Scene("ribbon"), None):
            assert feed.show(scene, Countdown(90.0, running=False)) == ""
            for app, hand in ((first, pilot), (second, other)):
                look(app)
                await settled(hand)
            await until(pilot, partial(_alike, first, second))
        await settled(pilot, "G")
        assert first.theme != second.theme and shown(first) == shown(second)


@pytest.mark.parametrize("change", ["a kind of tomorrow", "a format of tomorrow", "half a file"])
async def test_of_a_feed_that_it_does_not_know_a_display_says_so_in_every_scene_and_goes_on_after(
    tmp_path: Path, change: str
) -> None:
    copy(EXAMPLE, tmp_path / "s.toml")
    app = TabletopApp(public=tmp_path / "s.toml")
    with Session.open(tmp_path / "s.toml") as session:
        feed = RoomFeed(session)
        async with app.run_test(size=(120, 36)) as pilot:
            app.animation_level = "none"
            for kind, words in _SEEN.items():
                assert feed.show(Scene(kind), ENDED) == ""
                look(app)
                await until(pilot, partial(_has, app, words))
                _strange(feed.path, change)
                look(app)
                await settled(pilot)
                assert "this is what was shown last" in text_of(app) and in_sight(words, [shown(app)]), kind
                feed.show(Scene(kind), ENDED)
                look(app)
                await settled(pilot)
                assert "shown last" not in text_of(app) and in_sight(words, [shown(app)]), kind


_SEEN = {"ribbon": "Who carries what is needed", "map": "BALTIC", "poster": "8 of 8 turns"}
"""Words by which a scene is known on a display of 120 columns."""


def _strange(path: Path, change: str) -> None:
    feed: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    match change:
        case "a kind of tomorrow":
            feed["scene"]["kind"] = "hologram"
        case "a format of tomorrow":
            feed["format"] = 99
    text = json.dumps(feed)
    path.write_text(text[: len(text) // 2] if change == "half a file" else text, encoding="utf-8")
