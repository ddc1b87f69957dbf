"""A dialog and what follows its answer."""

from collections.abc import Awaitable, Callable
from typing import Any

from textual.screen import Screen


def ask(screen: Screen[Any], dialog: Screen[Any], then: Callable[[Any], Awaitable[object]]) -> None:
    """Opens a dialog; `then` has what it comes back with, unless that is nothing: no, or one step back."""

    async def answered(answer: object) -> None:
        if answer:
            await then(answer)

    screen.app.push_screen(dialog, answered)
