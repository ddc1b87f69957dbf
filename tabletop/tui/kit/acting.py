"""A screen whose keys stand in a table of actions, which binds them, names them in the footer and does them."""

from collections.abc import Mapping, Sequence
from inspect import iscoroutine
from typing import Any, ClassVar

from textual.screen import Screen

from tabletop.tui.kit.action import Action, bindings
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.program import Program, program_of
from tabletop.tui.kit.removable import Removable
from tabletop.tui.kit.searched import typing_in


class Acting(Removable, Screen[None]):
    """Subclasses name their `ACTIONS`."""

    ACTIONS: ClassVar[Sequence[Action]] = ()
    actions: ClassVar[Mapping[str, Action]] = {}
    """`ACTIONS` by name."""

    def __init_subclass__(cls, **options: Any) -> None:
        if "ACTIONS" in cls.__dict__:
            cls.actions = {action.name: action for action in cls.ACTIONS}
            cls.BINDINGS = [*bindings(cls.ACTIONS).values()]
        super().__init_subclass__(**options)

    @property
    def program(self) -> Program:
        """What shows this screen, and opens others when asked."""
        return program_of(self.app)

    def key(self, name: str, word: str = "", short: str = "") -> Key:
        """An action of this screen for the footer. `word`: what it does now; its name, unless said. `short`: where
        there is less room."""
        action = self.actions[name]
        return Key(shown(action.key), word or name.replace("_", " "), action.call, short)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "do":
            row = self.actions[str(parameters[0])]
            return row.when(self) and not (row.first and typing_in(self.focused))
        return super().check_action(action, parameters)

    async def action_do(self, name: str) -> None:
        """Does what is called so in the table of actions."""
        action = self.actions[name]
        if self.may_do(action):
            work = action.do(self)
            if iscoroutine(work):
                await work

    def repaint(self) -> None:
        """Draws what it shows anew, in the colours of another theme."""

    def may_do(self, action: Action) -> bool:
        """Whether it can be done; says why not."""
        return True
