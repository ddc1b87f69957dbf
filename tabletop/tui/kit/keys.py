"""How keys are named on screen, and the keys that mean the same everywhere."""

from collections.abc import Mapping
from typing import Any, Final

from attrs import frozen
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import format_key
from textual.screen import Screen

from tabletop.tui.kit.action import Action, Group

_SHOWN: Final = {
    "backspace": "Bksp", "delete": "delete", "enter": "Enter", "escape": "Esc", "pagedown": "PgDn", "pageup": "PgUp",
    "space": "Space", "tab": "Tab",
}  # fmt: skip
"""Keys that are called something else than Textual calls them."""


def shown(key: str) -> str:
    """A binding's keys as a person reads them: "ctrl+r" is "^r", of several the first two."""
    return " ".join(_one(part.strip()) for part in key.split(",")[:2])


def _one(key: str) -> str:
    if key.startswith("ctrl+"):
        return f"^{_one(key.removeprefix('ctrl+'))}"
    return _SHOWN.get(key) or format_key(key)


_PLUMBING: Final = ("cursor_", "scroll_", "page_", "focus_", "copy_", "first", "last", "select", "move(", "delete_")
"""Beginnings of actions that move a cursor or a text: not worth a line in the help."""


def tells(binding: Binding) -> bool:
    """Whether a binding belongs into the help and the palette."""
    name = binding.action.rpartition(".")[2]
    return bool(binding.description) and not binding.system and not name.startswith(_PLUMBING)


@frozen
class Command:
    """Something that can be done now: its keys as shown, in which words, under which head, and what Textual runs."""

    keys: tuple[str, ...]
    words: str
    group: Group
    call: str
    node: DOMNode


def commands(screen: Screen[Any]) -> list[Command]:
    """What can be done on a screen and in what has the focus, as bound now, in the order of the groups."""
    found: dict[str, Command] = {}
    for key, active in screen.active_bindings.items():
        binding, node = active.binding, active.node
        if not tells(binding) or node is screen.app or not _offered(screen, binding.action):
            continue
        words = binding.description
        keys = (*(found[words].keys if words in found else ()), shown(key))
        found[words] = Command(keys, words, _group(screen, binding.action), binding.action, node)
    order = list(Group)
    return sorted(found.values(), key=lambda each: order.index(each.group))


def key_words(screen: Screen[Any]) -> list[tuple[str, str]]:
    """Keys and what they do."""
    return [(" ".join(each.keys[:2]), each.words) for each in commands(screen)]


def _action(screen: Screen[Any], call: str) -> Action | None:
    actions: Mapping[str, Action] = getattr(screen, "actions", {})
    return actions.get(call.removeprefix("do('").removesuffix("')"))


def _group(screen: Screen[Any], call: str) -> Group:
    action = _action(screen, call)
    return action.group if action else Group.HERE


def _offered(screen: Screen[Any], call: str) -> bool:
    """What is entered is not offered where nothing can be."""
    action = _action(screen, call)
    return action is None or not action.enters or bool(getattr(screen, "enters", True))
