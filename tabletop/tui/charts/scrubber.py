"""The line of a record: how far one has come, where turns begin, and what is marked on it. Draws places and marks."""

from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tabletop.table.record import Mark
from tabletop.tui.charts.track import column, entry_at
from tabletop.tui.look import palette

_WORDS: Final = 60
"""Columns from which turns are called so."""
#: What stands on the line above the track, the first of a cell winning.
SIGNS: Final = {"bookmark": "▼", "inject": "◆", "note": "•"}


def sign_ink(kind: str) -> str:
    """The colour of a sign."""
    return {"bookmark": palette.ACCENT, "inject": palette.CRISIS_INK}.get(kind, palette.LABEL)


class Scrubber(Widget):
    """Three rows: marks, the track, turns. A click asks for its place."""

    class Asked(Message):
        """Somebody wants to be after entry `n`."""

        def __init__(self, n: int) -> None:
            super().__init__()
            self.n = n

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._place: tuple[int, int, Mapping[int, int], Sequence[Mark], Set[int]] = 0, 0, {}, (), frozenset()

    def show(
        self, n: int, last: int, turns: Mapping[int, int], marks: Sequence[Mark], off: Set[int] = frozenset()
    ) -> None:
        """At entry `n` of `last`; `turns`: the entry after which each turn is open; `off`: entries beside the line."""
        self._place = n, last, turns, marks, off
        self.refresh()

    def render(self) -> Content:
        return scrubber(*self._place, self.content_size.width)

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is not None and self.content_size.width > 1:
            self.post_message(self.Asked(entry_at(at.x, self._place[1], self.content_size.width)))


def scrubber(n: int, last: int, turns: Mapping[int, int], marks: Sequence[Mark], off: Set[int], width: int) -> Content:
    """The three rows in exactly `width` columns; broken where no entry of a column stands on the line."""
    if width < 4:
        return Content("")
    place = partial(column, last=last, width=width)

    above = [(" ", palette.DIM)] * width
    for kind in reversed(SIGNS):
        for mark in marks:
            if mark.kind == kind:
                above[place(mark.n)] = SIGNS[kind], sign_ink(kind)
    here = place(n)
    beside = {place(entry) for entry in off} - {place(entry) for entry in range(last + 1) if entry not in off}
    track = [_rail(x < here, x in beside) for x in range(width)]
    for entry in turns.values():
        x = place(entry)
        track[x] = ("┿" if x < here else "┼", palette.ACCENT if x < here else palette.LABEL)
    track[here] = ("●", f"bold {palette.BRIGHT}")
    return Content("\n").join([_row(above), _row(track), _turns_row(turns, place, here, width)])


def _rail(past: bool, beside: bool) -> tuple[str, str]:
    if past:
        return "╍" if beside else "━", palette.ACCENT
    return "╌" if beside else "─", palette.LABEL


def _turns_row(turns: Mapping[int, int], place: Callable[[int], int], here: int, width: int) -> Content:
    """Each turn under its mark, moved left where the row ends; by its number where there is no room for the word."""
    row = [(" ", palette.DIM)] * width
    free = 0
    for turn, entry in sorted(turns.items()):
        x = place(entry)
        for text in (f"turn {turn}", str(turn)) if width >= _WORDS else (str(turn),):
            start = min(x, width - len(text))
            if start >= free:
                for at, letter in enumerate(text, start):
                    row[at] = (letter, palette.TEXT if x <= here else palette.LABEL)
                free = start + len(text) + 1
                break
    return _row(row)


def _row(cells: Sequence[tuple[str, str]]) -> Content:
    return Content.assemble(*cells)
