"""Control sets a figure by hand, with a reason that the explanation names."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from tabletop.model.moves import Adjust
from tabletop.table.port import View
from tabletop.tui.kit.card import Card, label
from tabletop.tui.kit.line import Line
from tabletop.tui.look import palette
from tabletop.words.names import score_name


class AdjustDialog(Card[Adjust]):
    """What, by how much or to what, and why; Enter goes to the next field, in the last it makes the move."""

    DRAFTS = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "put away", show=False)]

    def __init__(self, view: View, what: str = "") -> None:
        super().__init__("Adjust a figure", "Enter next field · → completes · Esc back")
        self.view = view
        self.paths = view.adjustable()
        self._what = self.about = what if what in self.paths else ""

    def body(self) -> ComposeResult:
        yield label("what: a track, pressure/THEATRE, support/SEAT, spending/MEMBER ...")
        yield Line(self._what, id="what", suggester=SuggestFromList(self.paths), placeholder=self.paths[0])
        yield label("by how much (+2, -1.5), or to what (=60)")
        yield Line(id="amount", placeholder="-2")
        yield label("why: it stands in the record, and the explanation names it")
        yield Line(id="reason", placeholder="what the rules do not know")
        yield Static(id="told")

    def on_mount(self) -> None:
        self.query_one("#amount" if self._what else "#what").focus()
        self._draw()

    def on_input_changed(self) -> None:
        self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        order = ["what", "amount", "reason"]
        here = event.input.id or "what"
        if here != "reason":
            self.query_one(f"#{order[order.index(here) + 1]}").focus()
            return
        move = self.asked()
        if isinstance(move, str):
            self.notify(move, severity="warning")
        elif not move.reason:
            self.notify("Give a reason: the room will ask.", severity="warning")
        else:
            self.dismiss(move)

    def asked(self) -> Adjust | str:
        """The move as typed, or what is wrong with it."""
        what, told, reason = (self.query_one(f"#{name}", Input).value.strip() for name in ("what", "amount", "reason"))
        if not what or not told:
            return "Name a figure, and by how much."
        move = read_adjust(what, told, reason)
        if move is None:
            return f"'{told}' is no amount: write +2, -1.5 or =60."
        refusal = self.view.refusal(move)
        return refusal.message if refusal else move

    def _draw(self) -> None:
        what = self.query_one("#what", Input).value.strip()
        told = Content("")
        if what:
            now = self.view.figure(what)
            told = Content.styled("Nothing has that name yet.", palette.LABEL)
            if now is not None:
                shown = f"{now:.2f}".rstrip("0").rstrip(".") if isinstance(now, float | int) else str(now)
                name = score_name(self.view.world.scenario, what, self.view.world.seats)
                told = Content.assemble((f"{name} is ", palette.LABEL), (shown, f"bold {palette.BRIGHT}"))
        self.query_one("#told", Static).update(told)


def read_adjust(what: str, told: str, reason: str) -> Adjust | None:
    """ "+2" and "-1.5" add, "=60" and "=word" set; a bare number adds. A decimal comma is read as a point."""
    sets = told.startswith("=")
    text = told.removeprefix("=").strip().replace(",", ".").replace("−", "-")
    try:
        number = float(text)
    except ValueError:
        return Adjust(seat="control", what=what, value=text, reason=reason) if sets and text else None
    if sets:
        return Adjust(seat="control", what=what, value=number, reason=reason)
    return Adjust(seat="control", what=what, amount=number, reason=reason)
