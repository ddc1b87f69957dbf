"""The way out. Reading screens may be opened by a command alone: then there is nothing to go back to, and q leaves."""

from typing import Final

from tabletop.tui.control.actions import OF_CONTROL
from tabletop.tui.kit.action import Action, Group
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.screen import TableScreen

_FIRST: Final = 2
"""Screens there are when this one was opened by the command: Textual's own and this."""

LEAVE: Final = Action(
    "q", "leave", "leave; everything is on disk", lambda screen: screen.program.leave(), group=Group.ALWAYS
)
PAST: Final = *(action for action in OF_CONTROL if action.name not in ("undo", "redo", "bookmark", "fact")), LEAVE
"""Where what is shown is past, nothing is taken back, marked or established: all of it would be done to today."""


def last_key(screen: TableScreen) -> Key:
    """How one gets out of here: back, or out of the program."""
    alone = len(screen.app.screen_stack) <= _FIRST
    return screen.key("leave") if alone else screen.key("back")
