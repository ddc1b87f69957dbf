"""Take a seat now: the board of one player, with control's steps taken by Space and the adversary by the model."""

from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.widgets import OptionList

from tabletop.model.moves import Advance, Red, Seal
from tabletop.model.seats import CONTROL
from tabletop.model.world import Phase, State, World
from tabletop.table.injects import OPEN, ordered
from tabletop.table.next_step import NextStep, StepKind
from tabletop.table.port import Table
from tabletop.table.things import Thing
from tabletop.table.unaided import next_ruling
from tabletop.tui.board.injects import Injects
from tabletop.tui.board.picture import BACK_TO_SCORES, REPLAY, WHY, ZOOM, BoardPicture, open_panel, panel_keys
from tabletop.tui.board.waiting import Waiting
from tabletop.tui.control.actions import redo, take_back
from tabletop.tui.control.leaving import LEAVE
from tabletop.tui.control.place import control_at
from tabletop.tui.kit.action import Action, Group
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.keyline import Key
from tabletop.tui.kit.screen import ALWAYS, TableScreen
from tabletop.tui.kit.where_from import WHERE_FROM
from tabletop.tui.levers.prompt import Prompt
from tabletop.words.names import inject_name, seat_short
from tabletop.words.said import quoted


async def _step(solo: "SoloScreen") -> None:
    match solo.step().kind:
        case StepKind.REVIEW:
            _review(solo)
        case StepKind.ENDEX:
            solo.program.rooms.close(solo.table, alone=True)
        case _ if solo.world.phase is Phase.ORDERS and not solo.world.seats[solo.seat].sealed:
            (_injects if solo.view.levers(solo.seat).answers.to_give else _seal)(solo)
        case _:
            await _go_on(solo)


async def _go_on(solo: "SoloScreen") -> None:
    """Control's steps up to the next one that is the player's."""
    if await solo.give(Advance(seat=CONTROL)):
        return
    while (phase := solo.world.phase) in (Phase.RED, Phase.ADJUDICATE):
        if phase is Phase.RED and solo.world.red is None:
            await solo.give(Red(seat=CONTROL, source="model"), "bot", at=solo.whole)
        if phase is Phase.ADJUDICATE:
            await _rule(solo)
        if await solo.give(Advance(seat=CONTROL)):
            return
    match solo.world.phase:
        case _ if solo.world.state is State.ENDED:
            solo.program.rooms.close(solo.table, alone=True)
        case Phase.REVIEW:
            _review(solo)
        case Phase.ORDERS:
            _sheet(solo)


async def _rule(solo: "SoloScreen") -> None:
    """The model rules on the player's free moves."""
    moves = {line.n: line.move for line in solo.whole.view_now().lines}
    while move := next_ruling(solo.world, moves):
        if await solo.give(move, "bot", at=solo.whole):
            return


def _review(solo: "SoloScreen") -> None:
    solo.reviewed = solo.view.world.turn
    solo.program.rooms.review(solo.table, alone=True)


def _sheet(solo: "SoloScreen") -> None:
    solo.program.rooms.seat(solo.table)


def _order(solo: "SoloScreen") -> None:
    from tabletop.tui.levers.order import OrderDialog

    solo.app.push_screen(OrderDialog(solo.table))


def _seal(solo: "SoloScreen") -> None:
    """With the seal the player's turn is over, and Space goes on by itself."""
    from tabletop.tui.levers.seal import SealDialog

    async def go_on(seal: Seal) -> None:
        if await solo.give(seal) is None:
            await _go_on(solo)

    ask(solo, SealDialog(solo.view), go_on)


def _answer(solo: "SoloScreen", inject: str) -> None:
    from tabletop.tui.levers.answer import AnswerDialog

    if inject in solo.view.world.injects:
        ask(solo, AnswerDialog(solo.view.levers(solo.seat), inject), solo.give)


def _injects(solo: "SoloScreen") -> None:
    """The first that is open: what control has still in store is nothing for a player."""
    open_now = [name for name in ordered(solo.view.world) if solo.view.world.injects[name].state in OPEN]
    to_give = solo.view.levers(solo.seat).answers.to_give
    waits = [name for name in open_now if name in to_give]
    if open_now:
        _answer(solo, (waits or open_now)[0])
    else:
        solo.notify("Nothing lies before you.")


