"""The rows of a waterfall as text: columns, wrapped labels, steps that start where the last one ended. Pure; the widget
scrolls them."""

from collections.abc import Callable, Sequence
from itertools import accumulate, zip_longest
from textwrap import wrap
from typing import Final

from attrs import frozen
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tabletop.tui.charts.ledger import Ledger
from tabletop.tui.look import palette

_AMOUNT: Final = 9
_SHORTEST_BAR: Final = 8
_BAR_PART: Final = 3
"""The bars take one column of so many, and what labels leave, up to half."""
_LONGEST_LABEL: Final = 60
"""Columns from which a label takes another row, so that the eye finds its bar."""
_NOTE_FROM: Final = 22
"""Columns a note needs beside the rest; where there are fewer, notes are left to the screen."""
_LEAST_ROWS: Final = 2
"""Causes that stand one by one however low the screen; what has no room is scrolled to."""
_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"
_BEFORE: Final = "○"
_AFTER: Final = "●"
_GUIDE: Final = "┊"
_ENDS: Final = 3
"""Rows beside the causes: before, after, the change."""


@frozen
class WaterfallRow:
    """A cause: what it is called, points up or down, and a few words more for whoever has the room."""

    label: str
    amount: float
    note: str = ""


@frozen
class Layout:
    """Columns of a waterfall in cells, and the tenths of a point that stand at both ends of its bars."""

    label: int
    bar: int
    note: int
    low: int
    high: int

    @property
    def width(self) -> int:
        """Cells from the left edge to the end of the last column."""
        return self.label + self.bar + _AMOUNT + 2 + (self.note and self.note + 2)

    def eighth(self, tenths: int) -> int:
        """Where a value stands, in eighths of a cell from the bars' left edge; within them."""
        last = max(0, self.bar * 8 - 1)
        return round((tenths - self.low) * last / max(1, self.high - self.low))


@frozen
class WaterfallLine:
    """One row of the screen: the parts of it that differ, and the cause it belongs to. `step`: from and to, tenths of a
    point; `mark`: a value that is marked by `sign`."""

    label: str = ""
    step: tuple[int, int] | None = None
    mark: tuple[str, int] | None = None
    tenths: int | None = None
    figure: str = ""
    note: str = ""
    cause: int | None = None
    quiet: bool = False
    chosen: bool = False


@frozen
class StepRow:
    """A cause as it is shown, or some small ones in a row of their own: `of`, which of all causes it stands for."""

    row: WaterfallRow
    tenths: int
    of: range


