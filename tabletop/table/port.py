"""One place at one exercise: the single port that screens and sockets speak. Knows neither files nor screens."""

from collections.abc import Sequence
from typing import Protocol

from attrs import frozen

from tabletop.model.moves import Move
from tabletop.model.record import Line
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.check import check


@frozen
class View:
    """What this place sees: a world already blanked for it, the lines of the record it may read, and the save's state.

    `n`: how many lines it may read. `head`: the chain's, "" for all but control. `saved`: where the record lies.
    `trouble`: why it does not, "" when all is well.
    """

    who: str
    world: World
    lines: Sequence[Line]
    n: int
    saved: str
    trouble: str = ""
    read_only: bool = False
    marking: str = ""
    caveat: str = ""
    head: str = ""

    def refusal(self, move: Move) -> Refusal | None:
        """Why a move can't be made here, as far as this place can tell; None when nothing speaks against it."""
        return check(self.world, move)


class Table(Protocol):
    """A place at an exercise: a seat's, control's or the public's."""

    @property
    def who(self) -> str:
        """A seat, "control" or "public"."""
        ...

    async def view(self) -> View:
        """What may be seen now."""
        ...

    async def make(self, move: Move, entered_by: str = "", id: str = "") -> Refusal | None:
        """Makes a move; on disk when it returns None."""
        ...
