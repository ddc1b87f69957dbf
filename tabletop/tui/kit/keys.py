"""Keys as a player has them: each binding with an id, so that it can be another key, and named as it is now.

In the code a key is called as it is by default, which is how its use stands in the table (`kit/keytable.py`).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from textual.binding import ActiveBinding, Binding, BindingType
from textual.dom import DOMNode
from textual.keys import format_key
from textual.screen import Screen

from tabletop.tui.kit.keytable import USE_OF, KeyUse

_SHOWN: Final = {
    "backspace": "Bksp", "delete": "Delete", "end": "End", "enter": "Enter", "escape": "Esc", "home": "Home",
    "pagedown": "PgDn", "pageup": "PgUp", "space": "Space", "tab": "Tab",
}  # fmt: skip
"""Keys that are called something else than Textual calls them."""
_MARK: Final = re.compile(r"\{([^{}\s]+)\}")

_changed: dict[str, tuple[str, ...]] = {}


def use_keys(keymap: Mapping[str, str]) -> None:
    """From here on these are the keys of those uses, by id, with commas between."""
    _changed.clear()
    _changed.update({id: tuple(keys.split(",")) for id, keys in keymap.items()})


def use_of(key: str) -> KeyUse:
    """What a key is for. Raises ValueError for one without a row in the table."""
    if key not in USE_OF:
        raise ValueError(f"what is the key '{key}' for? It has no row in kit/keytable.py")
    return USE_OF[key]


def keyed(*rows: tuple[str, str, str], priority: bool = False) -> Iterator[Binding]:
    """A binding for each key of (keys with commas between, action, words), under the id of the key's use."""
    for keys, action, words in rows:
        for key in map(str.strip, keys.split(",")):
            yield Binding(key, action, words, show=False, priority=priority, id=use_of(key).id)


def bound(*rows: tuple[str, str, str], priority: bool = False) -> list[BindingType]:
    """As a widget declares them."""
    return [*keyed(*rows, priority=priority)]


def bind(node: DOMNode, *rows: tuple[str, str, str], priority: bool = False) -> None:
    """Binds more keys, on one widget alone."""
    for binding in keyed(*rows, priority=priority):
        node._bindings.key_to_bindings.setdefault(binding.key, []).append(binding)


def now(keys: str) -> list[str]:
    """Which keys stand, as mapped, for these keys of the table."""
    there: dict[str, None] = {}
    for key in keys.split(","):
        use = USE_OF.get(key)
        there |= dict.fromkeys(_changed.get(use.id, (key,)) if use else (key,))
    return list(there)


def shown(keys: str) -> str:
    """Keys of the table as a person reads them, as mapped: "ctrl+r" is "^r", of several for one use the first."""
    first = {use_of(key).id: key for key in reversed(keys.split(","))}
    return " ".join(called(now(key)[0]) for key in list(reversed(first.values()))[:2])


def called(key: str) -> str:
    """What a key that is pressed is called on screen."""
    if key.startswith("ctrl+"):
        return f"^{called(key.removeprefix('ctrl+'))}"
    return _SHOWN.get(key) or format_key(key)


_BY_NAME: Final = {called(key): key for key in USE_OF}


def said(text: str) -> str:
    """A text with each key that stands in it in braces, as it is shown by default, in its name as mapped."""
    return _MARK.sub(lambda mark: shown(_BY_NAME[mark[1]]) if mark[1] in _BY_NAME else mark[0], text)


def foot(words: str) -> str:
    """The keys of a box, "Enter keeps it · ^k kind", as mapped."""
    parts = (part.partition(" ") for part in words.split(" · "))
    return " · ".join((shown(_BY_NAME[key]) if key in _BY_NAME else key) + gap + does for key, gap, does in parts)


_PLUMBING: Final = ("cursor_", "scroll_", "page_", "focus_", "copy_", "first", "last", "select", "move(", "delete_")
"""Beginnings of actions that move a cursor or a text: not worth a line in the help."""


def tells(binding: Binding) -> bool:
    """Whether a binding belongs into the help and the palette."""
    name = binding.action.rpartition(".")[2]
    return bool(binding.description) and not binding.system and not name.startswith(_PLUMBING)


def active_keys(screen: Screen[Any]) -> list[tuple[str, ActiveBinding]]:
    """Keys as bound now, in the order in which they are declared: a keymap would put its own last."""
    nodes = dict.fromkeys(each.node for each in screen.active_bindings.values())
    declared = [(node, binding.action) for node in nodes for _, binding in node._bindings]
    rank = {each: n for n, each in reversed(list(enumerate(declared)))}
    items = screen.active_bindings.items()
    return sorted(items, key=lambda item: rank.get((item[1].node, item[1].binding.action), len(rank)))
