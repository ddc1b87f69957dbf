"""How keys are named on screen, and the keys that mean the same everywhere."""

from typing import Any, Final

from textual.binding import Binding
from textual.keys import format_key
from textual.screen import Screen

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


def key_words(screen: Screen[Any]) -> list[tuple[str, str]]:
    """Keys and what they do, as bound now: the screen's and those of what has the focus."""
    keys_by_words: dict[str, list[str]] = {}
    for key, active in screen.active_bindings.items():
        if tells(active.binding) and active.node is not screen.app:
            keys_by_words.setdefault(active.binding.description, []).append(shown(key))
    rows = [(" ".join(keys[:2]), words) for words, keys in keys_by_words.items()]
    return sorted(rows, key=lambda row: row[0] in ("Esc", "?"))
