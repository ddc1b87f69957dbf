"""Take a seat now: the board of one player, with control's steps taken by Space and the adversary by the model."""

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from tabletop.model.moves import Advance, Move, Red, Undo
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, State, World
from tabletop.table.injects import OPEN, ordered, waiting_answers
from tabletop.table.next_step import NextStep, StepKind
from tabletop.table.port import Table, View
from tabletop.tui.board.board import BoardScreen
from tabletop.tui.board.injects import Injects
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.keys import deed, jumps


class SoloScreen(BoardScreen, inherit_bindings=False):
    """`table` is the seat's: what is shown, here and on every screen opened from here, is what the seat may see.

    Its keys are a player's alone; what control does has none here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        deed("space", "step", "the next step, named in the footer"),
        *jumps(("deterrence", "contributions", "posture", "commands", "council", "seats", "injects", "the journal")),
        deed("e", "sheet", "your sheet: brief, objectives, orders, seal"),
        deed("colon", "order", "order line"),
        deed("s", "seal", "seal your orders"),
        deed("i", "inject", "answer what lies before you"),
        deed("w", "why", "why a score moved"),
        deed("o", "aloud", "brief and injects in large type"),
        deed("r", "review", "review of the last turn"),
        deed("R", "replay", "replay the record"),
        deed("u", "undo", "take your last move back, and what came of it"),
        deed("ctrl+r", "redo", "take the undo back"),
        deed("q", "leave", "leave; everything is on disk"),
        Binding("escape", "back", "one step back", show=False),
        Binding("question_mark", "help", "this help", show=False),
    ]

    HELP = (
        "You play one seat, bots play the others, and Space takes control's steps for you. e opens your sheet: brief, "
        "secret objectives, orders, seal. The tables 2 to 5 order for your seat with + and -. w says why a score moved."
    )

    def __init__(self, table: Table, seat: str) -> None:
        """`table`: control's, whose steps Space takes."""
        super().__init__(table.at(seat), seat)
        self._whole = table

    @property
    def world(self) -> World:
        """As control has it, for its own steps: not to be shown."""
        return self._whole.view_now().world

    def on_mount(self) -> None:
        self.query_one(Injects).empty = "Nothing lies before you; what comes stands here."  # the board mounts as well

    def sheet(self) -> View:
        return self.view

    def enters(self, move: Move) -> str:
        return ""

    def place_of(self, move: Move) -> Table:
        return self.table

    def step(self) -> NextStep:
        world = self.view.world
        if world.state is State.ENDED:
            return NextStep(StepKind.ENDEX, "to the close")
        match world.phase:
            case Phase.BRIEF:
                return NextStep(StepKind.ADVANCE, "to your orders")
            case Phase.ORDERS:
                sealed = world.seats[self.hand].sealed
                asked = waiting_answers(self.world, self.hand)
                left = f", {asked} to answer" if asked else ""
                return NextStep(StepKind.ADVANCE, "see what happens" if sealed else f"seal and see what happens{left}")
            case Phase.REVIEW if self._reviewed != world.turn:
                return NextStep(StepKind.REVIEW, "review")
            case Phase.REVIEW:
                last = world.turn >= world.turns
                return NextStep(StepKind.ADVANCE, "to the end" if last else f"to turn {world.turn + 1}")
            case _:
                return NextStep(StepKind.ADVANCE, "go on")

    def keys(self) -> list[Key]:
        keys = [Key("Space", self.step().words, "step"), Key("e", "your sheet", "sheet"), Key("2-5", "tables")]
        keys += [Key(":", "order", "order"), Key("w", "why", "why"), Key("u", "undo", "undo"), Key("q", "leave")]
        return keys

    async def advance(self) -> None:
        """Control's steps up to the next one that is the player's."""
        world = self.world
        if world.phase is Phase.ORDERS and not world.seats[self.hand].sealed:
            self.action_seal()
            return
        await self._go_on()

    async def _sealed(self, move: Move | None) -> None:
        if move is not None and await self.give(move) is None:
            await self._go_on()

    async def _go_on(self) -> None:
        if await self.give(Advance(seat="control")):
            return
        while (phase := self.world.phase) in (Phase.RED, Phase.ADJUDICATE):
            if phase is Phase.RED and self.world.red is None:
                await self.give(Red(seat="control", source="model"), "bot")
            if await self.give(Advance(seat="control")):
                return
        world = self.world
        match world.phase:
            case _ if world.state is State.ENDED:
                await self.open_close()
            case Phase.REVIEW:
                await self.open_review()
            case Phase.ORDERS:
                await self.action_sheet()

    async def open_close(self) -> None:
        """The close; after the end nothing is secret any more."""
        self.program.rooms.close(self._whole)

    async def action_sheet(self) -> None:
        self.program.rooms.seat(self.table)

    def open_inject(self, inject: str) -> None:
        from tabletop.tui.levers.answer import AnswerDialog

        if inject in self.view.world.injects:
            self.app.push_screen(AnswerDialog(self.view.levers(self.hand), inject), self.give_if)

    def action_inject(self) -> None:
        """The first that is open: what control has still in store is nothing for a player."""
        open_now = [name for name in ordered(self.view.world) if self.view.world.injects[name].state in OPEN]
        asked = self.view.levers(self.hand).answers.to_give
        waits = [name for name in open_now if name in asked]
        if open_now:
            self.open_inject((waits or open_now)[0])
        else:
            self.notify("Nothing lies before you.")

    def action_order(self) -> None:
        from tabletop.tui.levers.order import OrderDialog

        self.app.push_screen(OrderDialog(self.table), lambda _: self.refresh_view())

    def action_seal(self) -> None:
        from tabletop.tui.levers.sealing import seal_dialog

        self.app.push_screen(seal_dialog(self.table), self._sealed)

    async def action_review(self) -> None:
        await self.open_review()

    async def open_review(self) -> None:
        self._reviewed = self.view.world.turn
        self.program.rooms.review(self.table, alone=True)

    def action_undo(self) -> None:
        """Takes back the player's last move and all that followed: what others did meanwhile is not for its eyes."""
        control = self._whole.control
        preview = control.undo_of(self.hand) if control is not None else None
        if preview is None:
            self.notify("Nothing of yours to take back.")
            return
        from tabletop.tui.kit.confirm import Confirm

        undo = Undo(seat=CONTROL, to=preview.to)
        question = Confirm("Take back?", preview.words, "take back")
        self.app.push_screen(question, self.if_sure(partial(self.give, undo)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Taking back is the player's own here."""
        return action in ("undo", "redo") or super().check_action(action, parameters)

    def take_in_hand(self, seat: str) -> None:
        self.notify(f"You play {self.seat_name(self.hand)}; the others are bots.")
