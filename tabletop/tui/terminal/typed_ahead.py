"""Keys in their order: the next is given when what the last one did is done. Knows no screen.

Textual hands a key to whatever has the focus when it comes, though the dialog that the key before it opens isn't there
yet. Here a key that comes too early waits, so that it goes to that dialog, and not to the table under it.
"""

import asyncio
from collections import deque
from contextlib import suppress
from typing import Final

from textual.app import App
from textual.events import Event, Key, Mount, Paste
from textual.message_pump import MessagePump

_PATIENCE: Final = 3.0
"""Seconds after which the next key is given whatever the last one still does."""
_ROUNDS: Final = 20
"""Screens and focuses that one key may lead through."""
_LOOK_AGAIN: Final = 0.25
"""Seconds between two looks whether a widget is still there."""


class TypedAhead(App[str]):
    """Keys and pastes wait their turn; the first of them is given at once."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[Key | Paste] = deque()
        self._busy = True  # until the first screen stands
        self._settled: asyncio.Task[None] | None = None

    @property
    def typing(self) -> bool:
        """Whether keys wait, or the last one is still being done."""
        return self._busy or bool(self._typed)

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self._typed.append(event)
            await self._give_next()
            return
        await super().on_event(event)
        if isinstance(event, Mount):
            self._settle()

    async def _give_next(self) -> None:
        """Gives the next key, unless one is still being done."""
        if self._busy or not self._typed:
            return
        event = self._typed.popleft()
        pumps = self._way()
        self._busy = True
        await super().on_event(event)
        self._settle(pumps)

    def _settle(self, pumps: list[MessagePump] | None = None) -> None:
        self._busy = True
        self._settled = asyncio.create_task(self._when_done(pumps or self._way()))

    async def _when_done(self, pumps: list[MessagePump]) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._done(pumps), _PATIENCE)
        self._busy = False
        if self._typed and self._running:
            self.call_later(self._give_next)

    async def _done(self, pumps: list[MessagePump]) -> None:
        """Until all on the way of a key have heard it, and nothing has a new screen or focus of it any more."""
        for _ in range(_ROUNDS):
            before = self._standing()
            for pump in pumps:
                await _heard(pump)
            if self._standing() == before:
                return
            pumps = self._way()
            if self.screen_stack:
                await _heard(self.screen, drawn=True)

    def _way(self) -> list[MessagePump]:
        """Whom a key passes that comes now: what has the focus, what it lies in, the screen, the app."""
        if not self.screen_stack:
            return [self]
        return [*(self.screen.focused or self.screen).ancestors_with_self]

    def _standing(self) -> tuple[object, ...]:
        stack = self.screen_stack if self._screen_stacks.get(self._current_mode) else []
        return (*stack, stack[-1].focused if stack else None)


async def _heard(pump: MessagePump, *, drawn: bool = False) -> None:
    """Until a widget has done what lies before it now, or is gone."""
    over = asyncio.Event()
    later = pump.call_after_refresh if drawn else pump.call_later
    if not later(over.set):
        return
    while not (over.is_set() or pump._closing or pump._closed):
        with suppress(TimeoutError):
            await asyncio.wait_for(over.wait(), _LOOK_AGAIN)
