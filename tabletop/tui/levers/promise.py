"""A promise with a date. What the rules can check may be written beside the words."""

from textual.app import ComposeResult

from tabletop.model.moves import MakePromise, Move
from tabletop.table.levers import Levers
from tabletop.tui.kit.card import label
from tabletop.tui.kit.cycle import Cycle
from tabletop.tui.kit.form import Form, other_seats, problem_line
from tabletop.tui.kit.line import Line


class PromiseDialog(Form):
    """To whom, due when, the words, and optionally a deed and a condition."""

    def __init__(self, levers: Levers) -> None:
        super().__init__(levers, "Promise")

    def body(self) -> ComposeResult:
        yield label("To")
        yield Cycle(other_seats(self.world, self.seat), id="to")
        yield label("Due in turn")
        turns = [(str(n), f"turn {n}") for n in range(self.world.turn, self.world.turns + 1)]
        yield Cycle(turns, at=str(min(self.world.turn + 1, self.world.turns)), id="due")
        yield label("What is promised")
        yield Line(id="text")
        yield label("Kept when (may be left out): a move or a figure, as 'fund PROGRAMME' or 'trust >= 60'")
        yield Line(id="deed")
        yield label("Only if (may be left out), as 'cohesion >= 55'")
        yield Line(id="if")
        yield problem_line()

    def move(self) -> Move | None:
        text, deed = self.value("text"), self.value("deed")
        if not text and not deed:
            self.problem("Say what is promised, in words or as a deed.")
            return None
        to, due = self.query_one("#to", Cycle).value, int(self.query_one("#due", Cycle).value)
        return MakePromise(seat=self.seat, to=to, due=due, text=text, deed=deed, if_=self.value("if"))
