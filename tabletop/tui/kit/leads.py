"""Actions that many screens have: to a part of the screen, to the causes of a score, to the record."""

from collections.abc import Callable
from typing import Any, Final

from tabletop.tui.kit.action import Action


def to(key: str, part: str, name: str = "") -> Action:
    """The focus goes to the part of that id. `name`: what the help calls it, unless it is called as its id."""
    return Action(key, f"to_{part}", f"to the {name or part}", lambda screen: screen.query_one(f"#{part}").focus())


def why(score: Callable[[Any], str] = lambda _: "deterrence") -> Action:
    """Why a score of the screen moved."""
    return Action("w", "why", "the causes of a score", lambda s: s.program.rooms.why(s.table, score(s)))


RECORD: Final = Action("R", "replay", "step through the record", lambda s: s.program.rooms.replay(s.table))
