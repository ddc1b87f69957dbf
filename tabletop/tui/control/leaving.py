"""Reading screens that a command opens by themselves: there is nothing to go back to, so q leaves."""

from typing import ClassVar

from textual.binding import BindingType

from tabletop.tui.control.in_control import InControl
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import deed

_FIRST = 2
"""Screens there are when this one was opened by the command: Textual's own and this."""


class Leaving(InControl):
    """`last_key` is how one gets out of here: back, or out of the program. What is shown is past: undo and redo are not
    to be had."""

    BINDINGS: ClassVar[list[BindingType]] = [deed("q", "leave", "leave; everything is on disk")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("undo", "redo"):
            return False
        return super().check_action(action, parameters)

    def last_key(self) -> Key:
        alone = len(self.app.screen_stack) <= _FIRST
        return Key("q", "leave", "leave") if alone else Key("Esc", "back", "back")

    def action_leave(self) -> None:
        """Leaves the program without a question."""
        self.program.leave()
