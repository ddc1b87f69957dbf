"""Which screen stands behind a question. The one place that knows all rooms; a room's code is loaded when it is first
entered."""

from typing import TYPE_CHECKING

from tabletop.tui.kit.program import Rooms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabletop.table.port import Table
    from tabletop.tui.kit.program import Program


class AllRooms(Rooms):
    """Every room at a table, opened in a program."""

    def __init__(self, program: "Program") -> None:
        self._program = program

    def why(self, table: "Table", score: str = "deterrence", turn: int = 0) -> None:
        from tabletop.tui.review.why import WhyScreen

        self._program.push_screen(WhyScreen(table, score, turn))

    def replay(self, table: "Table", at: int | None = None) -> None:
        from tabletop.tui.replay.record import RecordScreen
        from tabletop.tui.replay.replay import ReplayScreen

        record = table.record
        if record is None:
            self._program.notify("Only the present is known here; the record is not.")
        else:
            screen = RecordScreen if record.closed else ReplayScreen
            self._program.push_screen(screen(table, record, at))

    def review(self, table: "Table", *, alone: bool = False) -> None:
        from tabletop.model.world import Phase, State
        from tabletop.tui.review.review import ReviewScreen

        world = table.view_now().world
        if len(world.history) < 2 and world.phase is not Phase.REVIEW and world.state is not State.ENDED:
            self._program.notify(f"Turn {world.turn} is not reviewed yet: nothing has been played to its end.")
            return
        self._program.push_screen(ReviewScreen(table, alone=alone))

    def close(self, table: "Table", *, instead: bool = False, alone: bool = False) -> None:
        from tabletop.tui.review.endex import EndexScreen

        screen = EndexScreen(table, alone=alone)
        if instead:
            self._program.switch_screen(screen)
        else:
            self._program.push_screen(screen)

    def ahead(self, table: "Table") -> None:
        from tabletop.tui.review.ahead import AheadScreen

        self._program.push_screen(AheadScreen(table))

    def timeline(self, table: "Table") -> None:
        from tabletop.tui.review.timeline import TimelineScreen

        self._program.push_screen(TimelineScreen(table))

    def aloud(self, table: "Table") -> None:
        from tabletop.tui.review.aloud import AloudScreen

        self._program.push_screen(AloudScreen(table))

    def adjudication(self, table: "Table") -> None:
        from tabletop.tui.adjudicate.adjudicate import AdjudicateScreen

        self._program.push_screen(AdjudicateScreen(table))

    def branches_compared(self, table: "Table", remarks: "Sequence[str]" = ()) -> None:
        from tabletop.tui.review.compare import CompareScreen

        if table.control is not None:
            self._program.push_screen(CompareScreen(table, table.control.runs(), remarks))

    def seat(self, table: "Table") -> None:
        from tabletop.tui.seat.seat import SeatScreen

        self._program.push_screen(SeatScreen(table))

    def job(self, table: "Table") -> None:
        from tabletop.tui.seat.job import JobScreen

        self._program.push_screen(JobScreen(table))

    def pass_keyboard(self, table: "Table") -> None:
        from tabletop.tui.seat.pass_keyboard import PassScreen

        self._program.push_screen(PassScreen(table))
