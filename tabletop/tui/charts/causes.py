"""The rows of a waterfall as text: columns, wrapped labels, signed bars. Pure; the widget scrolls them."""

from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from attrs import field, frozen
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tabletop.tui.charts.ledger import Ledger
from tabletop.tui.look import palette

_AMOUNT: Final = 9
_SHORTEST_BAR: Final = 8
_BAR_WITH_NOTES: Final = 20
_LONGEST_BAR: Final = 48
_NOTE_FROM: Final = 22
"""Columns a note needs beside the rest; where there are fewer, notes are left to the screen."""
_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"


@frozen
class WaterfallRow:
    """A cause: what it is called, points up or down, and a few words more for whoever has the room."""

    label: str
    amount: float
    note: str = ""


@frozen
class Layout:
    """Columns of a waterfall, in cells, and tenths of a point left and right of the zero axis."""

    label: int
    bar: int
    note: int
    down: int
    up: int

    @property
    def width(self) -> int:
        """Cells from the left edge to the end of the last column."""
        return self.label + self.bar + _AMOUNT + 2 + (self.note and self.note + 2)

    @property
    def zero(self) -> int:
        """Cells between the bar column's left edge and the axis."""
        return round((self.bar - 1) * self.down / max(1, self.down + self.up))


@frozen
class WaterfallLine:
    """One row of the screen: the parts of it that differ, and the cause it belongs to."""

    label: str = ""
    tenths: int | None = None
    figure: str = ""
    note: str = ""
    cause: int | None = None
    strong: bool = False
    rule: bool = False
    ink: str = field(factory=lambda: palette.TEXT)
    note_ink: str = field(factory=lambda: palette.DIM)


def columns(rows: Sequence[WaterfallRow], sums: Ledger, width: int) -> Layout:
    """Divide the width: bars first get their least, labels then what they need, then notes, then longer bars."""
    tenths = (*sums.amounts, sums.other, sums.after - sums.before)
    down, up = max(0, -min(tenths)), max(0, *tenths)
    free = max(0, width - _AMOUNT - 3)
    label = min(max((len(row.label) for row in rows), default=0), max(8, free - _SHORTEST_BAR))
    label = max(label, min(8, free))
    longest_note = max((len(row.note) for row in rows), default=0)
    bar = min(_LONGEST_BAR, max(0, free - label))
    spare = free - label - bar
    if longest_note and free - label - _NOTE_FROM - 2 >= _BAR_WITH_NOTES:
        spare = max(spare, min(longest_note + 2, free - label - _BAR_WITH_NOTES))
        bar = min(_LONGEST_BAR, free - label - spare)
        return Layout(label, bar, min(longest_note, spare - 2), down, up)
    return Layout(label, bar, 0, down, up)


def compose_lines(rows: Sequence[WaterfallRow], sums: Ledger, layout: Layout, title: str) -> tuple[WaterfallLine, ...]:
    """All rows of the screen from top to bottom; long labels and notes take more than one."""
    heads = wrap(title, max(8, layout.width - 2))
    lines = [WaterfallLine(label=head, strong=True, rule=True) for head in heads]
    lines.append(WaterfallLine("before", figure=f"{sums.before / 10:.1f}", strong=True, ink=palette.LABEL))
    for number, (row, tenths) in enumerate(zip(rows, sums.amounts, strict=True)):
        labels = wrap(row.label, max(1, layout.label)) or [""]
        notes = wrap(row.note, layout.note) if layout.note else []
        for place, (label, note) in enumerate(zip_longest(labels, notes, fillvalue="")):
            lines.append(WaterfallLine(label, None if place else tenths, note=note, cause=number))
    if sums.other:
        lines.append(WaterfallLine("other", sums.other, ink=palette.DIM))
    lines.append(WaterfallLine(rule=True))
    lines.append(WaterfallLine("change", sums.after - sums.before, ink=palette.LABEL))
    lines.append(WaterfallLine("after", figure=f"{sums.after / 10:.1f}", strong=True, ink=palette.LABEL))
    return tuple(lines)


def draw_line(line: WaterfallLine, layout: Layout, ground: str, better: str = "high") -> Strip:
    """One row upon a background; `better` says which way is good, "high", "low" or "" for neither."""

    def ink(colour: str, bold: bool = False) -> Style:
        return Style(color=colour, bgcolor=ground, bold=bold)

    if line.rule:
        head = f" {line.label} " if line.label else ""
        return Strip(
            [Segment(head, ink(palette.BRIGHT, True)), Segment("─" * (layout.width - len(head)), ink(palette.RULE))]
        )
    segments = [Segment(f" {line.label:<{layout.label}} ", ink(line.ink))]
    if line.tenths is None:
        segments.append(Segment(" " * layout.zero, ink(palette.RULE)))
        axis = " " if line.figure else "│"
        segments.append(Segment(f"{axis:<{layout.bar - layout.zero}}", ink(palette.DIM)))
        segments.append(Segment(f"{line.figure:>{_AMOUNT}}", ink(palette.BRIGHT, line.strong)))
    else:
        arrow, signed, colour = palette.change_mark(line.tenths / 10, better=better)
        segments += _signed_bar(line.tenths, layout, colour, ground)
        segments.append(Segment(f"{f'{arrow} {signed:>5}' if signed else arrow:>{_AMOUNT}}", ink(colour, True)))
    segments.append(Segment(f"  {line.note}", ink(line.note_ink)))
    return Strip(segments)


def _signed_bar(tenths: int, layout: Layout, colour: str, ground: str) -> list[Segment]:
    """The bar column: axis, and a bar at its left or right in eighths of a cell."""
    left, right = layout.zero, max(0, layout.bar - layout.zero - 1)
    most = right / layout.up if layout.up else left / max(1, layout.down)
    scale = min(most, left / layout.down) if layout.down else most
    eighths = max(1, round(abs(tenths) * scale * 8)) if tenths else 0
    whole, part = divmod(eighths, 8)
    blank, axis = Style(bgcolor=ground), Segment("│", Style(color=palette.DIM, bgcolor=ground))
    bar = Style(color=colour, bgcolor=ground)
    if tenths >= 0:
        bar_text = (_EIGHTHS[8] * whole + (_EIGHTHS[part] if part else ""))[:right]
        return [Segment(" " * left, blank), axis, Segment(f"{bar_text:<{right}}", bar)]
    whole = min(whole, left)
    cut = [Segment(_EIGHTHS[8 - part], Style(color=ground, bgcolor=colour))] if part and whole < left else []
    pad = Segment(" " * (left - whole - len(cut)), blank)
    return [pad, *cut, Segment(_EIGHTHS[8] * whole, bar), axis, Segment(" " * right, blank)]
