"""The order sheet of a seat: each line with its cost and what it does, taken back with Delete."""

from typing import ClassVar

from textual.content import Content
from textual.geometry import Size

from tabletop.model.moves import TakeBack
from tabletop.model.world import Phase
from tabletop.tui.kit.fit import GridColumn
from tabletop.tui.kit.gridlines import GridRow
from tabletop.tui.kit.keys import bound, said
from tabletop.tui.kit.row_figures import move_figure
from tabletop.tui.levers.pricing import price_line
from tabletop.tui.levers.purse import purse_line
from tabletop.tui.levers.table import Deed, LeverTable
from tabletop.tui.look import palette
from tabletop.words.names import capital
from tabletop.words.sentences import deed_line

_WIDE = 52


class Sheet(LeverTable):
    """Lines in the order they were given. Narrow and tall: two rows a line; low: one."""

    BINDINGS: ClassVar = bound(("delete,backspace,minus", "press('-')", "take this order back"))
    BELOW = 0
    _last: tuple[int, str, Size, str] | None = None

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

    def lay(self) -> None:
        """Each line's effect is against a sheet without it; told while it can still be taken back."""
        levers, here = self.levers, (self.view.n, self.seat, self.size, palette.in_use().name)
        if here == self._last:
            return
        self._last = here
        tall = self.size.height > 9 and self.size.width < _WIDE * 2
        columns = (GridColumn("", flex=True, keep=9, least=16), GridColumn("", keep=4, flex=True, least=24))
        rows: list[GridRow] = []
        ordering = levers.world.phase is Phase.ORDERS
        for number, order in enumerate(levers.world.seats[levers.seat].orders, 1):
            sentence = f"{number} {capital(deed_line(order.move, levers.world.scenario, levers.world.seats))}"
            does = price_line(levers, order.move, brief=True) if ordering else Content("")
            row = GridRow(("order", str(order.ref)), (sentence, does))
            rows += self._tall(order.ref, sentence, does) if tall else [row]
        summary = purse_line(levers.purse, short=True) if tall else ""
        empty = (
            said("No orders yet. {+} and {-} in the tables order, {:} takes a line, {s} seals.")
            if ordering
            else "No orders."
        )
        self.show_rows(columns if not tall else (GridColumn("", flex=True, keep=9),), rows, summary, empty)

    def _tall(self, ref: int, sentence: str, does: Content) -> list[GridRow]:
        """A sentence over as many rows as it needs, then cost and effect in grey."""
        width = max(12, self.size.width - 4)
        first, *more = Content(sentence).wrap(width)
        rest = [("more", line) for line in more] + [("does", line) for line in does.wrap(width - 2) if line]
        below = [GridRow((key, str(ref)), (Content.assemble("    ", line),), heading=True) for key, line in rest]
        return [GridRow(("order", str(ref)), (first,)), *below]
