"""A message from seat to seat, seen by nobody else but control."""

from textual.app import ComposeResult

from tabletop.model.moves import Message, Move
from tabletop.table.levers import Levers
from tabletop.tui.kit.card import label
from tabletop.tui.kit.cycle import Cycle
from tabletop.tui.kit.form import Form, other_seats, problem_line
from tabletop.tui.kit.line import Line


class MessageDialog(Form):
    """To whom, and the words."""

    def __init__(self, levers: Levers) -> None:
        super().__init__(levers, "Message")

    def body(self) -> ComposeResult:
        yield label("To")
        yield Cycle(other_seats(self.world, self.seat, control=True), id="to")
        yield label("Words")
        yield Line(id="text")
        yield problem_line()

    def move(self) -> Move | None:
        text = self.value("text")
        if not text:
            self.problem("Write a few words, or Esc to leave.")
            return None
        return Message(seat=self.seat, to=self.query_one("#to", Cycle).value, text=text)
