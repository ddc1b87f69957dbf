"""A reason for or against a free move on the table, or a blind estimate of its chance."""

from collections.abc import Mapping

from textual.app import ComposeResult

from tabletop.model.council import FreeMove
from tabletop.model.likelihood import SCALE
from tabletop.model.moves import Argue, Estimate, Move
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.tui.kit.card import label
from tabletop.tui.kit.cycle import Cycle
from tabletop.tui.kit.form import Form, problem_line
from tabletop.tui.kit.line import Line
from tabletop.words.names import seat_name

_ESTIMATE = "estimate"


class ArgueDialog(Form):
    """Which move, which side, the words; or an estimate in a word of the scale."""

    def __init__(self, levers: Levers, said: Mapping[int, str]) -> None:
        super().__init__(levers, "Argue a free move")
        self.said = said

    def body(self) -> ComposeResult:
        yield label("The free move")
        yield Cycle([(str(f.ref), self._called(f)) for f in open_moves(self.world)], id="move")
        yield label("Your part")
        sides = [("for", "a reason for it"), ("against", "a reason against it"), (_ESTIMATE, "how likely it is")]
        yield Cycle(sides, id="side")
        yield label("Its chance, when that is your part; others don't see it")
        yield Cycle([(w.word, f"{w.word} ({w.low:g} to {w.high:g} %)") for w in SCALE], id="word")
        yield label("The reason")
        yield Line(id="text")
        yield problem_line()

    def move(self) -> Move | None:
        number = int(self.query_one("#move", Cycle).value)
        side, text = self.query_one("#side", Cycle).value, self.value("text")
        if side == _ESTIMATE:
            return Estimate(seat=self.seat, move=number, word=self.query_one("#word", Cycle).value)
        if not text:
            self.problem("Give the reason in a few words.")
            return None
        return Argue(seat=self.seat, move=number, side=side, text=text)

    def _called(self, free: FreeMove) -> str:
        return f"{seat_name(self.world.scenario, free.seat, self.world.seats)}: {self.said.get(free.ref, '')}"


def open_moves(world: World) -> list[FreeMove]:
    """Free moves of this turn that control has not ruled on."""
    return [
        f
        for f in world.free_moves
        if f.turn == world.turn and not f.grade and f"free/{f.seat}/{f.number}" not in world.rulings
    ]
