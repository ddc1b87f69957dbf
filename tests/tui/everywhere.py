"""Where one gets with which keys: every screen and dialog of all rooms, for what must hold of each of them."""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Final, TypeVar

from attrs import frozen

import tabletop.tui
from tabletop.journal.session import Session
from tabletop.table.countdown import Countdown
from tabletop.table.exercise import Exercise
from tabletop.table.local import LocalTable
from tabletop.table.stage.scene import Scene
from tabletop.tui.app import TabletopApp
from tabletop.tui.kit.preferences import Preferences
from tabletop.tui.review.ahead import AheadScreen
from tests.journal.earlier import SMALL
from tests.tui import states
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
    screen: str
    """Its class."""
    app: Callable[[Path, Preferences], TabletopApp]
    """Of a folder, as the user likes it."""

    @property
    def slow(self) -> bool:
        """Whether something comes of itself once one is there."""
        return self.name in ("start", "replay", "palette", "public", "look ahead", "compare")


class _Opened(TabletopApp):
    """Opens what no row of the start screen and no command does at once."""

    def __init__(self, first: Callable[[TabletopApp], object], likes: Preferences) -> None:
        super().__init__(now=lambda: 0.0, likes=likes)
        self._first = first

    def _first_screen(self) -> None:
        self._first(self)


def _at(made: Callable[[Path], Session], folder: Path, likes: Preferences) -> TabletopApp:
    return TabletopApp(exercise=Exercise(made(folder)), now=lambda: 0.0, likes=likes)


def _start(_: Path, likes: Preferences) -> TabletopApp:
    return TabletopApp(now=lambda: 0.0, likes=likes)


def _watch(_: Path, likes: Preferences) -> TabletopApp:
    return TabletopApp(demo=True, now=lambda: 0.0, likes=likes)


def _replay(folder: Path, likes: Preferences) -> TabletopApp:
    here = played(folder, 2)
    path = here.session.path
    here.session.close()
    return TabletopApp(replay=path, now=lambda: 0.0, likes=likes)


def _earlier(_: Path, likes: Preferences) -> TabletopApp:
    """A record of rules before these."""
    return TabletopApp(replay=SMALL, now=lambda: 0.0, likes=likes)


def _compare(folder: Path, likes: Preferences) -> TabletopApp:
    session = states.forked(folder)
    session.close()
    return TabletopApp(compare=(session.path,), now=lambda: 0.0, likes=likes)


def _alone(folder: Path, likes: Preferences) -> TabletopApp:
    session = states.alone(folder)
    return _Opened(lambda app: app.exercises.open_seat(Exercise(session), states.SEAT), likes)


def _ahead(folder: Path, likes: Preferences) -> TabletopApp:
    """So few futures that the look is soon over."""
    table = LocalTable(states.review(folder))
    return _Opened(lambda app: app.push_screen(AheadScreen(table, runs=6)), likes)


def _public(folder: Path, likes: Preferences) -> TabletopApp:
    here = played(folder, 1)
    assert here.control
    here.control.push(Scene("map"), Countdown())
    return TabletopApp(public=here.session.path, now=lambda: 0.0, likes=likes)


def _on(made: Callable[[Path], Session], screens: dict[str, tuple[str, tuple[str, ...]]]) -> tuple[Place, ...]:
    """Places that begin on the board of one session."""
    return tuple(Place(name, keys, screen, partial(_at, made)) for name, (screen, keys) in screens.items())


def _by_seat(*keys: str) -> tuple[str, ...]:
    """At the second seat's screen, to which the keyboard has been passed."""
    return "k", "down", "enter", *keys


