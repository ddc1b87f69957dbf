"""A seat's screen where there is no session: all it has is what a table sends and takes."""

from pathlib import Path

from tabletop.model.moves import Move
from tabletop.model.refusal import Refusal
from tabletop.table.local import LocalTable
from tabletop.table.port import View
from tabletop.tui.levers.order import OrderDialog
from tabletop.tui.levers.seal import SealDialog
from tabletop.tui.seat.seat import SeatScreen
from tests.tui.room import NATO, Room, on_top, table, text_of


class Far:
    """A seat's place as another machine has it: views come, moves go."""

    by_control = False
    control = record = None

    def __init__(self, here: LocalTable) -> None:
        self._here = here

    @property
    def who(self) -> str:
        return self._here.who

    def at(self, who: str) -> "Far":
        return Far(self._here.at(who))

    async def view(self) -> View:
        return self.view_now()

    def view_now(self) -> View:
        return self._here.view_now()

    async def make(self, move: Move, entered_by: str = "", id: str = "") -> Refusal | None:
        return self._here.make_now(move, entered_by, id)


async def test_it_orders_prices_and_seals(tmp_path: Path) -> None:
    control = table(tmp_path, NATO)

    app = Room(SeatScreen(Far(control.at("berlin"))))
    async with app.run_test(size=(120, 36)) as pilot:
        for pane in "2345781":
            await pilot.press(pane)
            await pilot.pause()
        await pilot.press("2", "plus", "plus")
        await pilot.pause()
        ordered = control.session.world.seats["berlin"].orders
        told = text_of(app)
        await pilot.press("4", "h")
        await pilot.pause()
        offers = on_top(app) == "priced"
        await pilot.press("escape", "s")
        await pilot.pause()
        asks = isinstance(app.screen, SealDialog)
        await pilot.press("enter")
        await pilot.pause()

    assert [order.move.do for order in ordered] == ["set-spending"]
    assert "orders 1/5" in told and "bn left" in told
    assert offers and asks
    assert control.session.world.seats["berlin"].sealed


async def test_the_order_line_goes_from_seat_to_seat(tmp_path: Path) -> None:
    control = table(tmp_path, NATO)
    seats = list(control.session.world.seats)
    dialog = OrderDialog(Far(control.at(seats[0])))

    app = Room(dialog)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+t")
        await pilot.pause()

    assert dialog.table.who == seats[1]
