"""Where one gets with which keys: screens and dialogs of all rooms, for what must hold of each of them."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Final, TypeVar

from attrs import frozen

import tabletop.tui
from tabletop.table.countdown import Countdown
from tabletop.table.exercise import Exercise
from tabletop.table.stage.scene import Scene
from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.preferences import Preferences
from tests.tui.review_app import played

Kind = TypeVar("Kind")


def everything(of: type[Kind]) -> Iterator[type[Kind]]:
    """Every class of the screens that descends from another."""
    for module in walk_packages(tabletop.tui.__path__, "tabletop.tui."):
        import_module(module.name)
    below = [of]
    while below:
        kind = below.pop()
        below += kind.__subclasses__()
        if kind.__module__.startswith("tabletop."):
            yield kind


@frozen
class Place:
    """A screen by its name, and how one gets there."""

    name: str
    keys: tuple[str, ...]
    app: Callable[[Path, Preferences], TabletopApp]
    """Of a folder, as the user likes it."""

    @property
    def slow(self) -> bool:
        """Whether something comes of itself once one is there."""
        return self.name in ("start", "replay", "palette", "public", "look ahead")


def _board(folder: Path, likes: Preferences) -> TabletopApp:
    return TabletopApp(exercise=Exercise(played(folder, 1).session), now=lambda: 0.0, likes=likes)


def _start(_: Path, likes: Preferences) -> TabletopApp:
    return TabletopApp(now=lambda: 0.0, likes=likes)


def _replay(folder: Path, likes: Preferences) -> TabletopApp:
    here = played(folder, 2)
    path = here.session.path
    here.session.close()
    return TabletopApp(replay=path, now=lambda: 0.0, likes=likes)


def _public(folder: Path, likes: Preferences) -> TabletopApp:
    here = played(folder, 1)
    assert here.control
    here.control.push(Scene("map"), Countdown())
    return TabletopApp(public=here.session.path, now=lambda: 0.0, likes=likes)


_FROM_BOARD: Final = {
    "board": (), "contributions": ("2", "down"), "posture": ("3", "down", "down"), "commands": ("4", "down"),
    "council": ("5", "down"), "seats": ("6",), "injects": ("7", "down"), "journal": ("8", "up"),
    "scores": ("1", "down"),
    "why": ("w",), "waterfall": ("w", "2", "down"), "look ahead": ("l",), "list of injects": ("i", "down"),
    "read aloud": ("o",), "sheet": ("e",), "review": ("r",), "record": ("R",), "help": ("question_mark",),
    "prepared": ("p",), "note": ("n",), "end": ("x",), "adjust": ("a",), "player": ("6", "t"), "order line": ("colon",),
    "paused": ("H",), "undo": ("u",), "where from": ("1", "y"), "palette": ("ctrl+p",),
    "withdraw": ("3", "down", "minus"),
}  # fmt: skip

PLACES: Final = (
    *(Place(name, keys, _board) for name, keys in _FROM_BOARD.items()),
    Place("start", (), _start),
    Place("set-up", ("down", "down", "enter"), _start),
    Place("replay", ("left", "left"), _replay),
    Place("jump", ("g",), _replay),
    Place("public", (), _public),
)
