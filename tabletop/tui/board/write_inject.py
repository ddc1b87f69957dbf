"""A new inject of control's own, delivered at once or held; answers are words, effects come by ruling."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from tabletop.model.injects import Inject
from tabletop.model.moves import WriteInject
from tabletop.model.world import World
from tabletop.table.moment import Moment
from tabletop.tui.kit.card import Card, label
from tabletop.tui.kit.line import Line
from tabletop.words.names import seat_short

_ORDER = ("title", "text", "answers")


class Paragraphs(TextArea):
    """Some lines of text in a form; Enter is the form's, ctrl+j begins a new line."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+j", "new_line", "new line", show=False, priority=True)]

    def __init__(self, id: str) -> None:
        super().__init__(id=id, soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False)

    def action_new_line(self) -> None:
        self.insert("\n")


class WriteInjectDialog(Card[WriteInject]):
    """Title, text, and who is to answer; Enter goes on, in the last field it delivers."""

    DRAFTS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "put away", show=False),
        Binding("enter", "next", "next field", show=False, priority=True),  # at once: no key lands in the old field
        Binding("ctrl+s", "write(False)", "deliver it", show=False, priority=True),
        Binding("ctrl+o", "write(True)", "keep it held", show=False, priority=True),
    ]

    def __init__(self, moment: Moment) -> None:
        super().__init__("Write an inject", "Enter next field, in the last delivers · ^o keeps it held · Esc back")
        self.moment, self.world = moment, moment.world

    def body(self) -> ComposeResult:
        seats = ", ".join(seat_short(self.world.scenario, seat, self.world.seats) for seat in self.world.seats)
        yield label("title")
        yield Line(id="title", placeholder="what it is called on every screen")
        yield label("text, as it is read out; ^j begins a new line")
        yield Paragraphs(id="text")
        yield label(f"who answers: all, nobody, or some of {seats}")
        yield Line("all", id="answers")

    def on_mount(self) -> None:
        self.query_one("#title").focus()

    def action_next(self) -> None:
        """To the next field; from the last one the inject is delivered."""
        here = self.focused.id if self.focused and self.focused.id in _ORDER else _ORDER[-1]
        if here == _ORDER[-1]:
            self.action_write(False)
        else:
            self.query_one(f"#{_ORDER[_ORDER.index(here) + 1]}").focus()

    def action_write(self, held: bool) -> None:
        """Gives the inject, to be delivered now or `held`; what is missing or unknown is said and nothing is lost."""
        title, answers = (self.query_one(f"#{name}", Input).value.strip() for name in ("title", "answers"))
        text = self.query_one("#text", Paragraphs).text.strip()
        if not title or not text:
            self.notify("An inject needs a title and a text.", severity="warning")
            return
        asked = asked_seats(self.world, answers)
        move = WriteInject(
            seat="control", inject=free_id(self.world.injects), title=title, text=text, answers=asked, held=held
        )
        refusal = self.moment.refusal(move)
        if refusal:
            self.notify(refusal.message, severity="warning")
        else:
            self.dismiss(move)


def asked_seats(world: World, told: str) -> tuple[str, ...]:
    """Seats named by id, name or short name, with commas between them or, for words without blanks, without."""
    said = told.strip().lower()
    if said in ("all", ""):
        return tuple(world.seats)
    if said in ("nobody", "none", "-"):
        return ()
    known: dict[str, str] = {}
    for seat, state in world.seats.items():
        for name in (seat, state.name, seat_short(world.scenario, seat, world.seats)):
            known[name.lower()] = seat
    parts = [" ".join(part.split()) for part in said.split(",") if part.strip()]
    words = [word for part in parts for word in ([part] if part in known else part.split())]
    return tuple(dict.fromkeys(known.get(word, word) for word in words))


def free_id(injects: Mapping[str, Inject]) -> str:
    """The id of the next inject written in play. Its words are no part of it: they may have to be taken out."""
    n = 1 + sum(bool(state.written) for state in injects.values())
    while f"written-{n}" in injects:
        n += 1
    return f"written-{n}"
