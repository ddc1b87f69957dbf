"""The order sheet of a seat: each line with its cost and what it does, taken back with Delete."""

from typing import ClassVar

from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from tabletop.model.moves import TakeBack
from tabletop.model.world import Phase
from tabletop.tui.kit.fit import GridColumn
from tabletop.tui.kit.gridlines import MARK, GridRow
from tabletop.tui.kit.keys import bound, said
from tabletop.tui.kit.row_figures import move_figure
from tabletop.tui.kit.rows import ends
from tabletop.tui.levers.pricing import price_line
from tabletop.tui.levers.purse import purse_line
from tabletop.tui.levers.table import Deed, LeverTable
from tabletop.tui.look import palette
from tabletop.words.names import capital
from tabletop.words.sentences import deed_line

_AT_REST = 4
"""Rows of a low sheet while the keys go elsewhere."""
_HINT, _ORDER = 2, 3
"""Lines of what stands there without orders, and of one order."""


class Sheet(LeverTable):
    """Lines in the order they were given. Beside a panel: each over as many rows as it needs, what it does below; under
    one: a row each, but for the one under the cursor while the sheet has the keys."""

    BINDINGS: ClassVar = bound(("delete,backspace,minus", "press('-')", "take this order back"))
    BELOW = 0
    beside = False
    """Whether it stands beside a panel, or under one."""
    _last: tuple[int, str, Size, bool, str, str, bool] | None = None
    _rows_asked = 0, 0

    class Laid(Message):
        """It may take more or fewer rows than before."""

    def does(self, key: str, row: GridRow) -> Deed:
        return TakeBack(seat=self.seat, entry=int(row.key[1])) if key == "-" and self.seat else None

    @property
    def points_at(self) -> str:
        """What the order under the cursor is about."""
        here = self.selected.key[1] if self.selected and self.seat else ""
        orders = self.levers.world.seats[self.seat].orders if here else ()
        return next((move_figure(order.move) for order in orders if str(order.ref) == here), "")

    @property
    def counted(self) -> str:
        """ "2/5"."""
        purse = self._levers.purse if self._levers else None
        return f"{purse.orders}/{purse.most}" if purse else ""

    @property
    def rows_wanted(self) -> int:
        """Where it stands below a panel: all of it has room while it has the keys."""
        return max(1, len(self.rows) if self.has_focus else min(_AT_REST, len(self.rows)))

    @property
    def needed(self) -> int:
        """Lines that it takes, with room for one order more."""
        return self.page.head_height + max(_HINT, len(self.rows)) + _ORDER

    def moved(self) -> None:
        super().moved()
        self._lay_again()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._lay_again()

    def _lay_again(self) -> None:
        if self._levers and not self.beside:
            self.lay()

    def lay(self) -> None:
        """Each line's effect is against a sheet without it; told while it can still be taken back."""
        levers, at = self.levers, self.selected.key[1] if self.selected else ""
        here = (self.view.n, self.seat, self.size, self.beside, palette.in_use().name, at, self.has_focus)
        if here == self._last:
            return
        self._last = here
        rows: list[GridRow] = []
        ordering = levers.world.phase is Phase.ORDERS
        for number, order in enumerate(levers.world.seats[levers.seat].orders, 1):
            sentence = f"{number} {capital(deed_line(order.move, levers.world.scenario, levers.world.seats))}"
            does = price_line(levers, order.move, brief=True) if ordering else Content("")
            here_now = self.has_focus and at in (str(order.ref), "")
            rows += (
                self._tall(order.ref, sentence, does) if self.beside else self._low(order.ref, sentence, does, here_now)
            )
        summary = purse_line(levers.purse, short=True) if self.beside else ""
        empty = (
            said("No orders yet. {+} and {-} in the tables order, {:} takes a line, {s} seals.")
            if ordering
            else "No orders."
        )
        self.show_rows((GridColumn("", flex=True, keep=9),), rows, summary, empty)
        if self._rows_asked != (self.rows_wanted, self.needed):
            self._rows_asked = self.rows_wanted, self.needed
            self.post_message(self.Laid())

    def _low(self, ref: int, sentence: str, does: Content, here: bool) -> list[GridRow]:
        """A sentence, and beside it what it does where that has room; else below it while it is `here`."""
        width = (self.size.width or self.app.size.width - 4) - MARK
        if len(sentence) + 2 + does.cell_length <= width:
            return [GridRow(("order", str(ref)), (ends(Content(sentence), does, width),))]
        return self._tall(ref, sentence, does) if here else [GridRow(("order", str(ref)), (sentence,))]

    def _tall(self, ref: int, sentence: str, does: Content) -> list[GridRow]:
        """A sentence over as many rows as it needs, then cost and effect in grey."""
        width = max(12, (self.size.width or self.app.size.width - 4) - 4)
        first, *more = Content(sentence).wrap(width)
        rest = [("more", line) for line in more] + [("does", line) for line in does.wrap(width - 2) if line]
        below = [GridRow((key, str(ref)), (Content.assemble("    ", line),), heading=True) for key, line in rest]
        return [GridRow(("order", str(ref)), (first,)), *below]
