"""The keys of a seat's screen: to its panes and its sheet, the seal, and what is no lever: talk and free moves."""

from functools import partial
from typing import TYPE_CHECKING, Final

from attrs import evolve

from tabletop.model.figures.forms import DETERRENCE
from tabletop.model.figures.path import path_of
from tabletop.model.moves import MakeFreeMove, Move, Unseal
from tabletop.model.optional import FREE_MOVES
from tabletop.model.world import Phase
from tabletop.table.survey import open_times, slip_count
from tabletop.tui.kit.action import Action, Group
from tabletop.tui.kit.ask import ask
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.confirm import Confirm
from tabletop.tui.kit.form import Form
from tabletop.tui.kit.keys import shown
from tabletop.tui.kit.screen import ALWAYS, BACK, TableScreen
from tabletop.tui.kit.where_from import WHERE_FROM
from tabletop.tui.levers.orderline import OrderLine
from tabletop.tui.levers.prompt import SEALS
from tabletop.tui.levers.seal import SealDialog
from tabletop.tui.levers.sheet import Sheet
from tabletop.tui.levers.survey import closed_words, slip_form
from tabletop.tui.levers.talk import argue, free_move, message, open_moves, promise
from tabletop.tui.panels import PANES
from tabletop.words.names import inject_name, seat_name
from tabletop.words.said import quoted
from tabletop.words.without import played_without

if TYPE_CHECKING:
    from tabletop.tui.seat.seat import SeatScreen

_ANSWERING: Final = ("council", "injects")
"""Panes where a seat that has sealed may speak and answer."""


# ---------------------------------------------------------------------- what is looked at


def open_pane(screen: "SeatScreen", name: str) -> None:
    """Shows a pane; of a seat that has sealed only where it may still answer."""
    if not screen.sealed:
        screen.pane = screen.program.seat_panes[screen.view.saved, screen.seat] = name
    elif name in _ANSWERING:
        screen.answering = "" if name == screen.answering else name
    else:
        return
    screen.say("")
    screen.draw()
    screen.focus_pane()


def _back(screen: "SeatScreen") -> None:
    """From what a sealed seat has opened back to its plate, else out."""
    if screen.sealed and screen.answering:
        open_pane(screen, screen.answering)
    else:
        BACK.do(screen)


def _sheet(screen: "SeatScreen") -> None:
    if not screen.sealed:
        screen.query_one(Sheet).focus()


def _other(screen: "SeatScreen") -> None:
    if screen.query_one(Sheet).has_focus:
        screen.focus_pane()
    else:
        _sheet(screen)


def _line(screen: "SeatScreen") -> None:
    if not screen.sealed:
        screen.query_one(OrderLine).open()


def _why(screen: "SeatScreen") -> None:
    screen.program.rooms.why(screen.table, path_of(DETERRENCE, screen.levers.weakest))


# ---------------------------------------------------------------------- the next step


def stepper(screen: TableScreen) -> TableScreen | None:
    """The screen of the same seat below, where a player alone goes on by itself; None with somebody for control."""
    stack = screen.app.screen_stack
    at = stack.index(screen) if screen in stack else 0
    below = stack[at - 1] if at else None
    if isinstance(below, TableScreen) and "step" in below.actions and below.table.who == screen.table.who:
        return below
    return None


def next_words(screen: "SeatScreen", *, short: bool = False) -> str:
    """What Space does, "" for nothing. `short`: the same where a key bids it."""
    phase, alone = screen.view.world.phase, stepper(screen) is not None
    if phase is Phase.ORDERS and not screen.sealed:
        asked = screen.levers.answers.to_give
        if not asked:
            return "seal" if short else SEALS
        return "answer" if short else f"answers {quoted(inject_name(screen.view.world.scenario, asked[0]))}"
    if alone:
        return "go on" if short else "shows what comes of it" if screen.sealed else "goes on"
    return ("hand on" if short else "hands the keyboard on") if screen.sealed else ""


async def _next(screen: "SeatScreen") -> None:
    """What asks the seat first, then the seal; of a seat that has sealed, on to whoever comes next."""
    below = stepper(screen)
    if screen.view.world.phase is Phase.ORDERS and not screen.sealed:
        asked = screen.levers.answers.to_give
        if asked:
            from tabletop.tui.levers.answer import AnswerDialog

            _give(screen, AnswerDialog(screen.levers, asked[0]))
        else:
            seal(screen)
    elif below is not None:
        BACK.do(screen)
        await below.action_do("step")
    elif screen.sealed:
        BACK.do(screen)


