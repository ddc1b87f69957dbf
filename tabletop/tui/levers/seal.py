"""The seal: the sheet read back, then two lines that may be left out: why, and what is expected."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from tabletop.model.moves import Move, Seal
from tabletop.table.beside import beside_sheet
from tabletop.table.expectations import asked_scores
from tabletop.table.port import View
from tabletop.tui.kit.card import label, paragraph
from tabletop.tui.kit.cursor_list import CursorList
from tabletop.tui.kit.drafts import Fields
from tabletop.tui.kit.figure_card import FigureCard
from tabletop.tui.kit.keys import bound, said
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.row_figures import row_figure
from tabletop.tui.levers.purse import purse_sentence
from tabletop.tui.look import palette
from tabletop.words.names import inject_name
from tabletop.words.sentences import deed_line

_WAYS = {"plus": "up", "minus": "down", "0": "same"}
_SHOWN = {"up": "▲ up", "down": "▼ down", "same": "· same"}


class Expectation(CursorList):
    """A score in each line; +, - or 0 says its way and goes on to the next; Delete leaves one open again."""

    BINDINGS: ClassVar = bound(
        ("backspace,delete", "open_again", "leave it out"),
        *((key, f"say('{way}')", way) for key, way in _WAYS.items()),
        ("enter", "screen.seal", "seal"),
    )

    def __init__(self, names: list[tuple[str, str]], ways: Mapping[str, str]) -> None:
        super().__init__(id="expect")
        self.names = names
        self.ways = dict(ways)

    @property
    def stops(self) -> Sequence[int]:
        return range(len(self.names))

    @property
    def points_at(self) -> str:
        """The score under the cursor."""
        return row_figure(("figure", self.names[self.cursor][0])) if self.names else ""

    def render(self) -> Content:
        lines = []
        for n, (score, name) in enumerate(self.names):
            here = self.has_focus and n == self.cursor
            way = self.ways.get(score, "")
            line = Content.assemble("▸ " if here else "  ", f"{name:<34}", (_SHOWN.get(way, "-"), palette.BRIGHT))
            lines.append(
                line.pad_right(2).stylize_before(f"{palette.BRIGHT} on {palette.CURSOR}" if here else palette.TEXT)
            )
        return Content("\n").join(lines)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        return len(self.names)

    def action_say(self, way: str) -> None:
        self.ways[self.names[self.cursor][0]] = way
        self.action_move(1)

    def action_open_again(self) -> None:
        self.ways.pop(self.names[self.cursor][0], None)
        self.refresh()


class SealDialog(FigureCard[Move]):
    """Gives the seal, or None. Enter seals at once; Tab goes to what is expected."""

    DRAFTS = True
    BINDINGS: ClassVar = bound(("ctrl+s", "seal", "seal"), priority=True)

    def __init__(self, view: View, why: str = "") -> None:
        """`view` of the seat that seals; `why`: given with the order to seal. A seal that was opened again leaves its
        words."""
        self.view, self.levers, last = view, view.levers(view.who), last_seal(view)
        seat = view.world.seats[view.who].name
        super().__init__(f"{seat} seals", "Enter seals · Tab next · Esc back to the orders")
        self._why = why or (last.why if last else "")
        self._with_order = bool(why)
        self._expected = dict(last.expect) if last else {}
        self.about = f"{view.who}/{view.world.turn}"

    def recall(self, draft: Fields) -> None:
        """Not over a reason that was given with the order to seal."""
        if not self._with_order:
            super().recall(draft)

    def body(self) -> ComposeResult:
        yield paragraph(read_back(self.view))
        yield label("Why? (may be left out)")
        yield LineInput(self._why, id="why")
        yield label(said("What do you expect by the next review? {+} up, {-} down, 0 same, {y} origin"))
        yield Expectation(asked_scores(self.levers, self._expected), self._expected)

    def on_input_submitted(self) -> None:
        self.action_seal()

    def action_seal(self) -> None:
        ways = dict(self.query_one(Expectation).ways)
        self.dismiss(Seal(seat=self.levers.seat, why=self.query_one("#why", Input).value.strip(), expect=ways))


def last_seal(view: View) -> Seal | None:
    """The seal of this turn that a seat has opened again: what it gave then it need not type once more."""
    now = [line.move for line in view.lines if line.live and line.turn == view.world.turn]
    return next((move for move in reversed(now) if isinstance(move, Seal) and move.seat == view.who), None)


def read_back(view: View) -> Content:
    """The sheet as sentences, what was said beside it, and what has not been answered."""
    levers, world = view.levers(view.who), view.world
    lines = [
        Content.assemble((f"{n}  ", palette.LABEL), deed_line(order.move, world.scenario, world.seats))
        for n, order in enumerate(world.seats[levers.seat].orders, 1)
    ] or [Content.styled("No orders this turn: standing paths go on.", palette.LABEL)]
    for move in beside_sheet(view.lines, levers.seat, world.turn):
        lines.append(Content.assemble(("·  ", palette.LABEL), deed_line(move, world.scenario, world.seats)))
    if told := purse_sentence(levers):
        lines.append(Content.assemble(("·  ", palette.LABEL), (told, palette.LABEL)))
    for name in levers.answers.to_give:
        warning = f"!  {inject_name(world.scenario, name)} is not answered: its default stands."
        lines.append(Content.styled(warning, palette.LOW))
    return Content("\n").join(lines)
