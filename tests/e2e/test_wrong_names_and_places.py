"""Names of saves as people write them, and folders that refuse: what can work works, the rest is said."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tabletop.journal.session import Session
from tabletop.tui.app import TabletopApp
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.start.setup import SetupScreen
from tabletop.tui.start.start import StartScreen
from tests.e2e.screens import SIZE, press, type_in
from tests.play import ROOT
from tests.tui.room import text_of, until


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the small scenario and an empty saves/, one that everybody may look into."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        (folder / "saves").mkdir()
        shutil.copytree(ROOT / "tests" / "scenarios", folder / "scenarios")
        with monkeypatch.context() as patched:
            patched.chdir(folder)
            yield folder
        (folder / "saves").chmod(0o755)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without root's right to pass over permissions. What is needed must be imported already."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


async def begin_as(pilot: Pilot[Any], name: str) -> None:
    """From the start screen to the start of an exercise saved under a name."""
    await press(pilot, "down", "down", "enter")
    assert isinstance(pilot.app.screen, SetupScreen)
    await press(pilot, "tab")
    pilot.app.screen.query_one("#name", Input).value = ""
    await type_in(pilot, name)
    await press(pilot, "enter")


@pytest.mark.parametrize("name", ["Übung Île-de-France", "🛰 Łódź 🚀", "تمرين ١", "v1.2 İı"])
async def test_a_name_as_people_write_it_is_the_file_and_is_resumed(here: Path, name: str) -> None:
    app = TabletopApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await begin_as(pilot, name)
        assert isinstance(app.screen, BoardScreen)
        await press(pilot, "space", "q")

    (made,) = (here / "saves").glob("*.toml")
    assert made.name == f"{name}.toml"
    app = TabletopApp()
    async with app.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: made.stem.split()[0] in text_of(app))
        assert made.stem.split()[0] in text_of(app)
        await press(pilot, "down", "down", "down", "down", "enter", "enter")
        assert isinstance(app.screen, BoardScreen)
        await press(pilot, "q")
    with Session.open(made) as session:
        assert len(session.entries) == 1


async def test_a_name_that_is_none_is_said_and_set_up_stays(here: Path) -> None:
    (here / "taken").write_text("mine")
    app = TabletopApp()

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await press(pilot, "down", "down", "enter", "tab")
        for name in ("", "   ", ".", "x" * 300, "taken/under-a-file"):
            app.clear_notifications()
            app.screen.query_one("#name", Input).value = name
            await press(pilot, "enter")

            assert isinstance(app.screen, SetupScreen)
            assert app._notifications, f"nothing is said of {name!r}"
            assert not [*(here / "saves").iterdir()]


@pytest.mark.parametrize("refusing", [0o555, 0o000], ids=["read-only", "unreadable"])
async def test_a_folder_that_refuses_is_said_and_set_up_stays(here: Path, refusing: int) -> None:
    app = TabletopApp()
    async with app.run_test(size=SIZE) as pilot:  # once with every right, so that all is loaded
        await pilot.pause()
        await begin_as(pilot, "first")
        await press(pilot, "q")
    (here / "saves").chmod(refusing)

    app = TabletopApp()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        with as_nobody():
            await begin_as(pilot, "second")
            assert isinstance(app.screen, SetupScreen)
            said = " ".join(notification.message for notification in app._notifications)
        assert "saves" in said
        assert "Traceback" not in said
    (here / "saves").chmod(0o755)
    assert [path.name for path in (here / "saves").glob("*.toml")] == ["first.toml"]


async def test_an_unreadable_folder_of_saves_leaves_the_start_screen_usable(here: Path) -> None:
    (here / "saves").chmod(0o000)
    app = TabletopApp()

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        with as_nobody():
            await press(pilot, "tab", "escape", "down", "down", "down", "down", "enter")
            assert isinstance(app.screen, StartScreen)
            assert app._notifications


@pytest.mark.parametrize("broken", [b"", b"\xff\xfe", b"format = 99\n"])
async def test_a_broken_save_is_said_on_the_start_screen_and_stays_as_it_is(here: Path, broken: bytes) -> None:
    (here / "saves" / "broken.toml").write_bytes(broken)
    app = TabletopApp()

    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        await press(pilot, "down", "down", "down", "down", "enter", "enter")
        assert isinstance(app.screen, StartScreen)
        said = " ".join(notification.message for notification in app._notifications)

    assert "broken.toml" in said
    assert (here / "saves" / "broken.toml").read_bytes() == broken
