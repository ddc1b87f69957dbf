"""Toasts in one line: what is longer than the row of the marking is told in parts. Knows no exercise."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

if TYPE_CHECKING:
    from textual.screen import Screen

_FRAME: Final = 6
"""Columns for the toast's edge and padding, and for what parts it from the marking."""
_TITLE: Final = 44
"""Columns that stand in the top row where there is no marking."""
_READ: Final = 0.06
"""Seconds to read a letter."""
_LEAST: Final = 3.0


def room_for(width: int, screen: "Screen[object] | None") -> int:
    """Columns right of the marking."""
    marking = getattr(getattr(screen, "view", None), "marking", None)
    return max(20, width - (_TITLE if marking is None else len(marking)) - _FRAME)


def parts_of(message: str, room: int, timeout: float) -> list[tuple[str, float]]:
    """The message in lines of at most `room` cells, each with the seconds that it stands."""
    told = Content(" ".join(message.split()))
    if told.cell_length <= room:
        return [(told.plain, timeout)]
    lines = [line.plain.rstrip() for line in told.wrap(room - 2)]
    marked = [f"{line} …" for line in lines[:-1]] + lines[-1:]
    return [(line, max(_LEAST, len(line) * _READ)) for line in marked]
