"""Pictures of the main screens, as they were when somebody last looked at them and would show them to a room.

After a wanted change: look at the pictures again, then `uv run pytest tests/tui/test_snapshots.py --snapshot-update`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Advance
from tabletop.scenario.load import load_scenario
from tabletop.table.exercise import Exercise
from tabletop.tui.app import TabletopApp
from tests.tui.pictures import plain
from tests.tui.room import still, text_of

ROOT = Path(__file__).parents[2]
Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def no_fonts_from_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures name no font on somebody's server."""
    export = TabletopApp.export_screenshot
    monkeypatch.setattr(TabletopApp, "export_screenshot", lambda *a, **named: plain(export(*a, **named)))


def opened(folder: Path, scenario: str, advances: int) -> TabletopApp:
    """A session of a scenario with nothing ordered, some phases on; chance and clock stand still."""
    found = ROOT / "scenarios" / scenario
    spec = load_scenario(found if found.is_dir() else ROOT / "tests" / "scenarios" / scenario)
    session = Session.create(folder / "picture.toml", spec, Terms(seed="7"), now=lambda: "2026-02-16T09:00:00Z")
    for _ in range(advances):
        session.make(Advance(seat="control"))
    return TabletopApp(exercise=Exercise(session), now=lambda: 0.0)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_board_looks_as_it_did(snap_compare: Compare, tmp_path: Path, size: tuple[int, int]) -> None:
    app = opened(tmp_path, "nato-3-0", advances=1)

    assert snap_compare(app, terminal_size=size)


def test_the_board_of_another_scenario_looks_as_it_did(snap_compare: Compare, tmp_path: Path) -> None:
    app = opened(tmp_path, "two-keys", advances=1)

    assert snap_compare(app, terminal_size=(120, 36))


@pytest.mark.parametrize(
    "keys", [("w",), ("3",), ("4",), ("e",), ("o",)], ids=["why", "posture", "posts", "seat", "aloud"]
)
def test_what_opens_from_the_board_looks_as_it_did(
    snap_compare: Compare, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    app = opened(tmp_path, "nato-3-0", advances=1)

    async def settle(pilot: Any) -> None:
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        await still(pilot, lambda: text_of(pilot.app))

    assert snap_compare(app, terminal_size=(120, 36), run_before=settle)
