"""Screens of tests that nobody looks at aren't painted: the terminal behind them isn't there. Knows Textual's inside.

Of screens on which the same things stand, the first few of a process are still painted when they come up, and each is
as its test leaves it, so that what can't be drawn is found.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any
from weakref import WeakSet

import pytest
from textual._compositor import Compositor
from textual.app import App

FEW = 3

_painted: Counter[frozenset[str]] = Counter()
"""How often a screen was painted when it came up, by all that stands on it."""


def leave_unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here to the end of the test. What looks at a screen itself (`text_of`, a snapshot) paints it."""
    seen: WeakSet[Compositor] = WeakSet()
    paint: Callable[..., Any] = Compositor.render_update
    shut_down: Callable[..., Any] = App._shutdown

    def is_new(compositor: Compositor) -> bool:
        if compositor in seen:
            return False
        seen.add(compositor)
        kind = frozenset(widget.css_identifier for widget in compositor.visible_widgets)
        _painted[kind] += 1
        return _painted[kind] <= FEW

    def once(self: Compositor, full: bool = False, **how: Any) -> Any:
        if full or is_new(self):
            return paint(self, full, **how)
        self._dirty_regions.clear()
        return None

    async def at_last(self: App[Any]) -> None:
        if self._running and self._exception is None and self._screen_stack:
            paint(self.screen._compositor, full=True)
        await shut_down(self)

    monkeypatch.setattr(Compositor, "render_update", once)
    monkeypatch.setattr(App, "_shutdown", at_last)
