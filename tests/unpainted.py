"""Screens of tests that nobody looks at aren't painted: the terminal behind them isn't there. Knows Textual's inside.

A screen is still painted when it first comes up and as its test leaves it, so that what can't be drawn is found.
"""

from collections.abc import Callable
from typing import Any
from weakref import WeakSet

import pytest
from textual._compositor import Compositor
from textual.app import App


def leave_unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here to the end of the test. What looks at a screen itself (`text_of`, a snapshot) paints it."""
    seen: WeakSet[Compositor] = WeakSet()
    paint: Callable[..., Any] = Compositor.render_update
    shut_down: Callable[..., Any] = App._shutdown

    def once(self: Compositor, full: bool = False, **how: Any) -> Any:
        if full or self not in seen:
            seen.add(self)
            return paint(self, full, **how)
        self._dirty_regions.clear()
        return None

    async def at_last(self: App[Any]) -> None:
        if self._running and self._exception is None and self._screen_stack:
            paint(self.screen._compositor, full=True)
        await shut_down(self)

    monkeypatch.setattr(Compositor, "render_update", once)
    monkeypatch.setattr(App, "_shutdown", at_last)
