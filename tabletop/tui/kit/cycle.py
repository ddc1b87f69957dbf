"""A field that holds one of a few words: left and right go round, a letter jumps."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.widget import Widget

from tabletop.tui.kit.keys import bound
from tabletop.tui.look import palette


class Cycle(Widget, can_focus=True):
    """`choices` are (value, name); `value` is the chosen one."""

    BINDINGS: ClassVar = bound(
        ("left", "turn(-1)", "the one before"),
        ("right", "turn(1)", "the next"),
    )

    def __init__(self, choices: Sequence[tuple[str, str]], *, at: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self.choices = list(choices)
        self.index = next((n for n, (value, _) in enumerate(self.choices) if value == at), 0)

    @property
    def value(self) -> str:
        return self.choices[self.index][0] if self.choices else ""

    @value.setter
    def value(self, value: str) -> None:
        """Goes to a value, if it is one of the choices."""
        self.index = next((n for n, (name, _) in enumerate(self.choices) if name == value), self.index)
        self.refresh()

    def render(self) -> Content:
        name = self.choices[self.index][1] if self.choices else "nobody"
        return Content.assemble(("‹ ", palette.LABEL), (name, f"bold {palette.BRIGHT}"), (" ›", palette.LABEL))

    def action_turn(self, step: int) -> None:
        if self.choices:
            self.index = (self.index + step) % len(self.choices)
            self.refresh()

    def on_key(self, event: events.Key) -> None:
        if not event.character or not event.character.isalnum():
            return
        order = [(self.index + n) % len(self.choices) for n in range(1, len(self.choices) + 1)]
        letter = event.character.lower()
        at = next((n for n in order if self.choices[n][1].lower().startswith(letter)), None)
        if at is not None:
            self.index = at
            self.refresh()
            event.stop()
