"""Take a seat now: the board of one player, with control's steps taken by Space and the adversary by the model."""

from tabletop.model.moves import Advance, Move, Red
from tabletop.model.world import Phase, State
from tabletop.table.local import LocalTable
from tabletop.table.port import View
from tabletop.tui.next_step import Kind, Step
from tabletop.tui.panels.injects import OPEN, Injects, ordered
from tabletop.tui.panels.seats import waiting_answers
from tabletop.tui.screens.board import BoardScreen
from tabletop.tui.widgets.keyline import Key


class SoloScreen(BoardScreen):
    """`table` is control's, for the steps; what is shown is what the seat may see."""

    HELP = (
        "You play one seat, bots play the others, and Space takes control's steps for you. e opens your sheet: brief, "
        "secret objectives, orders, seal. The tables 2 to 5 order for your seat with + and -. w says why a score moved."
    )

    def __init__(self, table: LocalTable, seat: str) -> None:
        super().__init__(table, seat)
        self.place = table.at(seat)

    def on_mount(self) -> None:
        self.query_one(Injects).empty = "Nothing lies before you; what comes stands here."  # the board mounts as well

    def fetch(self) -> View:
        return self.place.view_now()

    def sheet(self) -> View:
        return self.view

    def enters(self, move: Move) -> str:
        return ""

    def step(self) -> Step:
        world = self.view.world
        if world.state is State.ENDED:
            return Step(Kind.ENDEX, "to the close")
        match world.phase:
            case Phase.BRIEF:
                return Step(Kind.ADVANCE, "to your orders")
            case Phase.ORDERS:
                sealed = world.seats[self.hand].sealed
                asked = waiting_answers(self.table.session.world, self.hand)
                left = f", {asked} to answer" if asked else ""
                return Step(Kind.ADVANCE, "see what happens" if sealed else f"seal and see what happens{left}")
            case Phase.REVIEW if self._reviewed != world.turn:
                return Step(Kind.REVIEW, "review")
            case Phase.REVIEW:
                last = world.turn >= world.turns
                return Step(Kind.ADVANCE, "to the end" if last else f"to turn {world.turn + 1}")
            case _:
                return Step(Kind.ADVANCE, "go on")

    def keys(self) -> list[Key]:
        keys = [Key("Space", self.step().words, "step"), Key("e", "your sheet", "sheet"), Key("2-5", "tables")]
        keys += [Key(":", "order", "order"), Key("w", "why", "why"), Key("u", "undo", "undo"), Key("q", "leave")]
        return keys

    async def advance(self) -> None:
        """Control's steps up to the next one that is the player's."""
        world = self.table.session.world
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
        while (phase := self.table.session.world.phase) in (Phase.RED, Phase.ADJUDICATE):
            if phase is Phase.RED and self.table.session.world.red is None:
                await self.give(Red(seat="control", source="model"), "bot")
            if await self.give(Advance(seat="control")):
                return
        world = self.table.session.world
        match world.phase:
            case _ if world.state is State.ENDED:
                await self.show_screen("endex", "EndexScreen")
            case Phase.REVIEW:
                await self.open_review()
            case Phase.ORDERS:
                await self.action_sheet()

    async def action_sheet(self) -> None:
        try:
            from tabletop.tui.screens.seat import SeatScreen
        except ImportError:
            await self.action_jump(2)
            return
        self.app.push_screen(SeatScreen(self.place))

    def open_inject(self, inject: str) -> None:
        from tabletop.tui.dialogs.answer import AnswerDialog

        if inject in self.view.world.injects:
            self.app.push_screen(AnswerDialog(self.view.world, self.hand, inject), self._give)

    def action_inject(self) -> None:
        """The first that is open: what control has still in store is nothing for a player."""
        open_now = [name for name in ordered(self.view.world) if self.view.world.injects[name].state in OPEN]
        if open_now:
            self.open_inject(open_now[0])
        else:
            self.notify("Nothing lies before you.")

    def open_why(self, score: str) -> None:
        from tabletop.tui.screens.why import WhyScreen

        self.app.push_screen(WhyScreen(self.place, score))

    def take_in_hand(self, seat: str) -> None:
        self.notify(f"You play {self.seat_name(self.hand)}; the others are bots.")
