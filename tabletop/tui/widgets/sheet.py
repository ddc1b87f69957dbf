"""The order sheet of a seat: each line with its cost and what it does, taken back with Delete."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tabletop.model.moves import Move, TakeBack
from tabletop.model.world import World
from tabletop.rules.orders import attention, cost
from tabletop.table.port import View
from tabletop.tui import palette
from tabletop.tui.messages import Ordered
from tabletop.tui.present.sentences import deed_line
from tabletop.tui.tables.fit import Column
from tabletop.tui.tables.grid import Grid, Row
from tabletop.tui.tables.pricing import effects_line, money, price
from tabletop.tui.tables.purse import left_line

#: Orders whose effect lies in others' hands: said in words, not priced.
_OPEN = {"propose-handover": "waits for the parties", "table-text": "stands unless silence is broken",
         "backfill": "a promise; the ledger is the deed"}  # fmt: skip
_WIDE = 52


class Sheet(Grid):
    """Lines in the order they were given. Narrow and tall: two rows a line; low: one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace,minus", "take_back", "take this order back", show=False)
    ]
    BELOW = 0
    world: World | None = None
    seat = ""

    def show(self, view: View, seat: str) -> None:
        """The seat's sheet; a line's effect is against a sheet without it."""
        self.world, self.seat = view.world, seat
        self._lay()

    def on_resize(self) -> None:
        self._lay()

    def action_take_back(self) -> None:
        row = self.selected
        if row and self.seat:
            self.post_message(Ordered(TakeBack(seat=self.seat, entry=int(row.key[1]))))

    def less(self, row: Row) -> None:
        self.action_take_back()

    @property
    def counted(self) -> str:
        """ "2/5"."""
        return f"{attention(self.world, self.seat)}/{self.world.scenario.orders}" if self.world else ""

    def _lay(self) -> None:
        if self.world is None:
            return
        tall = self.size.height > 9 and self.size.width < _WIDE * 2
        columns = (Column("", flex=True, keep=9, least=16), Column("", keep=8), Column("", keep=4, flex=True, least=16))
        rows: list[Row] = []
        for number, order in enumerate(self.world.seats[self.seat].orders, 1):
            said = deed_line(order.move, self.world.scenario, self.world.seats)
            said = f"{number} {said[:1].upper()}{said[1:]}"
            bn = cost(self.world, self.seat, order.move)
            paid = Content.styled(f"{money(bn)} bn" if bn else "", palette.TEXT)
            does = does_line(self.world, order.move)
            if tall:
                rows += self._tall(order.ref, said, paid, does)
            else:
                rows.append(Row(("order", str(order.ref)), (Content(said), paid, does)))
        summary = left_line(self.world, self.seat) if tall else Content("")
        empty = "No orders yet. + and - in the tables order, : takes a line, s seals."
        self.show_rows(columns if not tall else (Column("", flex=True, keep=9),), rows, summary, empty)

    def _tall(self, ref: int, said: str, paid: Content, does: Content) -> list[Row]:
        """A sentence over as many rows as it needs, then cost and effect in grey."""
        width = max(12, self.size.width - 4)
        lines = Content(said).wrap(width)
        rows = [Row(("order", str(ref)), (lines[0],))]
        rows += [Row(("more", str(ref)), (Content.assemble("    ", line),), heading=True) for line in lines[1:]]
        tail = Content.assemble(paid, " · ", does) if paid.plain else does
        rows += [Row(("does", str(ref)), (Content.assemble("    ", line),), heading=True)
                 for line in tail.wrap(width - 2)]  # fmt: skip
        return rows


def does_line(world: World, move: Move) -> Content:
    """What an order on the sheet moves by the next review."""
    if move.do in _OPEN:
        return Content.styled(_OPEN[move.do], palette.LABEL)
    found = price(world, move)
    if found.refusal:
        return Content.styled(found.refusal.message, palette.LOW)
    return effects_line(world.scenario, found.effects, 3, move.seat)
