"""The order line for one seat, over the board: it stays open, so that six lines take six Enters."""

from typing import ClassVar

from textual.app import ComposeResult

from tabletop.table.port import Table
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.keys import bound
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.messages import MoveAsked
from tabletop.tui.levers.orderline import OrderLine


class OrderDialog(Card[None]):
    """`table` is the seat's place, with control's hand on the pen."""

    DRAFTS = True
    BINDINGS: ClassVar = bound(("ctrl+t", "seat(1)", "the next seat"), priority=True)

    def __init__(self, table: Table) -> None:
        super().__init__(foot="Enter orders · ^t next seat · ^n note · ^Space next step · Esc back", look="bar")
        self.table = table

    def body(self) -> ComposeResult:
        yield OrderLine(id="line")

    def on_mount(self) -> None:
        self._draw()
        self.query_one(LineInput).focus()

    async def on_move_asked(self, event: MoveAsked) -> None:
        event.stop()
        refusal = await self.table.make(event.move)
        if refusal:
            self.notify(refusal.message, severity="warning", timeout=8)
        self._draw()

    def action_seat(self, step: int) -> None:
        seats = list(self.table.view_now().world.seats)
        at = seats.index(self.table.who) if self.table.who in seats else -1
        self.table = self.table.at(seats[(at + step) % len(seats)])
        self._draw()

    def _draw(self) -> None:
        view = self.table.view_now()
        seat = view.world.seats[self.table.who]
        name = seat.name or self.table.who
        self.entitle(f"Order for {name}, {len(seat.orders)} on the sheet, entered by control")
        self.query_one(OrderLine).show(view, self.table.who)