def columns(rows: Sequence[WaterfallRow], sums: Ledger, width: int) -> Layout:
    """Divide the width: a third is the bars', labels take what they need of the rest, then notes, then longer bars."""
    values = [sums.before, *accumulate(sums.amounts, initial=sums.before), sums.after]
    low, high = min(values), max(values)
    free = max(0, width - _AMOUNT - 3)
    bar = min(free, max(_SHORTEST_BAR, width // _BAR_PART))
    longest = max((len(row.label) for row in rows), default=0)
    label = max(min(longest, _LONGEST_LABEL, free - bar), min(8, free - bar))
    spare = free - bar - label
    note = max((len(row.note) for row in rows), default=0)
    note = min(note, spare - 2) if note and spare - 2 >= _NOTE_FROM else 0
    spare -= note and note + 2
    bar += max(0, min(spare, width // 2 - bar))
    return Layout(label, bar, note, low, high)


def shown_rows(
    rows: Sequence[WaterfallRow],
    sums: Ledger,
    layout: Layout,
    height: int,
    fold: Callable[[int], str] | None = None,
    kept: int = 0,
) -> list[StepRow]:
    """The rows that fit into a height; the last but `kept` are joined in one that `fold` names, where not all fit or
    their digits say nothing."""
    each = [StepRow(row, sums.amounts[n], range(n, n + 1)) for n, row in enumerate(rows)]
    if fold is None:
        return each
    last = len(rows) - kept
    tall = [_height(row, layout) for row in rows]
    free = height - _ENDS - bool(sums.other)
    first = last
    while first and not sums.amounts[first - 1]:
        first -= 1
    if sum(tall[:first]) + sum(tall[last:]) + (first < last) > free:
        free -= sum(tall[last:]) + 1
        while first > _LEAST_ROWS and sum(tall[:first]) > free:
            first -= 1
    if last - first < 2:
        return each
    joined = WaterfallRow(fold(last - first), sum(row.amount for row in rows[first:last]))
    return [*each[:first], StepRow(joined, sum(sums.amounts[first:last]), range(first, last)), *each[last:]]


def _labels(row: WaterfallRow, layout: Layout) -> list[str]:
    return wrap(row.label, max(1, layout.label), break_on_hyphens=False) or [""]


def _notes(row: WaterfallRow, layout: Layout) -> list[str]:
    return wrap(row.note, layout.note, break_on_hyphens=False) if layout.note else []


def _height(row: WaterfallRow, layout: Layout) -> int:
    return max(len(_labels(row, layout)), len(_notes(row, layout)))


def compose_lines(shown: Sequence[StepRow], sums: Ledger, layout: Layout, ends: tuple[str, str]) -> list[WaterfallLine]:
    """All rows of the screen from top to bottom; long labels and notes take more than one."""
    lines = [WaterfallLine(ends[0], mark=(_BEFORE, sums.before), figure=f"{sums.before / 10:.1f}", quiet=True)]
    stands = sums.before
    for number, each in enumerate(shown):
        texts = zip_longest(_labels(each.row, layout), _notes(each.row, layout), fillvalue="")
        for place, (label, note) in enumerate(texts):
            if place:
                lines.append(WaterfallLine(label, note=note, cause=number))
            else:
                step = stands, stands + each.tenths
                lines.append(WaterfallLine(label, step, tenths=each.tenths, note=note, cause=number))
        stands += each.tenths
    if sums.other:
        lines.append(WaterfallLine("other", (stands, stands + sums.other), tenths=sums.other, quiet=True))
    lines.append(WaterfallLine(ends[1], mark=(_AFTER, sums.after), figure=f"{sums.after / 10:.1f}", quiet=True))
    lines.append(WaterfallLine("change", tenths=sums.after - sums.before, quiet=True))
    return lines


def draw_line(line: WaterfallLine, layout: Layout, start: int, ground: str, better: str = "high") -> Strip:
    """One row upon a background; `start`: the value before, tenths, marked all the way down; `better` says which way is
    good, "high", "low" or "" for neither."""
    ink = palette.BRIGHT if line.chosen else palette.LABEL if line.quiet else palette.TEXT
    segments = [Segment(f" {line.label:<{layout.label}} ", Style(color=ink, bgcolor=ground))]
    arrow, signed, colour = palette.change_mark((line.tenths or 0) / 10, better=better)
    segments += _bar(line, layout, start, colour, ground)
    figure = line.figure
    if line.tenths is not None:
        figure = f"{arrow} {signed:>5}" if signed else arrow
    figure_ink = colour if line.tenths is not None else palette.BRIGHT
    segments.append(Segment(f"{figure:>{_AMOUNT}}", Style(color=figure_ink, bgcolor=ground, bold=True)))
    note = palette.TEXT if line.chosen else palette.DIM
    segments.append(Segment(f"  {line.note}", Style(color=note, bgcolor=ground)))
    return Strip(segments)


def _bar(line: WaterfallLine, layout: Layout, start: int, colour: str, ground: str) -> list[Segment]:
    """The bar column: the step or the mark upon the guide of where all began."""
    blank, guide = Style(bgcolor=ground), Style(color=palette.DIM, bgcolor=ground)
    cells = [Segment(" ", blank)] * layout.bar
    if not layout.bar:
        return cells
    if line.mark is None and line.label != "change":
        cells[layout.eighth(start) // 8] = Segment(_GUIDE, guide)
    if line.mark is not None:
        sign, value = line.mark
        cells[layout.eighth(value) // 8] = Segment(sign, Style(color=palette.BRIGHT, bgcolor=ground, bold=True))
    if line.step is not None and line.tenths:
        first, last = sorted(layout.eighth(value) for value in line.step)
        _fill(cells, first, max(first + 1, last), colour, ground)
    return cells


def _fill(cells: list[Segment], first: int, last: int, colour: str, ground: str) -> None:
    """Fills from one eighth of a cell to another."""
    bar, turned = Style(color=colour, bgcolor=ground), Style(color=ground, bgcolor=colour)
    for n in range(first // 8, min(len(cells), -(-last // 8))):
        left, right = max(0, first - 8 * n), min(8, last - 8 * n)
        if left and (right == 8 or left >= 8 - right):  # its right part; of one within the cell what is nearer
            cells[n] = Segment(_EIGHTHS[left], turned)
        else:
            cells[n] = Segment(_EIGHTHS[right], bar)
