"""A card of a few fields that becomes one move; Enter in the last field, or ctrl+s, sends it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from tabletop.model.moves import Move
from tabletop.model.world import World
from tabletop.table.levers import Levers
from tabletop.tui.kit.card import Card
from tabletop.tui.look import palette


class Form(Card[Move]):
    """Subclasses say `move()`, None while something is missing; a refusal is told in place and nothing is lost."""

    DRAFTS = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "send", "send it", show=False, priority=True)]

    def __init__(self, levers: Levers, told: str) -> None:
        super().__init__(told, "Tab next field · ^s or Enter in the last sends · Esc back")
        self.levers = levers
        self.about = levers.seat

    @property
    def world(self) -> World:
        """As the place sees it."""
        return self.levers.world

    @property
    def seat(self) -> str:
        """Who moves."""
        return self.levers.seat

    def move(self) -> Move | None:
        """The move that the fields make, or None with `problem` told."""
        return None

    def value(self, field: str) -> str:
        """What stands in a field, without blanks around it."""
        return self.query_one(f"#{field}", Input).value.strip()

    def problem(self, words: str) -> None:
        """Tells what is wrong under the fields."""
        self.query_one("#problem", Static).update(Content.styled(words, palette.LOW))

    def action_send(self) -> None:
        move = self.move()
        if move is None:
            return
        refusal = self.levers.refusal(move)
        if refusal:
            self.problem(refusal.message)
            return
        self.dismiss(move)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        fields = list(self.query(Input))
        if event.input is fields[-1]:
            self.action_send()
        else:
            self.screen.focus_next()


def problem_line() -> Static:
    """Where `problem` speaks."""
    return Static("", id="problem", classes="label")


def other_seats(world: World, seat: str, *, control: bool = False) -> list[tuple[str, str]]:
    """Whom a seat can write to."""
    found = [(name, state.name or name) for name, state in world.seats.items() if name != seat]
    return [*found, ("control", "Control")] if control else found
