"""Actions that many screens have: to a part of the screen, to the causes of a score, to the record."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from tabletop.tui.kit.action import Action, Group

_look = partial(Action, group=Group.LOOK)


def to(key: str, part: str, name: str = "") -> Action:
    """The focus goes to the part of that id. `name`: what the help calls it, unless it is called as its id."""
    words = f"to the {name or part}"
    return Action(key, f"to_{part}", words, lambda s: s.query_one(f"#{part}").focus(), group=Group.PANELS)


def why(score: Callable[[Any], str] = lambda _: "deterrence") -> Action:
    """Why a score of the screen moved."""
    return _look("w", "why", "the causes of a score", lambda s: s.program.rooms.why(s.table, score(s)))


RECORD: Final = _look("R", "replay", "step through the record", lambda s: s.program.rooms.replay(s.table))
