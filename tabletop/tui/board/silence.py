"""Texts tabled when some had sealed: whether those open their orders again, the texts wait, or their silence binds."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from tabletop.model.moves import Move, Silence, Unseal
from tabletop.model.world import World
from tabletop.tui.kit.card import Card, paragraph
from tabletop.tui.kit.keys import bound, shown
from tabletop.tui.look import palette
from tabletop.words.late import Late, late_words


class SilenceDialog(Card[list[Move]]):
    """Gives the moves that the choice makes, or None."""

    BINDINGS: ClassVar = bound(
        ("U", "open", "open the seats' orders again"),
        ("enter", "say('wait')", "leave it for the next turn"),
        ("A", "say('bind')", "let silence bind"),
    )

    def __init__(self, world: World, late: Sequence[Late]) -> None:
        super().__init__("Silence of those who could not speak", "Esc back")
        self.world, self.late = world, late

    def body(self) -> ComposeResult:
        for each in self.late:
            yield paragraph(f"{late_words(self.world, each)}.")
        choices = (
            (shown("U"), "opens the orders of these seats again: they see it and seal anew"),
            ("Enter", "leaves it for the next turn (what happens where nobody chooses)"),
            (shown("A"), "lets their silence bind; the result will say so"),
        )
        lines = [Content.assemble((key, f"bold {palette.ACCENT}"), f"  {does}") for key, does in choices]
        yield paragraph(Content("\n").join(lines))

    def action_open(self) -> None:
        seats = dict.fromkeys(seat for each in self.late for seat in each.seats)
        self.dismiss([Unseal(seat=seat) for seat in seats if self.world.seats[seat].sealed] or None)

    def action_say(self, act: str) -> None:
        self.dismiss([Silence(seat="control", proposal=e.text.id, act=act, seats=e.seats) for e in self.late])
