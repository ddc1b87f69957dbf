"""What the tables of a seat's levers share: whose levers they show, and what follows when a key is pressed on a row."""

from textual.screen import ModalScreen

from tabletop.model.moves import Move
from tabletop.model.refusal import Refusal
from tabletop.table.levers import Levers
from tabletop.table.port import View
from tabletop.tui.kit.ask import dialog_of
from tabletop.tui.kit.grid import Grid
from tabletop.tui.kit.gridlines import GridRow
from tabletop.tui.kit.messages import MoveAsked
from tabletop.tui.kit.pick import Pick
from tabletop.tui.kit.row_figures import row_figure

Deed = Move | ModalScreen[Move | None] | Pick[Move] | Refusal | str | None
"""What a key on a row comes to: a move, a dialog or a pick that gives one, why there is none, or nothing at all."""


class LeverTable(Grid):
    """Subclasses say in `lay` what stands there and in `does` what a key does: "+", "-", "enter", or one of their own,
    which they bind to `press`."""

    view: View
    _levers: Levers | None = None

    def show(self, view: View, seat: str) -> None:
        """`seat`: for whom keys order; "" to look only."""
        self.view, self._levers = view, view.levers(seat)
        self.lay()

    def lay(self) -> None:
        """Lays the rows of the levers held."""

    def does(self, key: str, row: GridRow) -> Deed:
        """What a key does on a row."""

    def on_resize(self) -> None:
        if self._levers:
            self.lay()

    @property
    def levers(self) -> Levers:
        """Those shown."""
        assert self._levers is not None, "show them first"
        return self._levers

    @property
    def seat(self) -> str:
        """For whom keys order, "" for nobody."""
        return self._levers.seat if self._levers else ""

    @property
    def points_at(self) -> str:
        """The figure under the cursor, as `y` asks where it comes from."""
        row = self.selected
        return row_figure(row.key, self.seat) if row else ""

    def press(self, key: str, row: GridRow) -> None:
        match deed := self.does(key, row):
            case Move():
                self.ask(deed)
            case ModalScreen() | Pick():
                self.app.push_screen(dialog_of(deed), self.ask)
            case Refusal(message=words) | str(words):
                self.notify(words, severity="warning", timeout=6)

    def ask(self, move: Move | None) -> None:
        """Announces a move, if it is one."""
        if move is not None:
            self.post_message(MoveAsked(move))
