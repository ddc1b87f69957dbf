"""Injects as a seat has them before it: what asks for its answer first. Enter opens one with its options."""

from textual.content import Content

from tabletop.model.injects import InjectState
from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.rules.acts.options import to_answer
from tabletop.rules.turn.injects import OPEN, answering
from tabletop.table.port import View
from tabletop.tui.kit.fit import Column
from tabletop.tui.kit.grid import Grid, Row
from tabletop.tui.kit.messages import Ordered
from tabletop.tui.levers.answer import AnswerDialog
from tabletop.tui.look import palette
from tabletop.words.decided import decided
from tabletop.words.names import inject_name, listed, option_text, seat_name

COLUMNS = (
    Column("Inject", flex=True, keep=9, least=22),
    Column("Turn", right=True, keep=4),
    Column("From", keep=3),
    Column("State", keep=8, flex=True, least=18),
)


class SeatInjects(Grid):
    """Enter opens the inject under the cursor."""

    BELOW = 4
    world: World | None = None
    seat = ""

    def show(self, view: View, seat: str) -> None:
        """`seat`: who answers; "" to look only."""
        self.world, self.seat = view.world, seat
        waiting = len(unanswered(view.world, seat)) if seat else 0
        word = f"{waiting} waiting for your answer" if waiting else "nothing waits for your answer"
        summary = Content.styled(word if seat else "", palette.LOW if waiting else palette.LABEL)
        self.show_rows(COLUMNS, inject_rows(view.world, seat), summary, "Nothing has come in yet.")

    def below(self, row: Row) -> Content:
        if self.world is None:
            return Content("")
        spec = self.world.scenario.injects.get(row.key[1])
        keys = "Enter answers it. " if self.seat in answering(self.world, row.key[1]) else "Enter reads it. "
        text = " ".join(spec.text.split()) if spec else ""
        return Content.assemble((keys, palette.ACCENT), (text, palette.LABEL))

    def opened(self, row: Row) -> None:
        if self.world is not None:
            self.app.push_screen(AnswerDialog(self.world, self.seat, row.key[1]), self._give)

    def more(self, row: Row) -> None:
        self.opened(row)

    def _give(self, move: Move | None) -> None:
        if move is not None:
            self.post_message(Ordered(move))


def unanswered(world: World, seat: str) -> list[str]:
    """Injects that wait for a seat's answer."""
    return [name for name in to_answer(world, seat) if seat not in dict(world.injects[name].answers)]


def inject_rows(world: World, seat: str) -> list[Row]:
    """Those that wait for the seat, then the others that are open, then what is settled, newest first."""
    mine = set(unanswered(world, seat)) if seat else set()

    def rank(name: str) -> tuple[int, int]:
        state = world.injects[name]
        group = 0 if name in mine else 1 if state.state in OPEN or state.state is InjectState.ANSWERED else 2
        return group, -state.turn

    names = [name for name in world.injects if name in world.scenario.injects]
    return [_row(world, seat, name, name in mine) for name in sorted(names, key=rank)]


def _row(world: World, seat: str, name: str, waits: bool) -> Row:
    spec, state = world.scenario.injects[name], world.injects[name]
    sender = spec.sender or spec.channel
    told = Content.styled("answer it", f"bold {palette.LOW}") if waits else _state(world, seat, name)
    return Row(
        ("inject", name),
        (
            Content(inject_name(world.scenario, name)),
            Content.styled(str(state.turn), palette.LABEL),
            Content.styled(sender, palette.LABEL),
            told,
        ),
    )


def _state(world: World, seat: str, name: str) -> Content:
    state = world.injects[name]
    given = dict(state.answers).get(seat)
    if given is not None and state.state is not InjectState.CLOSED:
        return Content.styled(f"you: {option_text(world.scenario, name, given) if given else 'in your words'}",
                              palette.TEXT)  # fmt: skip
    if state.state is InjectState.CLOSED:
        told = decided(world, name, {})
        return Content.styled(f"closed: {told}" if told else "closed", palette.DIM)
    asked = [seat_name(world.scenario, s, world.seats) for s in answering(world, name)]
    return Content.styled(f"for {listed(asked)}" if asked else "to know", palette.LABEL)
