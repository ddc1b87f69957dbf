"""What every screen owes the terminal it runs in: text that gives no orders, a size that can be drawn on, one line when
something of ours went wrong. Knows no exercise.
"""

import os
import sys
from collections.abc import Sequence
from typing import Any, Final

from rich.console import RenderableType
from rich.text import Text
from textual.events import Event, InputEvent, Key, Paste, Resize
from textual.filter import LineFilter
from textual.geometry import Size
from textual.screen import Screen

from tabletop.plain import one_line
from tabletop.tui.terminal.crashed import keep_mistake
from tabletop.tui.terminal.text_only import TextOnly
from tabletop.tui.terminal.typed_ahead import TypedAhead

LEAST: Final = Size(60, 18)
"""Columns and rows below which nothing is laid out."""
GOOD: Final = Size(80, 24)
"""Where nothing is left out."""

_LOOK_EVERY: Final = 2.0
"""Seconds between two looks whether the line is still there."""


class Terminal(TypedAhead):
    """Below `LEAST` screens keep that size and are not shown; a sentence is, and life goes on when there is room."""

    room: Size = LEAST
    """The terminal's size, which is less than the app's own `size` where there is too little of it."""
    _text_only = TextOnly()

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [self._text_only, *super().get_line_filters()]

    def on_mount(self) -> None:
        if not self.is_headless and os.isatty(_line()):
            self.set_interval(_LOOK_EVERY, self._look_at_line)

    # ------------------------------------------------------------------ the size

    @property
    def size(self) -> Size:
        """What screens are laid out for."""
        return _at_least(super().size)

    @property
    def cramped(self) -> bool:
        """Whether there is too little room to show anything."""
        return self.room.width < LEAST.width or self.room.height < LEAST.height

    async def _on_resize(self, event: Resize) -> None:
        was, self.room = self.cramped, event.size
        size = _at_least(event.size)
        event.prevent_default()  # Textual calls the handlers of every class, its own with the event as it came
        await super()._on_resize(Resize(size, size, pixel_size=None if self.cramped else event.pixel_size))
        if self.cramped:
            self._say_cramped()
        elif was and self.screen_stack:
            self._display(self.screen, self.screen._compositor.render_update(full=True))

    async def on_event(self, event: Event) -> None:
        """What nobody can see, nobody can mean; only leaving is heard."""
        meant = not isinstance(event, InputEvent | Paste) or (isinstance(event, Key) and event.key == "ctrl+q")
        if meant or not self.cramped:
            await super().on_event(event)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if not self.cramped:
            super()._display(screen, renderable)

    def _say_cramped(self) -> None:
        if self._driver is None or self.is_headless or not self._running:
            return
        rows = "".join(f"\x1b[{n};1H{row}" for n, row in enumerate(cramped_rows(self.room), start=1))
        self._driver.write(f"\x1b[0m\x1b[2J{rows}")
        self._driver.flush()

    # ------------------------------------------------------------------ the way out

    def exit(self, result: str | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """`message` is shown as it is written, in one line."""
        line = Text(one_line(message)) if isinstance(message, str) else message
        super().exit(result, return_code, line)

    def leave(self) -> None:
        """Leaves without a question."""
        self.exit()

    def leave_soon(self) -> None:
        """As `leave`, from outside the loop: out of a signal, say."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self.call_later, self.leave)

    def _look_at_line(self) -> None:
        """Nobody sits at a line that is gone."""
        if not os.isatty(_line()):
            self.leave()

    def standing(self) -> str:
        """How much is on record, and where; "" without a session."""
        return ""

    def _fatal_error(self) -> None:
        self._end_with(sys.exc_info()[1] or self._exception)

    def panic(self, *renderables: RenderableType) -> None:
        self._end_with(sys.exc_info()[1] or self._exception, [str(each) for each in renderables])

    def _end_with(self, mistake: BaseException | None, more: Sequence[str] = ()) -> None:
        """One line of the first mistake; the rest goes to a file, for whoever sits at the table reads the screen."""
        self._return_code = 1
        if not self._exit_renderables:
            self._exit_renderables.append(Text(one_line(keep_mistake(mistake, more, self.standing()))))
        self._close_messages_no_wait()


def _line() -> int:
    """The terminal's number among the open files; -1 without one."""
    try:
        return sys.__stdin__.fileno() if sys.__stdin__ else -1
    except (OSError, ValueError):
        return -1


def cramped_rows(room: Size) -> list[str]:
    """What is shown where there is too little room: as many rows of a sentence as fit."""
    sentence = f"tabletop needs {GOOD.width}x{GOOD.height}, has {room.width}x{room.height}"
    rows: list[str] = []
    for word in sentence.split():
        if rows and len(rows[-1]) + 1 + len(word) <= room.width:
            rows[-1] += f" {word}"
        else:
            rows += [word[n : n + max(1, room.width)] for n in range(0, len(word), max(1, room.width))]
    return rows[: room.height]


def _at_least(size: Size) -> Size:
    return Size(max(size.width, LEAST.width), max(size.height, LEAST.height))
