"""What every test may use. Tests never see the user's own folder of scenarios and saves.

Every save that a test writes, by whatever means, is loaded again when it is over (tests/loaded_again.py); a test that
harms one on purpose is marked `harms_saves`. What can't be tested on a machine is said at the end of a run.
"""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.loaded_again import Watch

settings.register_profile("untimed", deadline=None)  # a busy machine makes no test fail
settings.register_profile("few", deadline=None, max_examples=12)  # for what is run again: --hypothesis-profile few
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "harms_saves: what the test has written isn't loaded again when it is over")


def pytest_xdist_auto_num_workers() -> int:
    """Tests of screens wait more than they count: two workers a core."""
    return 2 * len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2 * (os.cpu_count() or 1)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        terminalreporter.write_line(f"NOT TESTED HERE: {report.nodeid}: {reason}", red=True)


@pytest.fixture(scope="session")
def watch() -> Iterator[Watch]:
    """Sees every session."""
    with Watch().on() as seen:
        yield seen


@pytest.fixture(autouse=True)
def every_save_is_loaded_again(watch: Watch, request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    watch.look(harmed=request.node.get_closest_marker("harms_saves") is not None)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    return home


@pytest.fixture(autouse=True)
def a_key_is_done_when_the_pilot_has_pressed_it(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Keys wait their turn in the program (tabletop/tui/typed_ahead.py), where Textual's pilot doesn't see them."""
    if not {"tui", "e2e"} & set(request.path.parts):
        return
    from textual.pilot import Pilot

    plainly = Pilot._wait_for_screen

    async def patiently(self: Any, timeout: float = 30.0) -> bool:
        while getattr(self.app, "typing", False) and self.app._running and self.app._exception is None:
            await asyncio.sleep(0.005)
        return await plainly(self, timeout)

    monkeypatch.setattr(Pilot, "_wait_for_screen", patiently)


@pytest.fixture
def save(tmp_path: Path) -> Path:
    """A place for a save that isn't there yet."""
    return tmp_path / "save.toml"
