"""What every test may use. Tests never see the user's own folder of scenarios and saves.

Every save that a test writes, by whatever means, is loaded again when it is over (tests/loaded_again.py); a test that
harms one on purpose is marked `harms_saves`. What can't be tested on a machine is said at the end of a run.
"""

import asyncio
import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import cache_from_source
from itertools import count
from pathlib import Path
from typing import Any

if sys.dont_write_bytecode:  # kept out of sight then: compiling Textual anew takes each of a hundred processes a second
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(__file__).parents[1] / ".pytest_cache" / "bytecode")
    os.environ |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": sys.pycache_prefix}

os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"  # not what the terminal has in which the tests run

import pytest
from hypothesis import settings

from tests.loaded_again import Watch
from tests.long import SCREENS, sweep

settings.register_profile("untimed", deadline=None, max_examples=sweep(100, 40))  # a busy machine fails no test
settings.register_profile("few", deadline=None, max_examples=12)  # for what is run again: --hypothesis-profile few
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "painted: every change of a screen is painted, though nobody looks")
    config.addinivalue_line("markers", "harms_saves: what the test has written isn't loaded again when it is over")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Where no test was compiled yet, one process does it before there are workers, each of which would do it again."""
    config, folder = session.config, Path(cache_from_source(__file__)).parent
    if config.getoption("dist", "no") == "no" or hasattr(config, "workerinput"):
        return
    if not any((folder.parent if folder.name == "__pycache__" else folder).rglob("test_*-pytest-*.pyc")):
        alone = [sys.executable, "-m", "pytest", "--collect-only", "-n", "0", *config.args]
        subprocess.run(alone, cwd=config.invocation_params.dir, capture_output=True, check=False)


def pytest_collection_finish() -> None:
    """What stands now stays until the end: it isn't looked through for garbage again and again, a third of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(300_000, 20, 50)


def pytest_xdist_auto_num_workers() -> int:
    """Tests of screens and processes wait a third of their time: two workers a core, and two that fill the gaps."""
    return 2 + 2 * (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


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


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Places for homes, by number; pytest's own numbering reads the whole folder for each of four thousand."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(n) for n in count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own."""
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for folder in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(folder, raising=False)
    return home


@pytest.fixture(autouse=True)
def a_key_is_done_when_the_pilot_has_pressed_it(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Keys wait their turn in the program (tui/terminal/typed_ahead.py), where Textual's pilot doesn't see them."""
    if not _has_screens(request):
        return
    from textual.pilot import Pilot

    plainly = Pilot._wait_for_screen

    def busy(app: Any) -> bool:
        return getattr(app, "typing", False) and app._running and app._exception is None

    async def patiently(self: Any, timeout: float = 30.0) -> bool:
        while busy(self.app):
            await asyncio.sleep(0.005)
        heard = await plainly(self, timeout)
        return await patiently(self, timeout) if busy(self.app) else heard  # a key may only have begun to be done

    monkeypatch.setattr(Pilot, "_wait_for_screen", patiently)


@pytest.fixture(autouse=True)
def what_is_read_by_every_app_is_parsed_once(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """The program's stylesheet and Textual's (tests/parsed_once.py)."""
    if _has_screens(request):
        from tests.parsed_once import parse_once

        parse_once(monkeypatch)


@pytest.fixture(autouse=True)
def what_nobody_looks_at_is_not_painted(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Painting for a terminal that isn't there takes a third of the time of these tests (tests/unpainted.py).

    Under TABLETOP_LONG or TABLETOP_PAINTED, and where painting is what is tested (`painted`), every change is painted.
    """
    if SCREENS or not _has_screens(request) or request.node.get_closest_marker("painted"):
        return
    from tests.unpainted import leave_unpainted

    leave_unpainted(monkeypatch)


def _has_screens(request: pytest.FixtureRequest) -> bool:
    """Others don't load Textual, which takes a while."""
    return bool({"tui", "e2e"} & set(request.path.parts))


@pytest.fixture
def save(tmp_path: Path) -> Path:
    """A place for a save that isn't there yet."""
    return tmp_path / "save.toml"
