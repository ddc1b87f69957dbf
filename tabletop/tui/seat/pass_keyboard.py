"""Between two seats at one keyboard: nothing of the last seat, the name of the next, who has sealed."""

from typing import Final

from attrs import evolve
from textual.app import ComposeResult
from textual.containers import Center, Container
from textual.content import Content
from textual.widgets import Static

from tabletop.model.world import Phase, World
from tabletop.table.injects import waiting_answers
from tabletop.tui.kit.action import Action
from tabletop.tui.kit.fit import GridColumn
from tabletop.tui.kit.grid import Grid
from tabletop.tui.kit.gridlines import GridRow
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import said
from tabletop.tui.kit.screen import ALWAYS, BACK, TableScreen
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import letters, setting
from tabletop.tui.seat.seat import SeatScreen
from tabletop.words.names import seat_name

_ROOMY: Final = 30
"""Rows from which the seat's name stands in large type."""
_MARGIN: Final = 4


class SeatTable(Grid):
    """Seats with their marks; Enter opens the screen of the one under the cursor."""

    BELOW = 0

    def press(self, key: str, row: GridRow) -> None:
        assert isinstance(self.screen, PassScreen)
        if key == "enter":
            self.screen.hand(row.key[1])


def _to_control(screen: "PassScreen") -> None:
    screen.app.pop_screen()


def _back(screen: "PassScreen") -> None:
    """Back to control's board, as long as control had the keyboard last; else it asks for the other key."""
    if screen.handed:
        screen.notify(said("For control: press {k}."), timeout=3)
    else:
        _to_control(screen)


def _who_has_it(screen: "PassScreen") -> None:
    """Space opens no seat: it may still be the last seat's hand that is on it."""
    screen.notify(said("Enter opens the seat under the cursor; {k} is control's board."), timeout=4)


class PassScreen(TableScreen):
    """`table` is control's. Opens a seat's screen with Enter and comes back when the seat leaves it."""

    ACTIONS = (
        *ALWAYS,
        evolve(BACK, do=_back),
        Action("k", "control", "to control's board", _to_control),
        Action("space", "next", "says what is next: Enter opens a seat", _who_has_it),
    )

    TITLE = "Pass the keyboard"
    HELP = (
        "Up and down choose a seat; hand the keyboard over, then Enter opens its screen. {k} goes to control's board; "
        "once a seat has had the keyboard, Escape does not, so that no player comes there by going back."
    )
    handed = False
    """Whether a seat has had the keyboard."""

    def body(self) -> ComposeResult:
        with Container(id="room"), Container():
            yield Static(id="whom")
            with Center():
                yield SeatTable(id="seats")

    def on_mount(self) -> None:
        self.query_one(SeatTable).focus()

    def on_resize(self) -> None:
        super().on_resize()
        self._name_next()

    def refresh_view(self) -> None:
        """Also when a seat has left its screen: nothing of it stays, not even a toast."""
        if not self.gone:
            self.app.clear_notifications()
            super().refresh_view()
            self._go_on()

    def keys(self) -> list[Key]:
        return [Key("Enter", "open the seat"), Key("↑ ↓", "choose"), self.key("control")]

    def draw(self) -> None:
        world = self.view.world
        rows = [_row(world, seat) for seat, state in world.seats.items() if not state.player.startswith("bot:")]
        table = self.query_one(SeatTable)
        table.styles.height = len(rows) + 2
        table.show_rows((GridColumn("", flex=True, keep=9), GridColumn("", keep=8)), rows, Content(""))
        ready = sum(world.seats[row.key[1]].sealed for row in rows)
        table.border_title = Content(f"Seats {ready}/{len(rows)} sealed")
        self._name_next()

    def hand(self, seat: str) -> None:
        """Opens a seat's screen over this one."""
        self.handed = True
        self.app.clear_notifications()
        self.app.push_screen(SeatScreen(self.table.at(seat)))

    def on_cursor_list_moved(self) -> None:
        self._name_next()

    def _go_on(self) -> None:
        """The cursor goes to the next seat that has not sealed."""
        table, world = self.query_one(SeatTable), self.view.world
        rows = [row.key[1] for row in table.rows]
        order = [*rows[table.cursor :], *rows[: table.cursor]]
        nxt = next((seat for seat in order if not world.seats[seat].sealed), None)
        if nxt and world.phase is Phase.ORDERS:
            table.select(("seat", nxt))
        self._name_next()

    def _name_next(self) -> None:
        row = self.query_one(SeatTable).selected
        name = seat_name(self.view.world.scenario, row.key[1], self.view.world.seats) if row else "control"
        self.query_one("#whom", Static).update(whom(name, *self.app.size))


def whom(name: str, width: int, height: int) -> Content:
    """To whom the keyboard goes: in large type where it leaves room for the list, so that the room sees it."""
    ink = f"bold {palette.BRIGHT}"
    large = setting(name, width - _MARGIN, height // 3, (3, 2, 1)) if height >= _ROOMY else None
    if large is None:
        return Content.assemble(("Hand the keyboard to ", palette.LABEL), (name.upper(), ink))
    lines = [Content.styled("\n".join(letters(line, large.scale)), ink) for line in large.lines]
    return Content("\n").join([Content.styled("Hand the keyboard to\n", palette.LABEL), *lines])


def _row(world: World, seat: str) -> GridRow:
    name = seat_name(world.scenario, seat, world.seats)
    waiting = waiting_answers(world, seat)
    if world.seats[seat].sealed:
        mark = Content.assemble(("✓ sealed", palette.TEXT), (f", {waiting} asked" if waiting else "", palette.LOW))
    else:
        mark = Content.styled("… not sealed" if world.phase is Phase.ORDERS else "", palette.LABEL)
    return GridRow(("seat", seat), (Content(name), mark))