# ---------------------------------------------------------------------- moves


def _give(screen: "SeatScreen", dialog: Card[Move] | Form[Move]) -> None:
    """What comes of a dialog, unless the seat has sealed."""
    if screen.sealed:
        screen.say(f"The orders are sealed; {shown('U')} opens them again.")
        return

    async def give(move: Move) -> None:
        await screen.give(move)
        screen.focus_pane()

    ask(screen, dialog, give)


def seal(screen: "SeatScreen", why: str = "") -> None:
    """Reads the sheet back before it is sealed. `why`: the reason that was given with the order."""
    if screen.view.world.phase is not Phase.ORDERS:
        screen.say(f"Orders are sealed in the orders phase; this is {screen.view.world.phase.value}.")
    elif not screen.sealed:
        _give(screen, SealDialog(screen.view, why))


def _unseal(screen: "SeatScreen") -> None:
    """Asks once: a stray key opens no team's orders."""
    if not screen.sealed:
        return
    world = screen.view.world
    name = seat_name(world.scenario, screen.seat, world.seats)

    async def unseal(_: object) -> None:
        await screen.give(Unseal(seat=screen.seat))
        screen.focus_pane()

    words = f"{name} is no longer ready then, and control sees that it waits for it again."
    ask(screen, Confirm(f"Open the orders of {name} again?", words, "open them", "leave them sealed"), unseal)


def _may_argue(screen: "SeatScreen") -> bool:
    """Whether this exercise has free moves; says so when it has none."""
    left_out = FREE_MOVES in screen.view.world.without
    if left_out:
        screen.say(played_without(screen.view.world))
    return not left_out


def _free_move(screen: "SeatScreen") -> None:
    if _may_argue(screen):
        _give(screen, free_move(screen.levers, alone=stepper(screen) is not None))


def _argue(screen: "SeatScreen") -> None:
    if not _may_argue(screen):
        return
    if not open_moves(screen.view.world):
        screen.say(f"There is no free move to argue this turn; {shown('v')} makes one.")
        return
    aims = {line.n: line.move.aim for line in screen.view.lines if isinstance(line.move, MakeFreeMove)}
    _give(screen, argue(screen.levers, aims))


def _survey(screen: "SeatScreen") -> None:
    """A slip of the time that is asked for now; sealed or not."""
    times = open_times(screen.view.world)
    if not times:
        screen.say(closed_words(screen.view.world))
        return
    count = slip_count(screen.view.lines, screen.seat, times[-1])

    async def keep(move: Move) -> None:
        if await screen.give(move) is None:
            screen.notify("The slip is handed in; another may follow.")
        screen.focus_pane()

    ask(screen, slip_form(screen.levers, times[-1], count), keep)


def _on_paper(screen: "SeatScreen") -> None:
    from tabletop.tui.control.on_paper import on_paper

    on_paper(screen, screen.seat)


_panel = partial(Action, group=Group.PANELS)
OF_SEAT: Final = (
    *ALWAYS,
    evolve(BACK, do=_back),
    *(_panel(panel.key, panel.id, panel.to, partial(open_pane, name=panel.id)) for panel in PANES),
    _panel("6", "sheet", "to the order sheet", _sheet),
    _panel("tab", "other", "between panel and sheet", _other),
    Action("space", "next", "the next step, named in the footer", _next),
    Action("colon", "order", "order line", _line),
    Action("s", "seal", "seal the orders", seal),
    Action("U", "unseal", "open them again", _unseal),
    Action("M", "message", "write to a seat", lambda screen: _give(screen, message(screen.levers))),
    Action("P", "promise", "promise something", lambda screen: _give(screen, promise(screen.levers))),
    Action("v", "free_move", "make a free move", _free_move),
    Action("V", "argue", "argue a free move", _argue),
    Action("N", "survey", "hand in a survey slip, without a name", _survey),
    Action("w", "why", "why a score moved", _why, group=Group.LOOK),
    Action("I", "on_paper", "on paper: this seat's pack, order sheet, slips", _on_paper),
    WHERE_FROM,
)
