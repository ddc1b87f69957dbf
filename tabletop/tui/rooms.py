"""Which screen stands behind a question. The one place that knows all rooms; a room's code is loaded when it is first
entered."""

from typing import TYPE_CHECKING

from tabletop.tui.kit.messages import ReviewAsked
from tabletop.tui.kit.program import Program

if TYPE_CHECKING:
    from tabletop.table.port import Table


class Rooms(Program):
    """A program that has every room at a table."""

    def show_why(self, table: "Table", score: str = "deterrence", turn: int = 0) -> None:
        from tabletop.tui.review.why import WhyScreen

        self.push_screen(WhyScreen(table, score, turn))

    def show_replay(self, table: "Table", at: int | None = None) -> None:
        from tabletop.tui.replay.replay import ReplayScreen

        record = table.record
        if record is None:
            self.notify("Only the present is known here; the record is not.")
        else:
            self.push_screen(ReplayScreen(table, record, at))

    def show_review(self, table: "Table", *, alone: bool = False) -> None:
        from tabletop.tui.review.review import ReviewScreen

        self.push_screen(ReviewScreen(table, alone=alone))

    def on_review_asked(self, event: ReviewAsked) -> None:
        """Where no board below has done it."""
        self.show_review(event.table)

    def show_close(self, table: "Table", *, instead: bool = False) -> None:
        from tabletop.tui.review.endex import EndexScreen

        if instead:
            self.switch_screen(EndexScreen(table))
        else:
            self.push_screen(EndexScreen(table))

    def show_ahead(self, table: "Table") -> None:
        from tabletop.tui.review.ahead import AheadScreen

        self.push_screen(AheadScreen(table))

    def show_aloud(self, table: "Table") -> None:
        from tabletop.tui.review.aloud import AloudScreen

        self.push_screen(AloudScreen(table))

    def show_adjudication(self, table: "Table") -> None:
        from tabletop.tui.adjudicate.adjudicate import AdjudicateScreen

        self.push_screen(AdjudicateScreen(table))

    def show_branches_compared(self, table: "Table") -> None:
        from tabletop.tui.review.compare import CompareScreen

        if table.control is not None:
            self.push_screen(CompareScreen(table, table.control.runs()))

    def show_seat(self, table: "Table") -> None:
        from tabletop.tui.seat.seat import SeatScreen

        self.push_screen(SeatScreen(table))

    def show_pass(self, table: "Table") -> None:
        from tabletop.tui.seat.pass_keyboard import PassScreen

        self.push_screen(PassScreen(table))
