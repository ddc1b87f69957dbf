"""Control's own moves from the board: Red, injects, adjustments, bookmarks, the end."""

from functools import partial

from tabletop.model.moves import Bookmark, End, Move
from tabletop.model.world import State
from tabletop.table.injects import ordered
from tabletop.tui.board.injects import Injects
from tabletop.tui.board.journal import Journal
from tabletop.tui.board.scores import FigureRows
from tabletop.tui.control.in_control import InControl
from tabletop.tui.kit.screen import enters


class ControlActs(InControl):
    """Mixed into the board, which has the panels and `advance`."""

    @enters
    def open_red(self) -> None:
        from tabletop.tui.board.red import RedDialog

        self.app.push_screen(RedDialog(self.view), self._red)

    async def _red(self, move: Move | None) -> None:
        if move is not None and await self.give(move) is None:
            await self.advance()

    async def advance(self) -> None:
        raise NotImplementedError

    def action_inject(self) -> None:
        injects = self.query_one(Injects)
        names = ordered(self.view.world)
        self.open_inject(injects.row if injects.has_focus and injects.row else names[0] if names else "")

    def open_inject(self, inject: str) -> None:
        from tabletop.tui.board.inject import InjectDialog

        self.app.push_screen(InjectDialog(self.table, inject), lambda _: self.refresh_view())

    @enters
    def action_adjust(self) -> None:
        from tabletop.tui.board.adjust import AdjustDialog

        row = self.focused.row if isinstance(self.focused, FigureRows) else ""
        self.app.push_screen(AdjustDialog(self.view, row), self.give_if)

    def back_to(self) -> int | None:
        """With the cursor on a line of the journal, that line."""
        return self.focused.entry if isinstance(self.focused, Journal) else None

    @enters
    async def action_bookmark(self) -> None:
        if await self.give(Bookmark(seat="control")) is None:
            self.notify(f"Bookmark at move {self.view.n}: g in the replay finds it.")

    @enters
    def action_end(self) -> None:
        from tabletop.tui.kit.confirm import Confirm

        if self.view.world.state is State.ENDED:
            self.notify("The exercise has ended already.")
            return
        world = self.view.world
        words = (
            f"ENDEX in turn {world.turn} of {world.turns}: objectives are scored on what is. Only notes follow; "
            "u takes it back."
        )
        end = End(seat="control")
        self.app.push_screen(Confirm("End the exercise?", words, "end"), self.if_sure(partial(self.give, end)))

    def action_leave(self) -> None:
        """Leaves the program without a question."""
        self.program.leave()
