"""A free move: what happens, by what means, for what reasons. Control and the room argue it, chance decides."""

from textual.app import ComposeResult
from textual.content import Content

from tabletop.model.moves import MakeFreeMove, Move
from tabletop.table.levers import Levers
from tabletop.tui.kit.card import label, words
from tabletop.tui.kit.form import Form, problem_line
from tabletop.tui.kit.line import Line
from tabletop.tui.look import palette

REASONS = 3


class FreeMoveDialog(Form):
    """Aim, means and up to three reasons."""

    def __init__(self, levers: Levers) -> None:
        super().__init__(levers, "Free move")

    def body(self) -> ComposeResult:
        made = sum(f.seat == self.seat and f.turn == self.world.turn for f in self.world.free_moves)
        most = self.world.scenario.coefficients.free_moves
        yield words(Content.styled(f"{most - made:g} of {most:g} left this turn. Everybody hears it.", palette.LABEL))
        yield label("What happens, in a sentence")
        yield Line(id="aim")
        yield label("By what means")
        yield Line(id="means")
        yield label("Why it works: up to three reasons")
        for n in range(REASONS):
            yield Line(id=f"reason-{n}")
        yield problem_line()

    def move(self) -> Move | None:
        reasons = tuple(said for n in range(REASONS) if (said := self.value(f"reason-{n}")))
        return MakeFreeMove(seat=self.seat, aim=self.value("aim"), means=self.value("means"), reasons=reasons)
