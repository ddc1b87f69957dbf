"""Injects as a seat has them before it: what asks for its answer first. Enter opens one with its options."""

from textual.content import Content

from tabletop.model.injects import InjectState
from tabletop.table.levers import Levers
from tabletop.tui.kit.fit import GridColumn
from tabletop.tui.kit.gridlines import GridRow
from tabletop.tui.levers.answer import AnswerDialog
from tabletop.tui.levers.table import Deed, LeverTable
from tabletop.tui.look import palette
from tabletop.words.decided import decided
from tabletop.words.names import inject_name, listed, option_text, seat_name
from tabletop.words.said import first_sentence

COLUMNS = (
    GridColumn("Inject", flex=True, keep=9, least=22),
    GridColumn("Turn", right=True, keep=4),
    GridColumn("From", keep=3),
    GridColumn("State", keep=8, flex=True, least=18),
)

_TALL = 24
"""Rows from which all of an inject is told below the list; else its first sentence, for Enter shows it whole."""


class SeatInjects(LeverTable):
    """Enter opens the inject under the cursor."""

    BELOW = 4

    def lay(self) -> None:
        levers = self.levers
        waiting = len(levers.answers.to_give)
        word = f"{waiting} waiting for your answer" if waiting else "nothing waits for your answer"
        summary = word if self.seat else "", palette.LOW if waiting else palette.LABEL
        self.show_rows(COLUMNS, inject_rows(levers), summary, "Nothing has come in yet.")

    def below(self, row: GridRow) -> Content:
        levers = self.levers
        spec = levers.world.scenario.injects.get(row.key[1])
        keys = "Enter answers it. " if levers.seat in levers.answers.addressees(row.key[1]) else "Enter reads it. "
        text = " ".join(spec.text.split()) if spec else ""
        text = text if self.size.height >= _TALL else first_sentence(text)
        return Content.assemble((keys, palette.ACCENT), (text, palette.LABEL))

    def does(self, key: str, row: GridRow) -> Deed:
        return None if key == "-" else AnswerDialog(self.levers, row.key[1])


def inject_rows(levers: Levers) -> list[GridRow]:
    """Those that wait for the seat, then the others that are open, then what is settled, newest first."""
    world, mine = levers.world, levers.answers.to_give

    def rank(name: str) -> tuple[int, int]:
        group = 0 if name in mine else 1 if levers.answers.is_open(name) else 2
        return group, -world.injects[name].turn

    names = [name for name in world.injects if name in world.scenario.injects]
    return [_row(levers, name, name in mine) for name in sorted(names, key=rank)]


def _row(levers: Levers, name: str, waits: bool) -> GridRow:
    world = levers.world
    spec, state = world.scenario.injects[name], world.injects[name]
    stands = ("answer it", f"bold {palette.LOW}") if waits else _state(levers, name)
    sender = spec.sender or spec.channel, palette.LABEL
    title = inject_name(world.scenario, name)
    return GridRow(("inject", name), (title, (str(state.turn), palette.LABEL), sender, stands))


def _state(levers: Levers, name: str) -> tuple[str, str]:
    world = levers.world
    state, answer = world.injects[name], levers.answers.answer(name)
    if answer is not None and state.state is not InjectState.CLOSED:
        return f"you: {option_text(world.scenario, name, answer) if answer else 'in your words'}", palette.TEXT
    if state.state is InjectState.CLOSED:
        outcome = decided(world, name, {})
        return f"closed: {outcome}" if outcome else "closed", palette.DIM
    seats = [seat_name(world.scenario, seat, world.seats, the=True) for seat in levers.answers.addressees(name)]
    return f"for {listed(seats)}" if seats else "to know", palette.LABEL
