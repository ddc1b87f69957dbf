"""Pictures of every scene on three displays, as they were when somebody last looked at them from across a room."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tabletop.journal.fork import fork_save
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.table.countdown import Countdown
from tabletop.table.publishing import prepare, room_view, stands
from tabletop.table.stage.scene import Scene
from tabletop.table.stage.scenes import offers
from tabletop.tui.app import TabletopApp
from tests.golden.example import EXAMPLE
from tests.tui.pictures import plain
from tests.tui.public.days import brief_of, rolled

Compare = Callable[..., bool]
_SIZES = [(80, 24), (120, 36), (200, 60)]
_BRIEF, _DICE, _END = "brief", "dice", "end"
_SCENES = [
    (_BRIEF, Scene("welcome")),
    (_BRIEF, Scene("map")),
    (_BRIEF, Scene("inject")),
    (_BRIEF, Scene("moved")),
    (_BRIEF, Scene("why", "deterrence")),
    (_DICE, Scene("argument", "1")),
    (_END, Scene("story")),
    (_END, Scene("ribbon")),
    (_END, Scene("replay")),
    (_END, Scene("poster")),
    (_END, Scene("hotwash")),
    (_END, Scene("reveal")),
    (_END, Scene("reveal", "paris")),
]
"""Each at a place of the example; of injects the first that can be shown."""
_SAID = "We sold it too late, and to ourselves first.", "Ask for the date before you ask for the money."
_FAN = {
    "name": "Baltic and north-east",
    "past": [53.0, 54.2, 53.1, 55.8, 56.4],
    "low": [54.0, 52.5, 51.0, 50.2],
    "middle": [57.0, 57.8, 58.4, 58.9],
    "high": [59.5, 62.0, 64.8, 66.1],
    "against": [57.0, 58.0, 58.5, 59.0, 59.0, 60.0, 60.5, 61.0, 61.5],
    "labels": ["start", *(f"{year} {half}" for year in range(2026, 2030) for half in ("H1", "H2"))],
}
_AHEAD = "Look ahead (Deterrence overall by 2029 H2: 52 to 61 in 80 of 100 futures, middle 57): bots, no forecast."


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures name no font on somebody's server, and nothing moves in them."""
    export, begin = TabletopApp.export_screenshot, TabletopApp.__init__

    def begin_still(app: TabletopApp, *args: Any, **named: Any) -> None:
        begin(app, *args, **named)
        app.animation_level = "none"

    monkeypatch.setattr(TabletopApp, "export_screenshot", lambda *a, **named: plain(export(*a, **named)))
    monkeypatch.setattr(TabletopApp, "__init__", begin_still)


@pytest.fixture(scope="module")
def feeds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """By name; two that no line of the example has are made here."""
    record, made = load(EXAMPLE), {}
    places = {_BRIEF: brief_of(record, 5), _DICE: rolled(record), _END: len(record.entries)}
    for at, entries in places.items():
        path = tmp_path_factory.mktemp("stage") / "s.toml"
        fork_save(record, entries, path)
        with Session.open(path) as session:
            now = stands(session, Countdown(754.0, running=False, planned=1080.0))
            for scene in (scene for turn, scene in _SCENES if turn == at):
                shown = _first(session) if scene == Scene("inject") else scene
                made[_name(scene)] = {"now": now, "scene": prepare(session, shown), "after": now["word"]}
            ribbon = prepare(session, Scene("ribbon"))
    values = [row["parts"][0] for row in ribbon["rows"]]
    lines = [
        {"name": "as it went on", "values": values},
        {"name": "the other way", "values": [*values[:5], 39, 38, 38, 37]},
    ]
    head = {"turn": 8, "period": "2029 H2"}
    made["compare"] = {
        "now": now,
        "scene": head | {"kind": "compare", "name": "European share", "lines": lines},
        "after": "ENDEX",
    }
    made["ahead"] = {"now": now, "scene": head | {"kind": "ahead", "words": _AHEAD, **_FAN}, "after": "ENDEX"}
    said = dict(zip(("Washington", "Warsaw & the East"), _SAID, strict=True))
    made["hotwash"]["scene"]["seats"] = [
        seat | {"lines": [said[seat["name"]]] if seat["name"] in said else seat["lines"]}
        for seat in made["hotwash"]["scene"]["seats"]
    ]
    made["endex"] = made["story"] | {"after": ""}
    return made


def _first(session: Session) -> Scene:
    return next(row.scene for row in offers(room_view(session)) if row.scene.kind == "inject")


def _name(scene: Scene) -> str:
    return scene.kind if scene.kind != "reveal" else f"{scene.kind} {scene.about}".strip()


_NAMES = [*(_name(scene) for _, scene in _SCENES), "compare", "ahead", "endex"]


@pytest.mark.parametrize("size", _SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", _NAMES)
def test_the_stage_looks_as_it_did(
    snap_compare: Compare, feeds: dict[str, dict[str, Any]], tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    assert snap_compare(TabletopApp(public=tmp_path / "none.toml", welcome=feeds[name]), terminal_size=size)


@pytest.mark.parametrize("name", ["map", "ribbon", "poster", "ahead"])
def test_the_light_stage_looks_as_it_did(
    snap_compare: Compare, feeds: dict[str, dict[str, Any]], tmp_path: Path, name: str
) -> None:
    app = TabletopApp(public=tmp_path / "none.toml", welcome=feeds[name])

    assert snap_compare(app, terminal_size=(120, 36), press=["G"])
