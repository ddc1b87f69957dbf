"""Where to in the record: a turn, an inject, a note, a bookmark, a move of a seat. Typing narrows the list."""

from collections.abc import Sequence
from itertools import islice
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tabletop.model.world import World
from tabletop.table.record import Place, matching
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.keyline import fitted
from tabletop.tui.kit.keys import bound
from tabletop.tui.kit.line import LineInput
from tabletop.tui.look import palette

_SIGN = {"turn": "┼", "inject": "◆", "note": "•", "bookmark": "▼", "branch": "├", "move": " "}
_MOST = 60
"""Places listed at once: all turns and branches, then those nearest to where one is."""

_KEYS = "↑ ↓ choose · Enter goes there · Esc back"
_AT_ONCE = 500
"""Sentences made between two frames."""


def nearest(places: Sequence[Place], here: int, most: int) -> list[Place]:
    """At most so many places in their order: turns and branches first, then what lies nearest to `here`."""
    if len(places) <= most:
        return list(places)
    nearby = sorted(places, key=lambda place: (place.kind not in ("turn", "branch"), abs(place.n - here)))[:most]
    return sorted(nearby, key=lambda place: (place.n, place.kind != "turn"))


class JumpDialog(Card[int]):
    """Dismissed with the number of an entry, or None."""

    BINDINGS: ClassVar = bound(("down", "move(1)", "down"), ("up", "move(-1)", "up"), priority=True)

    def __init__(self, places: Sequence[Place], world: World, here: int) -> None:
        super().__init__("Jump to", _KEYS, "jump")
        self._places, self._world, self._here = places, world, here
        self._offers: list[Place] = []
        self._rest = iter(places)

    def body(self) -> ComposeResult:
        asks = "t3, a number, note, inject, bookmark, a seat, any word"
        yield LineInput(placeholder=asks, id="typed", classes="field")
        options = OptionList(markup=False)
        options.can_focus = False
        yield options

    def on_mount(self) -> None:
        self._draw("")
        self._saying = self.set_interval(1 / 50, self._say_some)

    def _say_some(self) -> None:
        """Makes the sentences that are not on screen, a few at a time: what is typed looks through all of them."""
        batch = [place.text for place in islice(self._rest, _AT_ONCE)]
        if len(batch) < _AT_ONCE:
            self._saying.stop()

    def _draw(self, text: str) -> None:
        self._offers = nearest(matching(self._places, text, self._world), self._here, _MOST)
        options = self.query_one(OptionList)
        width = min(90, self.app.size.width) - 6
        options.set_options([Option(self._row(place, width)) for place in self._offers])
        if self._offers:
            near = min(range(len(self._offers)), key=lambda n: abs(self._offers[n].n - self._here))
            options.highlighted = near if not text else 0
        else:
            options.add_option(Option(Content.styled("Nothing of that kind is in the record.", palette.LABEL)))

    def _row(self, place: Place, width: int) -> Content:
        ink = palette.BRIGHT if place.kind == "turn" else palette.TEXT
        return Content.assemble(
            (f"{place.n:>5} ", palette.DIM),
            (f"{_SIGN[place.kind]} ", palette.ACCENT),
            (fitted(place.text, width - 8), ink),
        )

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._draw(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        at = self.query_one(OptionList).highlighted
        if self._offers and at is not None:
            self.dismiss(self._offers[at].n)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self._offers:
            self.dismiss(self._offers[event.option_index].n)

    def action_move(self, by: int) -> None:
        options = self.query_one(OptionList)
        if self._offers:
            options.highlighted = min(max(0, (options.highlighted or 0) + by), len(self._offers) - 1)
