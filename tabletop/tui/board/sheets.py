"""What every seat has on its sheet: how much while orders are closed, which orders once they lie open. Of what a place
may not see its world holds nothing; what control should not know before Red has sealed is not shown to it either."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tabletop.model.world import Phase
from tabletop.table.port import View
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette
from tabletop.tui.look.titles import frame_title
from tabletop.words.names import capital, seat_short
from tabletop.words.sentences import deed_line


class SheetList(VerticalScroll, can_focus=True):
    """Scrolls; a seat in a line, its orders under it."""

    def compose(self) -> ComposeResult:
        yield Static()

    def show(self, view: View) -> None:
        """Draws the sheets of a view."""
        self.border_title = frame_title("Sheets" if view.orders_open else "Sheets, still closed")
        width = max(16, self.size.width - 1)
        lines = [line for seat in view.world.seats for line in sheet_lines(view, seat, width)]
        self.query_one(Static).update(Content("\n").join(lines))


def sheet_lines(view: View, seat: str, width: int) -> list[Content]:
    """A seat and how many orders it has, then these where they may be seen."""
    world = view.world
    state = world.seats[seat]
    orders, own = state.orders, view.who == seat
    sealed = ", sealed" if state.sealed and world.phase is Phase.ORDERS else ""
    many = f"{len(orders)} order{'' if len(orders) == 1 else 's'}" if orders or own or view.who == "control" else ""
    head = Content.assemble(
        (seat_short(world.scenario, seat, world.seats), f"bold {palette.BRIGHT}"),
        (f"  {many}{sealed}".rstrip(" ,"), palette.TEXT if sealed else palette.LABEL),
    )
    if not (own or view.orders_open):
        return [head]
    bullet = Content.styled("· ", palette.DIM)
    deeds = [capital(deed_line(order.move, world.scenario, world.seats)) for order in orders]
    return [head, *(hanging(Content.styled(deed, palette.TEXT), width, 2, bullet) for deed in deeds)]
