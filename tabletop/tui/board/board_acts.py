"""What is done from the board, each on its key: other screens, the seats, and with `ControlActs` control's moves."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from tabletop.model.moves import Move
from tabletop.table.owners import only_team
from tabletop.tui.board.control_acts import ControlActs
from tabletop.tui.board.scores import FigureRows, Scores
from tabletop.tui.board.seats import Seats
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import deed
from tabletop.tui.kit.screen import enters
from tabletop.words.names import seat_short


class BoardActs(ControlActs):
    """Mixed into the board, which has `hand`, `advance` and the panels."""

    hand: str
    lent: bool
    CHIEF: ClassVar[Sequence[Key]] = (
        Key(":", "order", "order"),
        Key("i", "inject", "inject"),
        Key("n", "note", "note"),
        Key("w", "why", "why"),
        Key("u", "undo", "undo"),
        Key("p", "public", "public"),
        Key("c", "clock", "clock"),
    )
    DEEDS: ClassVar[list[BindingType]] = [
        deed("colon", "order", "order line for the seat in hand"),
        deed("e", "sheet", "enter a seat's sheet for it"),
        deed("s", "seal", "seal the seat in hand"),
        deed("k", "pass", "pass the keyboard to a seat"),
        deed("o", "aloud", "read aloud: brief, injects, report"),
        deed("i", "inject", "injects: fire, hold, write"),
        deed("w", "why", "why a score moved"),
        deed("l", "ahead", "look ahead"),
        deed("a", "adjust", "adjust a figure, with a reason"),
        deed("m", "bookmark", "mark this place in the record"),
        deed("R", "replay", "replay the record"),
        deed("r", "review", "review of the last turn"),
        deed("t", "player", "who plays the seat under the cursor"),
        deed("x", "end", "end the exercise"),
        deed("q", "leave", "leave; everything is on disk"),
    ]

    def seat_name(self, seat: str) -> str:
        """A seat as this session calls it, in as few words as the scenario has."""
        return seat_short(self.view.world.scenario, seat, self.view.world.seats)

    # ------------------------------------------------------------------ screens of others

    def open_why(self, score: str) -> None:
        self.program.rooms.why(self.table, score)

    def action_why(self) -> None:
        focused = self.focused if isinstance(self.focused, FigureRows) else self.query_one(Scores)
        self.open_why(focused.row)

    async def action_aloud(self) -> None:
        self.program.rooms.aloud(self.table)

    async def action_ahead(self) -> None:
        self.program.rooms.ahead(self.table)

    async def action_replay(self) -> None:
        self.program.rooms.replay(self.table)

    async def action_review(self) -> None:
        self.program.rooms.review(self.table)

    async def open_adjudicate(self) -> None:
        """The results, what needs a person first."""
        self.program.rooms.adjudication(self.table)

    # ------------------------------------------------------------------ seats

    @enters
    def take_in_hand(self, seat: str) -> None:
        """+ and -, the order line and the seal are this seat's from now on; again lays it down."""
        self.hand = "" if seat == self.hand and not self.lent else seat
        self.lent = False
        self.refresh_view()
        if self.hand:
            self.notify(f"{self.seat_name(seat)} in hand: 2-5 and : order for it, e its sheet.")

    def chosen_seat(self) -> str:
        """The seat in hand, else the one under the cursor."""
        return self.hand or only_team(self.view.world) or self.query_one(Seats).row

    @enters
    async def action_sheet(self) -> None:
        seats = self.query_one(Seats)
        seat = seats.row if seats.has_focus else self.chosen_seat()
        self.program.rooms.seat(self.control.for_seat(seat))

    @enters
    async def action_pass(self) -> None:
        self.program.rooms.pass_keyboard(self.table)

    @enters
    def action_order(self) -> None:
        from tabletop.tui.levers.order import OrderDialog

        seat = self.chosen_seat()
        self.app.push_screen(OrderDialog(self.control.for_seat(seat)), lambda _: self.refresh_view())

    @enters
    def action_seal(self) -> None:
        seat = self.chosen_seat()
        if not seat:
            return
        from tabletop.tui.levers.sealing import seal_dialog

        self.app.push_screen(seal_dialog(self.control.for_seat(seat)), self._sealed)

    async def _sealed(self, move: Move | None) -> None:
        if move is not None:
            await self.give(move, "control")

    @enters
    def action_player(self) -> None:
        from tabletop.tui.board.player import PlayerDialog

        seat = self.query_one(Seats).row
        self.app.push_screen(PlayerDialog(self.view, seat), self.give_if)
