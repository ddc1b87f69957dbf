"""Work that can be shared out, and those who do it.

Knows neither worlds nor campaigns: what to do stands in functions that every process can import. What a task gives
hangs on the task alone, never on who did it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from attrs import frozen

from tabletop.errors import TabletopError

Job = Any
Result = Any


class HandsLost(TabletopError):
    """Nobody is left to go on with the work. What was done stands."""


@frozen(eq=False)
class Work:
    """`begin(*setting)` once wherever it is done, then `play(task)` for each task."""

    begin: Callable[..., None]
    setting: tuple[Any, ...]
    play: Callable[[Job], Result]


class Team(Protocol):
    """Those at work: how `many` tasks they can do at once, and what tasks give, in no particular order. Tasks are taken
    as hands are free."""

    @property
    def many(self) -> int: ...

    def results(self, tasks: Iterable[Job]) -> Iterator[Result]: ...
