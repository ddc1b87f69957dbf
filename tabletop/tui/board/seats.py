"""The seats: who plays them, who has sealed, what waits for their answer."""

from typing import Final

from textual.content import Content

from tabletop.model.world import Phase, State, World
from tabletop.table.injects import still_to_answer, waiting_answers
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.kit.rows import Rows, ends
from tabletop.tui.look import palette
from tabletop.tui.look.signs import ASKS
from tabletop.tui.look.titles import frame_title
from tabletop.words.names import inject_name, seat_short

_ROOMY: Final = 60
"""Columns of a row from which it says how many orders a seat has, and what it has still to answer."""


class SeatList(Rows):
    """Enter takes a seat's sheet in hand."""

    BORDER_TITLE = "6 Seats"

    @property
    def points_at(self) -> str:
        """The seat under the cursor: what it opens with, what it wants as far as it is seen here."""
        return row_figure(("seat", self.row))

    def show(self, world: World, hand: str = "") -> None:
        """`hand`: the seat whose sheet control has in hand."""
        self.show_rows([(seat, self.line(world, seat, hand)) for seat in world.seats])
        teams = [state for state in world.seats.values() if state.player == "team"]
        sealed = sum(state.sealed for state in teams)
        counting = world.phase is Phase.ORDERS and world.state is not State.ENDED and teams
        self.border_title = frame_title(f"6 Seats {sealed}/{len(teams)} sealed" if counting else "6 Seats")

    def line(self, world: World, seat: str, hand: str) -> Content:
        state = world.seats[seat]
        bot = state.player != "team"
        mark, style = "·" if bot else "…", palette.LOW if world.phase is Phase.ORDERS and not bot else palette.DIM
        if state.sealed:
            mark, style = "✓", palette.TEXT
        waits = waiting_answers(world, seat)
        asked = Content.styled(f"{ASKS}{waits if waits > 1 else ''}" if waits else "", palette.CRISIS_INK)
        note = Content.styled("bot", palette.DIM) if bot else asked
        if self.inner >= _ROOMY:
            note = Content.assemble((_at_length(world, seat), palette.LABEL), "  ", note)
        pen = Content.styled("✎ " if seat == hand else "", palette.ACCENT)
        room = self.inner - note.cell_length - pen.cell_length - 3
        name = state.name or seat
        if len(name) > room:
            name = fitted(seat_short(world.scenario, seat, world.seats), room)
        label = Content.assemble((f"{mark} ", style), pen, (name, palette.DIM if bot else palette.TEXT))
        return ends(label, note, self.inner)


def _at_length(world: World, seat: str) -> str:
    """How many orders a seat has as far as they are known here, and which injects wait for it."""
    orders = len(world.seats[seat].orders)
    many = f"{orders} order{'' if orders == 1 else 's'}" if orders else ""
    asked = [inject_name(world.scenario, name) for name in world.injects if seat in still_to_answer(world, name)]
    return " · ".join(filter(None, (*asked, many)))
