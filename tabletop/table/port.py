"""One place at one exercise: the single port that screens and sockets speak. Knows neither files nor screens."""

from collections.abc import Sequence
from typing import Protocol

from attrs import field, frozen

from tabletop.model.moves import Move
from tabletop.model.record import Line
from tabletop.model.refusal import Refusal
from tabletop.model.world import World
from tabletop.rules.acts.check import check
from tabletop.table.levers import Levers
from tabletop.table.memory import Memory


@frozen
class View:
    """What this place sees: a world already blanked for it, the lines of the record it may read, and the save's state.

    `n`: how many lines it may read. `head`: the chain's, "" for all but control. `saved`: where the record lies.
    `trouble`: why it does not, "" when all is well. `memory`: what the place has worked out already.
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
    memory: Memory = field(factory=Memory, eq=False, repr=False)

    def levers(self, seat: str) -> Levers:
        """What the screens of a seat ask, from what is seen here; "" for nobody in particular."""
        return Levers(self.world, seat, self.memory)

    def refusal(self, move: Move) -> Refusal | None:
        """Why a move can't be made here, as far as this place can tell; None when nothing speaks against it."""
        return check(self.world, move)


class Table(Protocol):
    """A place at an exercise: a seat's, control's or the public's."""

    @property
    def who(self) -> str:
        """A seat, "control" or "public"."""
        ...

    def at(self, who: str) -> "Table":
        """Another place at the same exercise."""
        ...

    async def view(self) -> View:
        """What may be seen now."""
        ...

    def view_now(self) -> View:
        """The same, at once."""
        ...

    async def make(self, move: Move, entered_by: str = "", id: str = "") -> Refusal | None:
        """Makes a move; on disk when it returns None."""
        ...
