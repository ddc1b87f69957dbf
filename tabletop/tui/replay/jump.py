"""Where to in the record, in groups: turns, injects, marks, branches, and moves once one types."""

from collections.abc import Sequence
from itertools import islice
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList

from tabletop.model.world import World
from tabletop.table.record import Place, matching
from tabletop.tui.charts.scrubber import SIGNS, sign_ink
from tabletop.tui.kit.card import Card
from tabletop.tui.kit.grouped import THROUGH, Grouped, Headed
from tabletop.tui.kit.line import LineInput
from tabletop.tui.kit.wrapped import hanging
from tabletop.tui.look import palette

_SIGNS: Final = SIGNS | {"turn": "┼", "branch": "├"}
_GROUPS: Final = (
    ("Turns", ("turn",)),
    ("Injects", ("inject",)),
    ("Marks", ("bookmark", "note")),
    ("Branches", ("branch",)),
    ("Moves", ("move",)),
)
_MOST: Final = 60
"""Places listed at once: all turns and branches, then those nearest to where one is."""
_SEEK: Final = "/"
"""What begins a search in other lists may begin one here."""
_KEYS: Final = "↑ ↓ choose · Enter goes there · Esc back"
_AT_ONCE: Final = 500
"""Sentences made between two frames."""
_WIDTH, _FRAME, _LEAD = 90, 7, 14
"""Columns of the box, of its frame and the bar that scrolls, and before the words of a row."""


def nearest(places: Sequence[Place], here: int, most: int) -> list[Place]:
    """At most so many places in their order: turns and branches first, then what lies nearest to `here`."""
    if len(places) <= most:
        return list(places)
    nearby = sorted(places, key=lambda place: (place.kind not in ("turn", "branch"), abs(place.n - here)))[:most]
    return sorted(nearby, key=lambda place: (place.n, place.kind != "turn"))


class JumpDialog(Card[int]):
    """Dismissed with the number of an entry, or None."""

    BINDINGS: ClassVar = THROUGH

    def __init__(self, places: Sequence[Place], world: World, here: int) -> None:
        super().__init__("Jump to", _KEYS, "jump")
        self._places, self._world, self._here = places, world, here
        self._rest = iter(places)

    def body(self) -> ComposeResult:
        asks = "t3, a number, note, inject, bookmark, a seat, any word"
        yield LineInput(placeholder=asks, id="typed", classes="field")
        yield Grouped[Place](id="found")

    def on_mount(self) -> None:
        self._draw("")
        self._saying = self.set_interval(1 / 50, self._say_some)

    def on_resize(self) -> None:
        self._draw(self.query_one("#typed", Input).value)

    def _say_some(self) -> None:
        """Makes the sentences that are not on screen, a few at a time: what is typed looks through all of them."""
        batch = [place.text for place in islice(self._rest, _AT_ONCE)]
        if len(batch) < _AT_ONCE:
            self._saying.stop()

    @property
    def _listed(self) -> Grouped[Place]:
        return self.query_one("#found", Grouped)

    def _draw(self, text: str) -> None:
        found = matching(self._places, text.removeprefix(_SEEK), self._world)
        shown = nearest(found, self._here, _MOST)
        width = min(_WIDTH, self.app.size.width) - _FRAME
        blocks = []
        for head, kinds in _GROUPS:
            rows = [(place, self._row(place, width)) for place in shown if place.kind in kinds]
            left = len([place for place in found if place.kind in kinds]) - len(rows)
            blocks.append(Headed(head, rows, f"{'':{_LEAD}}{left} more: type a word of it" if left else ""))
        here = None if text else max((p for p in shown if p.kind == "turn" and p.n <= self._here), key=_n, default=None)
        self._listed.lay(blocks, "Nothing of that kind is in the record.", here)

    def _row(self, place: Place, width: int) -> Content:
        ink = palette.BRIGHT if place.kind == "turn" else palette.TEXT
        turn = f"T{place.turn}" if place.turn and place.kind != "turn" else ""
        lead = Content.assemble(
            (f"{place.n:>6} {turn:>3} ", palette.DIM), (f"{_SIGNS.get(place.kind, ' ')} ", sign_ink(place.kind))
        )
        return hanging(Content.styled(place.text, ink), width, _LEAD, lead)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._draw(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._take(self._listed.under)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(self._listed.value(event.option_index))

    def _take(self, place: Place | None) -> None:
        if place is not None:
            self.dismiss(place.n)

    def action_move(self, by: int) -> None:
        self._listed.move(by)


def _n(place: Place) -> int:
    return place.n