PLACES: Final = (
    *_on(states.review, {
        "board": ("BoardScreen", ()),
        "contributions": ("BoardScreen", ("2", "down")),
        "posture": ("BoardScreen", ("3", "down", "down")),
        "commands": ("BoardScreen", ("4", "down")),
        "council": ("BoardScreen", ("5", "down")),
        "seats": ("BoardScreen", ("6",)),
        "injects": ("BoardScreen", ("7", "down")),
        "journal": ("BoardScreen", ("8", "up")),
        "scores": ("BoardScreen", ("1", "down")),
        "a panel alone": ("BoardScreen", ("3", "z")),
        "why": ("WhyScreen", ("w",)),
        "waterfall": ("WhyScreen", ("w", "2", "down")),
        "list of injects": ("InjectDialog", ("i", "down")),
        "timeline": ("TimelineScreen", ("J",)),
        "read aloud": ("AloudScreen", ("o",)),
        "sheet": ("SeatScreen", ("e",)),
        "review": ("ReviewScreen", ("r",)),
        "replay from the board": ("ReplayScreen", ("R",)),
        "help": ("HelpDialog", ("question_mark",)),
        "prepared": ("Prepared", ("p",)),
        "note": ("NoteDialog", ("n",)),
        "end": ("Confirm", ("x",)),
        "adjust": ("FormDialog", ("a",)),
        "player": ("PickDialog", ("6", "t")),
        "order line": ("OrderDialog", ("colon",)),
        "paused": ("PausedNotice", ("H",)),
        "undo": ("Confirm", ("u",)),
        "where from": ("OriginDialog", ("1", "y")),
        "palette": ("Palette", ("ctrl+p",)),
    }),
    *_on(states.orders, {
        "orders": ("BoardScreen", ()),
        "red": ("RedDialog", ("space",)),
        "withdraw": ("WithdrawDialog", ("3", "down", "minus")),
        "handover": ("PickDialog", ("4", "down", "h")),
        "an inject of one's own": ("FormDialog", ("i", "W")),
        "pass the keyboard": ("PassScreen", ("k",)),
        "brief": ("SeatScreen", _by_seat("1")),
        "seat": ("SeatScreen", _by_seat("2", "down")),
        "seat's posture": ("SeatScreen", _by_seat("3", "down")),
        "order line at a seat": ("SeatScreen", _by_seat("colon")),
        "answer": ("AnswerDialog", _by_seat("7", "enter")),
        "seal": ("SealDialog", _by_seat("s")),
        "send": ("SendDialog", _by_seat("3", "down", "plus")),
        "text": ("TextDialog", _by_seat("5", "down", "plus")),
        "message": ("FormDialog", _by_seat("M")),
        "promise": ("FormDialog", _by_seat("P")),
        "free move": ("FormDialog", _by_seat("v")),
        "survey": ("FormDialog", _by_seat("N")),
    }),
    *_on(states.sealed, {
        "sealed": ("SeatScreen", ("k", "up", "enter")),
        "unseal": ("Confirm", ("k", "up", "enter", "U")),
    }),
    *_on(states.late, {"silence": ("SilenceDialog", ("space",))}),
    *_on(states.adjudication, {
        "adjudicate": ("AdjudicateScreen", ("space",)),
        "rule": ("RuleDialog", ("space", "enter")),
        "roll": ("RollDialog", ("space", *["down"] * 4, "enter")),
    }),
    *_on(states.forked, {"branches": ("BranchesDialog", ("R", "T"))}),
    *_on(states.ended, {
        "close": ("EndexScreen", ("space",)),
        "poster": ("PosterPage", ("space", "z")),
    }),
    Place("start", (), "StartScreen", _start),
    Place("set-up", ("down", "down", "enter"), "SetupScreen", _start),
    Place("play alone", ("down", "down", "down", "enter"), "AloneScreen", _start),
    Place("take a seat", ("down", "enter"), "PickDialog", _start),
    Place("your job", (), "JobScreen", _alone),
    Place("player's board", ("escape",), "SoloScreen", _alone),
    Place("look ahead", (), "AheadScreen", _ahead),
    Place("watch", ("right", "right", "right"), "DemoScreen", _watch),
    Place("compare", (), "CompareScreen", _compare),
    Place("replay", ("left", "left"), "ReplayScreen", _replay),
    Place("jump", ("g",), "JumpDialog", _replay),
    Place("record", ("end",), "RecordScreen", _earlier),
    Place("public", (), "PublicScreen", _public),
)  # fmt: skip
