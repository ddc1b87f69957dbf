"""The last look at a line before it goes to the terminal: whatever a widget drew, text gives no orders.

Every line of every widget passes here, so none has to remember it. A line keeps its length in cells.
"""

import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tabletop.plain import MARK, plain

_BLANKS = re.compile(r"   +")
"""A run of blanks that can spare all but two of them."""


_VARIANT = re.compile("(.?)\ufe0f")
"""A sign that asks to be drawn as a picture: terminals don't agree on its width."""


class TextOnly(LineFilter):
    """Control characters, which take no cell, are shown by a mark that takes one; blanks of the line give way.

    A sign that asks for a picture is drawn as a sign, with a blank where the picture would be wider.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(text.isprintable() and "\ufe0f" not in text for text, _, _ in segments):
            return segments
        width = sum(cell_len(text) for text, _, _ in segments)
        clean = [Segment(_line(text), style) for text, style, _ in segments]
        return _fitted(clean, width)


def _line(text: str) -> str:
    return _VARIANT.sub(_sign, plain(text).replace("\n", MARK).replace("\t", " "))


def _sign(match: re.Match[str]) -> str:
    return match[1] + " " * (cell_len(match[0]) - cell_len(match[1]))


def _fitted(segments: list[Segment], width: int) -> list[Segment]:
    """Takes what is too much out of runs of blanks, from the left; then off the end."""
    over = sum(cell_len(text) for text, _, _ in segments) - width
    fit = []
    for text, style, _ in segments:
        while over > 0 and (spare := _BLANKS.search(text)):
            cut = min(over, len(spare[0]) - 2)
            text = text[: spare.end() - cut] + text[spare.end() :]
            over -= cut
        fit.append(Segment(text, style))
    return Segment.adjust_line_length(fit, width) if over > 0 else fit
