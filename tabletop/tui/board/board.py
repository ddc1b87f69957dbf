"""The facilitator's board: phase, clock, who has not sealed, what changed. Asks the table, shows the view."""

from textual.app import ComposeResult
from textual.widgets import OptionList

from tabletop.model.moves import Move
from tabletop.model.refusal import Refusal
from tabletop.model.world import Phase
from tabletop.table.next_step import NextStep, next_step
from tabletop.table.port import Table
from tabletop.table.stage.scene import Scene
from tabletop.table.things import Thing
from tabletop.tui.board.actions import OF_BOARD, open_inject
from tabletop.tui.board.injects import Injects
from tabletop.tui.board.pen import lay_down, seat_called, take_in_hand
from tabletop.tui.board.picture import BoardPicture
from tabletop.tui.board.seats import SeatList
from tabletop.tui.board.steps import review
from tabletop.tui.control.place import control_at
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.messages import ReviewAsked
from tabletop.tui.kit.screen import TableScreen


class BoardScreen(TableScreen):
    """`hand`: the seat whose sheet control has in hand, "" for none. `model_red`: Space lets the model play the
    adversary and asks nobody."""

    ACTIONS = OF_BOARD
    HELP = (
        "The facilitator's board. {Space} is always the next step. Numbers go to the panels, Enter opens what the "
        "cursor is on: a score's causes, a seat's sheet, an inject; {y} says where its figure comes from, on the map "
        "too, which Tab reaches and the arrows go through. In the journal {u} goes back to the line of the cursor. "
        "Everything is on disk as soon as it stands there."
    )

    def __init__(self, table: Table, hand: str = "", *, model_red: bool = False) -> None:
        super().__init__(table)
        self.hand = hand
        self.model_red = model_red
        self.loan: tuple[int, Phase] | None = None
        """Turn and phase in which the pen was only lent."""
        self.reviewed = 0
        """The turn whose story has been shown."""

    def body(self) -> ComposeResult:
        yield BoardPicture(self.table)

    def on_stage(self) -> Scene | None:
        """The inject under the cursor, from their panel."""
        return Scene("inject", self.focused.row) if isinstance(self.focused, Injects) else None

    def draw(self) -> None:
        world = self.view.world
        if self.loan != (world.turn, world.phase):
            lay_down(self)
        sheet = self.table.at(self.hand).view_now() if self.hand in world.seats else self.view
        self.query_one(BoardPicture).show(self.view, sheet, self.hand, model_red=self.model_red)

    def step(self) -> NextStep:
        """What Space does now."""
        return next_step(self.view.world, self.reviewed == self.view.world.turn, self.model_red)

    async def find(self, thing: Thing) -> bool:
        return await self.query_one(BoardPicture).find(thing)

    def keys(self) -> list[Key]:
        sealing = self.hand and self.view.world.phase is Phase.ORDERS
        seal = [self.key("seal", f"seal {seat_called(self, self.hand)}")] if sealing else []
        chief = map(self.key, ("order", "inject", "note", "why", "undo", "public", "clock"))
        step = self.step()
        return [self.key("step", step.words, step.short), *seal, *chief]

    async def give(self, move: Move, entered_by: str = "", at: Table | None = None) -> Refusal | None:
        """What a seat says is entered by control at that seat's place."""
        if at is None and move.seat in self.view.world.seats:
            at = control_at(self.table).for_seat(move.seat)
        return await super().give(move, entered_by, at)

    def on_review_asked(self, event: ReviewAsked) -> None:
        event.stop()
        review(self)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        opens = take_in_hand if isinstance(event.option_list, SeatList) else open_inject
        opens(self, event.option_id or "")
