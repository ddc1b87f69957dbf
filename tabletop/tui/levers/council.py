"""Council: texts on the table and what may be put there, words a seat may declare, promises made and kept."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tabletop.model.moves import Consent, Declare, Footnote, Move, TableText, TakeBack
from tabletop.table.levers import Levers
from tabletop.table.port import View
from tabletop.tui.kit.choose import Choice, Choose
from tabletop.tui.kit.grid import Row
from tabletop.tui.levers.council_rows import COLUMNS, council_rows
from tabletop.tui.levers.pricing import effects_line
from tabletop.tui.levers.purse import purse_line
from tabletop.tui.levers.table import LeverTable
from tabletop.tui.levers.texts import TextDialog, what_it_does
from tabletop.tui.look import palette
from tabletop.words.names import thing_name
from tabletop.words.said import deed_words


class Council(LeverTable):
    """Enter reads a text and tables it; + consents or declares, f footnotes, - breaks silence or takes back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f", "footnote", "footnote", show=False)]

    def show(self, view: View, seat: str) -> None:
        """`seat`: for whom Enter, +, f and - act; "" to look only."""
        levers = self.hold(view.levers(seat))
        summary = purse_line(levers.purse) if seat else Content("")
        empty = "Nothing is tabled and nothing promised. A seat tables a text here with Enter."
        self.show_rows(COLUMNS, council_rows(levers, view.lines), summary, empty)

    def below(self, row: Row) -> Content:
        levers, world = self.levers, self.levers.world
        match row.key:
            case ("text", name):
                keys = (
                    "Enter reads it  + consent  f footnote  - break silence" if self._open(name) else "Enter reads it"
                )
                body = what_it_does(levers, world.scenario.texts[world.texts[name].kind], world.texts[name])
                return Content.assemble((f"{keys}  ", palette.ACCENT), body) if self.seat else body
            case ("kind", kind):
                body = what_it_does(levers, world.scenario.texts[kind], None)
                return Content.assemble(("Enter reads it, Enter again tables it  ", palette.ACCENT), body)
            case ("stance", stance):
                quote = levers.quote(Declare(seat=self.seat, stance=stance))
                if quote.refusal:
                    return Content.styled(quote.refusal.message, palette.LOW)
                return Content.assemble(
                    ("+ says it: ", palette.LABEL), effects_line(world.scenario, quote.effects, 4, self.seat),
                    ("\nWords wear out: the more of late, the less they move.", palette.LABEL),
                )  # fmt: skip
            case ("promise", number):
                promise = world.promises[int(number)]
                deed, on = (
                    deed_words(line, world.scenario, world.seats) if line else ""
                    for line in (promise.deed, promise.condition)
                )
                parts = [deed and f"kept when: {deed}", on and f"if {on}"]
                return Content.styled(" · ".join(part for part in parts if part), palette.LABEL)
        return Content("")

    def more(self, row: Row) -> None:
        match row.key:
            case ("text", name) if self._open(name):
                self.ask(Consent(seat=self.seat, proposal=name))
            case ("stance", stance) if self.seat:
                self.ask(Declare(seat=self.seat, stance=stance))
            case ("kind", _):
                self.opened(row)

    def less(self, row: Row) -> None:
        levers = self.levers
        if not self.seat:
            return
        move: Move | None = None
        match row.key:
            case ("text", name):
                text = levers.world.texts[name]
                move = TableText(seat=self.seat, kind=text.kind, about=text.about)
                if levers.placed(move) is None:
                    self.opened(row)
                    return
            case ("stance", stance):
                move = Declare(seat=self.seat, stance=stance)
        placed = levers.placed(move) if move else None
        if placed:
            self.ask(TakeBack(seat=self.seat, entry=placed.ref))

    def opened(self, row: Row) -> None:
        match row.key:
            case ("text", name):
                self.app.push_screen(TextDialog(self.levers, name), self.ask)
            case ("kind", kind) if self.seat:
                self._table(self.levers, kind)
            case ("stance", _):
                self.more(row)

    def action_footnote(self) -> None:
        row = self.selected
        if row and row.key[0] == "text" and self._open(row.key[1]):
            self.ask(Footnote(seat=self.seat, proposal=row.key[1]))

    def _table(self, levers: Levers, kind: str) -> None:
        world = levers.world
        spec = world.scenario.texts[kind]
        if not spec.about:
            self.app.push_screen(TextDialog(levers, kind), self.ask)
            return
        moves = levers.texts.tabled(kind)
        choices = [
            Choice(move, thing_name(world.scenario, move.about, world.seats), Content(""))
            for move in moves
            if levers.refusal(move) is None
        ]
        if choices:
            self.app.push_screen(Choose(f"{spec.title}: which {spec.about}?", choices, spec.text.strip()), self.ask)
            return
        refusal = levers.refusal(moves[0]) if moves else None
        self.notify(refusal.message if refusal else "There is nothing it could be about.", severity="warning")

    def _open(self, name: str) -> bool:
        return bool(self.seat) and self.levers.world.texts[name].state == "open"
