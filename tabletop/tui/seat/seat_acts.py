"""What a seat does that is no lever: talk, free moves, the seal. The screen beside it shows the levers."""

from textual.content import Content
from textual.widgets import Static

from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.path import path_of
from tabletop.model.moves import MakeFreeMove, Move, Seal, Unseal
from tabletop.model.optional import FREE_MOVES
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase
from tabletop.table.levers import Levers
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.messages import WhyAsked
from tabletop.tui.kit.screen import TableScreen
from tabletop.tui.levers.argue import ArgueDialog, open_moves
from tabletop.tui.levers.freemove import FreeMoveDialog
from tabletop.tui.levers.message import MessageDialog
from tabletop.tui.levers.promise import PromiseDialog
from tabletop.tui.levers.seal import SealDialog
from tabletop.tui.levers.sealing import last_seal
from tabletop.tui.look import palette
from tabletop.words.without import played_without


class SeatActs(TableScreen):
    """`table.who` is the seat. Subclasses have a Static "#told" for refusals and say where the focus goes back to."""

    entered_by = ""

    def focus_pane(self) -> None:
        """Puts the focus back when a dialog is done."""

    @property
    def seat(self) -> str:
        return self.table.who

    @property
    def levers(self) -> Levers:
        """What the seat may ask of what it sees."""
        return self.view.levers(self.seat)

    @property
    def sealed(self) -> bool:
        return self.view.world.seats[self.seat].sealed and self.view.world.phase is Phase.ORDERS

    def action_seal(self) -> None:
        self._seal("")

    async def action_unseal(self) -> None:
        if self.sealed:
            await self.give(Unseal(seat=self.seat))
            self.focus_pane()

    def action_message(self) -> None:
        self._ask(MessageDialog(self.levers))

    def action_promise(self) -> None:
        self._ask(PromiseDialog(self.levers))

    def action_free_move(self) -> None:
        if self._may_argue():
            self._ask(FreeMoveDialog(self.levers))

    def _may_argue(self) -> bool:
        """Whether this exercise has free moves; says so when it has none."""
        left_out = FREE_MOVES in self.view.world.without
        if left_out:
            self.say(played_without(self.view.world))
        return not left_out

    def action_argue(self) -> None:
        if not self._may_argue():
            return
        if not open_moves(self.view.world):
            self.say("There is no free move to argue this turn; v makes one.")
            return
        said = {line.n: line.move.aim for line in self.view.lines if isinstance(line.move, MakeFreeMove)}
        self._ask(ArgueDialog(self.levers, said))

    def action_why(self) -> None:
        self.post_message(WhyAsked(path_of(DETERRENCE, self.levers.weakest)))

    def on_why_asked(self, event: WhyAsked) -> None:
        event.stop()
        from tabletop.tui.review.why import WhyScreen

        self.app.push_screen(WhyScreen(self.table, event.score))

    async def order(self, move: Move) -> None:
        """A seal is read back before it is given."""
        if isinstance(move, Seal) and not self.sealed:
            self._seal(move.why)
        else:
            await self.give(move)

    async def give(self, move: Move, entered_by: str = "") -> Refusal | None:
        """Makes a move in the seat's name, entered by whoever sits at the keyboard; a refusal stands in place."""
        refusal = await self.table.make(move, entered_by or self.entered_by)
        self.say(refusal.message if refusal else "")
        self.refresh_view()
        return refusal

    def say(self, words: str) -> None:
        """One line above the footer, until the next move."""
        line = self.query_one("#told", Static)
        if words or line.display:
            line.display = bool(words)
            line.update(Content.styled(words, palette.LOW))

    def _seal(self, why: str) -> None:
        if self.view.world.phase is not Phase.ORDERS:
            self.say(f"Orders are sealed in the orders phase; this is {self.view.world.phase.value}.")
        elif not self.sealed:
            self._ask(SealDialog(self.levers, why, last_seal(self.view)))

    def _ask(self, dialog: Card[Move]) -> None:
        if self.sealed:
            self.say("The orders are sealed; u opens them again.")
            return
        self.app.push_screen(dialog, self._given)

    async def _given(self, move: Move | None) -> None:
        if move is not None:
            await self.give(move)
            self.focus_pane()
