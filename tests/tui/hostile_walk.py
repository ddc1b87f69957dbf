"""Opens every screen of a session by its keys, and looks at what would go to the terminal."""

from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot

from tests.tui.room import text_of

BOARD = (
    *("2", "3", "4", "5", "7", "8", "1", "question_mark", "escape", "o", "right", "right", "right", "escape"),
    *("i", "tab", "escape", "7", "enter", "escape", "w", "d", "a", "enter", "escape", "escape", "a", "escape"),
    *("R", "left", "left", "left", "v", "v", "t", "escape", "g", "escape", "t", "down", "escape", "c", "escape"),
    *("escape", "p", "d", "escape", "p", "space", "n", "escape", "m", "t", "escape", "x", "escape", "P", "escape"),
    *("ctrl+p", "n", "o", "escape", "6", "enter", "colon", "f", "escape", "s", "escape", "l", "escape", "8", "u"),
    *("escape", "ctrl+r", "r", "escape", "ctrl+n", "escape", "1"),
)
SEAT = (
    *("k", "down", "enter", "1", "2", "3", "4", "5", "7", "enter", "escape", "8", "6", "m", "escape", "p", "escape"),
    *("v", "escape", "g", "escape", "w", "escape", "colon", "f", "escape", "s", "escape", "escape", "c"),
)
ADJUDICATE = (
    "down",
    "2",
    "1",
    "enter",
    "escape",
    "down",
    "enter",
    "escape",
    "f",
    "escape",
    "m",
    "escape",
    "w",
    "escape",
)
REVIEW = ("r", "a", "2", "w", "escape", "R", "escape", "e", "escape", "escape", "o", "right", "right", "escape")
END = ("o", "n", "escape", "R", "left", "escape", "w", "escape")


async def walk(pilot: Pilot[Any], keys: tuple[str, ...], look: Callable[[str, str], None]) -> None:
    """Presses each key, then looks: `look` gets the key and all that stands on the screen once it is still."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
        look(f"{key} {type(pilot.app.screen).__name__}", await _still(pilot))


async def _still(pilot: Pilot[Any]) -> str:
    """What stands there when two looks in a row are alike: a picture that moves into its place is cut anywhere."""
    text = text_of(pilot.app)
    for _ in range(40):
        await pilot.pause(0.02)
        if text == (text := text_of(pilot.app)):
            break
    return text