def _undo(solo: "SoloScreen") -> None:
    """Takes back the player's last move and all that followed: what others did meanwhile is not for its eyes."""
    take_back(solo, control_at(solo.whole).undo_of(solo.seat), "Nothing of yours to take back.")


_look = partial(Action, group=Group.LOOK)
OF_PLAYER: Final = (
    Action("space", "step", "the next step, named in the footer", _step, enters=True),
    *panel_keys(open_panel),
    Action("e", "sheet", "your sheet: brief, objectives, orders, seal", _sheet),
    Action("colon", "order", "order line", _order),
    Action("s", "seal", "seal your orders", _seal),
    Action("i", "inject", "answer what lies before you", _injects),
    WHY,
    ZOOM,
    WHERE_FROM,
    _look("o", "aloud", "brief and injects in large type", lambda solo: solo.program.rooms.aloud(solo.table)),
    _look("r", "review", "review of the last turn", _review),
    REPLAY,
    Action("u", "undo", "take your last move back, and what came of it", _undo, group=Group.RECORD),
    Action("ctrl+r", "redo", "take the undo back", redo, enters=True, group=Group.RECORD),
    LEAVE,
    *ALWAYS,
    BACK_TO_SCORES,
)


class SoloScreen(TableScreen):
    """`table` is the seat's: what is shown, here and on every screen opened from here, is what the seat may see.

    Its keys are a player's alone; what control does has none here.
    """

    ACTIONS = OF_PLAYER
    HELP = (
        "You play one seat, bots play the others, and {Space} takes control's steps for you. {e} opens your sheet: "
        "brief, secret objectives, orders, seal. The tables 2 to 5 order for your seat with {+} and {-}. {w} says "
        "why a score moved."
    )

    def __init__(self, table: Table, seat: str) -> None:
        """`table`: control's, whose steps Space takes."""
        super().__init__(table.at(seat))
        self.whole = table
        self.seat = seat
        self.reviewed = 0
        """The turn whose story has been shown."""

    @property
    def world(self) -> World:
        """As control has it, for its own steps: not to be shown."""
        return self.whole.view_now().world

    def body(self) -> ComposeResult:
        yield BoardPicture(self.table)
        yield Prompt(id="prompt")

    def on_mount(self) -> None:
        self.query_one(Injects).empty = "Nothing lies before you; what comes stands here."
        self.query_one(Waiting).asks = "Waiting for you"

    def draw(self) -> None:
        self.query_one(BoardPicture).show(self.view, self.view, self.seat)
        self.query_one(Prompt).ask(self.view.levers(self.seat), self.step().words, self.step().short)

    def step(self) -> NextStep:
        """What Space does now: `words` for the prompt, which tells it, `short` for the footer, where a key bids it."""
        world = self.view.world
        if world.state is State.ENDED:
            return NextStep(StepKind.ENDEX, "goes to the close", "to the close")
        match world.phase:
            case Phase.BRIEF:
                return NextStep(StepKind.ADVANCE, "goes to your orders", "to your orders")
            case Phase.ORDERS if world.seats[self.seat].sealed:
                return NextStep(StepKind.ADVANCE, "shows what comes of it", "go on")
            case Phase.ORDERS if asked := self.view.levers(self.seat).answers.to_give:
                return NextStep(StepKind.ADVANCE, f"answers {quoted(inject_name(world.scenario, asked[0]))}", "answer")
            case Phase.ORDERS:
                return NextStep(StepKind.ADVANCE, "seals and shows what comes of it", "seal")
            case Phase.REVIEW if self.reviewed != world.turn:
                return NextStep(StepKind.REVIEW, "shows the review", "review")
            case Phase.REVIEW:
                last = world.turn >= world.turns
                to = "the end" if last else f"turn {world.turn + 1}"
                return NextStep(StepKind.ADVANCE, f"goes to {to}", f"to {to}")
            case _:
                return NextStep(StepKind.ADVANCE, "goes on", "go on")

    async def find(self, thing: Thing) -> bool:
        return await self.query_one(BoardPicture).find(thing)

    def keys(self) -> list[Key]:
        step = self.step()
        chief = self.key("step", step.short), self.key("sheet", "your sheet", "sheet"), Key("2-5", "tables")
        return [*chief, *map(self.key, ("order", "why", "undo", "leave"))]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if isinstance(event.option_list, Injects):
            _answer(self, event.option_id or "")
        else:
            world = self.view.world
            self.notify(f"You play {seat_short(world.scenario, self.seat, world.seats)}; the others are bots.")
