"""Toasts in one line: what is longer than the row of the marking is told in parts. Knows no exercise."""

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.notifications import Notification, Notify

if TYPE_CHECKING:
    from textual.app import App
    from textual.notifications import SeverityLevel
    from textual.screen import Screen

_FRAME: Final = 6
"""Columns for the toast's edge and padding, and for what parts it from the marking."""
_TITLE: Final = 44
"""Columns that stand in the top row where there is no marking."""
_READ: Final = 0.06
"""Seconds to read a letter."""
_LEAST: Final = 3.0


class Toasts:
    """What an app tells: one toast at a time, without markup."""

    def __init__(self, app: "App[str]") -> None:
        self._app = app
        self._telling = 0

    def tell(self, message: str, severity: "SeverityLevel", seconds: float) -> None:
        """In parts, one after the other, until something else is told. `seconds`: how long one part alone stands."""
        room = room_for(self._app.size.width, self._app.screen if self._app.screen_stack else None)
        self.stop()
        self._tell(parts_of(message, room, seconds), severity, self._telling)

    def stop(self) -> None:
        """Tells no more of what was begun."""
        self._telling += 1

    def _tell(self, parts: list[tuple[str, float]], severity: "SeverityLevel", telling: int) -> None:
        if not parts or telling != self._telling:
            return
        words, seconds = parts[0]
        self._app.post_message(Notify(Notification(words, severity=severity, timeout=seconds)))
        if parts[1:]:
            self._app.set_timer(seconds, lambda: self._tell(parts[1:], severity, telling))


def room_for(width: int, screen: "Screen[object] | None") -> int:
    """Columns right of the marking."""
    marking = getattr(getattr(screen, "view", None), "marking", None)
    return max(20, width - (_TITLE if marking is None else len(marking)) - _FRAME)


def parts_of(message: str, room: int, timeout: float) -> list[tuple[str, float]]:
    """The message in lines of at most `room` cells, each with the seconds that it stands."""
    text = Content(" ".join(message.split()))
    if text.cell_length <= room:
        return [(text.plain, timeout)]
    lines = [line.plain.rstrip() for line in text.wrap(room - 2)]
    parts = [f"{line} …" for line in lines[:-1]] + lines[-1:]
    return [(line, max(_LEAST, len(line) * _READ)) for line in parts]
