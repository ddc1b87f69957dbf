"""A session in the orders of turn 1, and an app that shows one screen at it."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from textual._context import visible_screen_stack
from textual.app import App
from textual.pilot import Pilot

from tabletop.journal.opened import Terms
from tabletop.journal.session import Session
from tabletop.model.moves import Advance, Move
from tabletop.scenario.load import load_scenario
from tabletop.table.local import LocalTable
from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.form import Form
from tabletop.tui.kit.pick import Pick
from tabletop.tui.kit.program import Program
from tabletop.tui.rooms import AllRooms

NATO, KEYS = Path("scenarios/nato-3-0"), Path("tests/scenarios/two-keys")


class Room(Program):
    """Shows one screen."""

    def __init__(self, screen: Any) -> None:
        super().__init__()
        self.rooms = AllRooms(self)
        self.first = screen

    def on_mount(self) -> None:
        self.push_screen(self.first)


def table(tmp_path: Path, scenario: Path = NATO, *moves: Move, name: str = "x.toml") -> LocalTable:
    """A session in the orders of turn 1 with some moves made."""
    fold = 6 if scenario is NATO else 0
    control = LocalTable(Session.create(tmp_path / name, load_scenario(scenario), Terms(seed="7", fold=fold)))
    for move in (Advance(seat="control"), *moves):
        refusal = control.make_now(move)
        assert refusal is None, refusal
    return control


async def until(pilot: Pilot[Any], holds: Callable[[], bool], seconds: float = 20.0) -> None:
    """Waits for what is on its way, no longer: a fixed pause is too short on a busy machine, too long on others."""
    end = monotonic() + seconds
    while not holds() and monotonic() < end:
        await pilot.pause(0.01)
    await pilot.pause()


async def still(pilot: Pilot[Any], look: Callable[[], str]) -> None:
    """Until some looks in a row are alike: for what says by nothing that it has come to its end."""
    text, alike = "", 0
    while alike < 5:
        await pilot.pause(0.05)
        alike = alike + 1 if text == (text := look()) else 0


def session_of(app: TabletopApp) -> Session:
    """The session of the exercise that the program has in hand."""
    assert app.exercises.in_hand is not None
    return app.exercises.in_hand.session


def on_top(app: App[Any]) -> str:
    """What is open above all: a form or a pick by its id, else the screen by its class."""
    value = getattr(app.screen, "form", None) or getattr(app.screen, "pick", None)
    return value.id if isinstance(value, Form | Pick) else type(app.screen).__name__


def text_of(app: App[Any]) -> str:
    """All that stands on the screen, line by line, what lies under a dialog too."""
    visible_screen_stack.set(app._background_screens)
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)
