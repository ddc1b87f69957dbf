"""What the tables of a seat's levers share: whose levers they show, and the way a move of theirs is asked for."""

from tabletop.model.moves import Move
from tabletop.table.levers import Levers
from tabletop.tui.kit.grid import Grid
from tabletop.tui.kit.messages import Ordered


class LeverTable(Grid):
    """`hold` before rows are shown; what a row or a key means is asked of rows alone, so that levers are there then."""

    _levers: Levers | None = None

    def hold(self, levers: Levers) -> Levers:
        """From now on these are shown."""
        self._levers = levers
        return levers

    @property
    def held(self) -> bool:
        """Whether anything has been shown yet."""
        return self._levers is not None

    @property
    def levers(self) -> Levers:
        """Those held."""
        assert self._levers is not None, "hold them first"
        return self._levers

    @property
    def seat(self) -> str:
        """For whom keys order, "" for nobody."""
        return self._levers.seat if self._levers else ""

    def ask(self, move: Move | None) -> None:
        """Announces a move, if it is one."""
        if move is not None:
            self.post_message(Ordered(move))
