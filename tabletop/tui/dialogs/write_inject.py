"""A new inject of control's own, delivered at once; answers are words, effects come by ruling."""

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tabletop.model.moves import WriteInject
from tabletop.model.world import World
from tabletop.rules.check import check
from tabletop.tui.dialogs.card import Card, label


class WriteInjectDialog(Card[WriteInject]):
    """Title, text, and who is to answer; Enter goes on, in the last field it is delivered."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "put away", show=False)]

    def __init__(self, world: World) -> None:
        super().__init__("Write an inject", "Enter next field, in the last delivers · Esc back")
        self.world = world

    def body(self) -> ComposeResult:
        yield label("title")
        yield Input(id="title", placeholder="what it is called on the board")
        yield label("text, as it is read out")
        yield Input(id="text")
        yield label(f"who answers: all, nobody, or some of {' '.join(self.world.seats)}")
        yield Input("all", id="answers")

    def on_mount(self) -> None:
        self.query_one("#title").focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        order = ["title", "text", "answers"]
        here = event.input.id or "title"
        if here != "answers":
            self.query_one(f"#{order[order.index(here) + 1]}").focus()
            return
        title, text, answers = (self.query_one(f"#{name}", Input).value.strip() for name in order)
        if not title or not text:
            self.notify("An inject needs a title and a text.", severity="warning")
            return
        move = WriteInject(
            seat="control", inject=free_id(self.world, title), title=title, text=text, answers=self._who(answers)
        )
        refusal = check(self.world, move)
        if refusal:
            self.notify(refusal.message, severity="warning")
        else:
            self.dismiss(move)

    def _who(self, told: str) -> tuple[str, ...]:
        if told in ("all", ""):
            return tuple(self.world.seats)
        return () if told in ("nobody", "none", "-") else tuple(told.replace(",", " ").split())


def free_id(world: World, title: str) -> str:
    """An id made from a title, not taken yet."""
    stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40] or "inject"
    made, n = stem, 2
    while made in world.injects:
        made, n = f"{stem}-{n}", n + 1
    return made
