"""The line of a record: how far one has come, where turns begin, and what is marked on it. Draws places and marks."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tabletop.table.record import Mark
from tabletop.tui.look import palette

#: What stands on the line above the track, the first of a cell winning.
SIGNS: Final = {"bookmark": "▼", "inject": "◆", "note": "•"}


class Scrubber(Widget):
    """Three rows: marks, the track, turns. A click asks for its place."""

    class Asked(Message):
        """Somebody wants to be after entry `n`."""

        def __init__(self, n: int) -> None:
            super().__init__()
            self.n = n

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._place: tuple[int, int, Mapping[int, int], Sequence[Mark]] = 0, 0, {}, ()

    def show(self, n: int, last: int, turns: Mapping[int, int], marks: Sequence[Mark]) -> None:
        """At entry `n` of `last`; `turns`: the entry after which each turn is open."""
        self._place = n, last, turns, marks
        self.refresh()

    def render(self) -> Content:
        return scrubber(*self._place, self.content_size.width)

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is not None and self.content_size.width > 1:
            self.post_message(self.Asked(round(at.x / (self.content_size.width - 1) * self._place[1])))


def scrubber(n: int, last: int, turns: Mapping[int, int], marks: Sequence[Mark], width: int) -> Content:
    """The three rows in exactly `width` columns."""
    if width < 4:
        return Content("")

    def column(entry: int) -> int:
        return round(entry / last * (width - 1)) if last else 0

    above = [(" ", palette.DIM)] * width
    inks = {"bookmark": palette.ACCENT, "inject": palette.CRISIS_INK, "note": palette.LABEL}
    for kind in reversed(SIGNS):
        for mark in marks:
            if mark.kind == kind:
                above[column(mark.n)] = SIGNS[kind], inks[kind]
    here = column(n)
    track = [("━", palette.ACCENT) if x < here else ("─", palette.LABEL) for x in range(width)]
    for entry in turns.values():
        x = column(entry)
        track[x] = ("┿" if x < here else "┼", palette.ACCENT if x < here else palette.LABEL)
    track[here] = ("●", f"bold {palette.BRIGHT}")
    return Content("\n").join([_row(above), _row(track), _turns_row(turns, column, here, width)])


def _turns_row(turns: Mapping[int, int], column: Callable[[int], int], here: int, width: int) -> Content:
    row = [(" ", palette.DIM)] * width
    free = 0
    for turn, entry in sorted(turns.items()):
        x = column(entry)
        text = str(turn) if width < 60 else f"turn {turn}"
        if x < free or x + len(text) > width:
            text = str(turn)
        if x >= free and x + len(text) <= width:
            for place, letter in enumerate(text, x):
                row[place] = (letter, palette.TEXT if x <= here else palette.LABEL)
            free = x + len(text) + 1
    return _row(row)


def _row(cells: Sequence[tuple[str, str]]) -> Content:
    return Content.assemble(*cells)
