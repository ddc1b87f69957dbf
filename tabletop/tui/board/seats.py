"""The seats: who plays them, who has sealed, what waits for their answer."""

from textual.content import Content

from tabletop.model.world import Phase, State, World
from tabletop.table.injects import waiting_answers
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.kit.rows import Rows, ends
from tabletop.tui.look import palette
from tabletop.tui.look.signs import ASKS
from tabletop.tui.look.titles import frame_title
from tabletop.words.names import seat_short


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
            mark, style = "✓", palette.HIGH_TEXT
        waits = waiting_answers(world, seat)
        asked = Content.styled(f"{ASKS}{waits if waits > 1 else ''}" if waits else "", palette.CRISIS)
        note = Content.styled("bot", palette.DIM) if bot else asked
        pen = Content.styled("✎ " if seat == hand else "", palette.ACCENT)
        room = self.inner - note.cell_length - pen.cell_length - 3
        name = state.name or seat
        if len(name) > room:
            name = fitted(seat_short(world.scenario, seat, world.seats), room)
        label = Content.assemble((f"{mark} ", style), pen, (name, palette.DIM if bot else palette.TEXT))
        return ends(label, note, self.inner)
