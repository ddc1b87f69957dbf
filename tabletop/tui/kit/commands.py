"""What can be done now, on a screen and in what has the focus: for the help and the palette."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from attrs import frozen
from textual.dom import DOMNode
from textual.screen import Screen

from tabletop.tui.kit.action import Action, Group
from tabletop.tui.kit.keys import active_keys, called, tells

_OF_WIDGETS: Final = {"seek": Group.LOOK}
"""Under which head stands what the thing in focus does, where it isn't the first."""


@frozen
class Command:
    """Its keys as they are called, in which words, under which head, and what Textual runs."""

    keys: tuple[str, ...]
    words: str
    group: Group
    call: str
    node: DOMNode

    @property
    def key(self) -> str:
        """Its keys as they are listed, two at most."""
        return " ".join(self.keys[:2])


def commands(screen: Screen[Any]) -> Sequence[Command]:
    """As bound now, in the order of the groups. What is entered is left out where nothing can be."""
    found: dict[str, Command] = {}
    for key, active in active_keys(screen):
        binding, node = active.binding, active.node
        action = _action(screen, binding.action)
        if not tells(binding) or node is screen.app or (action and action.enters and not _enters(screen)):
            continue
        words, group = binding.description, action.group if action else _OF_WIDGETS.get(binding.action, Group.HERE)
        keys = (*(found[words].keys if words in found else ()), called(key))
        found[words] = Command(keys, words, group, binding.action, node)
    order = list(Group)
    return sorted(found.values(), key=lambda each: order.index(each.group))


def _action(screen: Screen[Any], call: str) -> Action | None:
    actions: Mapping[str, Action] = getattr(screen, "actions", {})
    return actions.get(call.removeprefix("do('").removesuffix("')"))


def _enters(screen: Screen[Any]) -> bool:
    return bool(getattr(screen, "enters", True))
