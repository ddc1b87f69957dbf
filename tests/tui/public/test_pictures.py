"""Pictures of every scene on three displays, as they were when somebody last looked at them from across a room."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tabletop.journal.fork import fork_save
from tabletop.journal.session import Session
from tabletop.journal.store.save_toml import load
from tabletop.table.countdown import Countdown
from tabletop.table.publishing import prepare, stands
from tabletop.table.stage.scene import Scene
from tabletop.tui.app import TabletopApp
from tests.golden.example import EXAMPLE
from tests.tui.pictures import plain

Compare = Callable[..., bool]
_SIZES = [(80, 24), (120, 36), (200, 60)]
_END = 10_000
_SCENES = [
    (207, Scene("welcome")),
    (207, Scene("map")),
    (207, Scene("inject", "suwalki-exercise")),
    (207, Scene("moved")),
    (207, Scene("why", "deterrence")),
    (151, Scene("argument", "1")),
    (_END, Scene("story")),
    (_END, Scene("ribbon")),
    (_END, Scene("replay")),
    (_END, Scene("poster")),
    (_END, Scene("hotwash")),
    (_END, Scene("reveal")),
    (_END, Scene("reveal", "paris")),
]
"""Each after so many entries of the example."""
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
    for at in sorted({at for at, _ in _SCENES}):
        path = tmp_path_factory.mktemp("stage") / "s.toml"
        fork_save(record, min(at, len(record.entries)), path)
        with Session.open(path) as session:
            now = stands(session, Countdown(754.0, running=False, planned=1080.0))
            for scene in (scene for turn, scene in _SCENES if turn == at):
                made[_name(scene)] = {"now": now, "scene": prepare(session, scene), "after": now["word"]}
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
