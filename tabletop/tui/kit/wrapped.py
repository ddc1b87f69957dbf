"""Text laid into a width: hanging indents, headed sections. Pure."""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Final

from attrs import frozen
from textual.content import Content

from tabletop.tui.kit.lines import wrapped
from tabletop.tui.look import palette

_APART: Final = 3
_SIGN, _SIGNS = 2, ("+ ", "- ", "· ")
_COLUMN: Final = 30
"""Columns without which two columns are none."""


@frozen
class Section:
    """A heading and the lines below it; `beside`: another with its lines, in a second column where there is room."""

    title: str
    lines: tuple[Content, ...]
    beside: tuple[str, tuple[Content, ...]] = ("", ())


def hanging(text: Content, width: int, indent: int = 2, first: Content | str = "") -> Content:
    """The text wrapped at words, every line indented; `first` stands in the first line's indent."""
    head = first if isinstance(first, Content) else Content(first)
    lead = Content.assemble(head, " " * max(0, indent - head.cell_length))
    lines = wrapped(text, max(8, width - indent)) or [Content("")]
    return Content("\n").join(Content.assemble(lead if n == 0 else " " * indent, line) for n, line in enumerate(lines))


def headed(sections: Iterable[Section], width: int, *, airy: bool = True) -> Content:
    """Sections one below the other, their titles grey, a blank line between where `airy`."""
    return Content("\n\n" if airy else "\n").join(block for section in sections for block in _blocks(section, width))


def _blocks(section: Section, width: int) -> list[Content]:
    other, lines = section.beside
    half = (width - _APART) // 2
    if section.lines and lines and half >= _COLUMN:
        left, right = (_block(*each, half).split("\n") for each in ((section.title, section.lines), section.beside))
        pairs = zip_longest(left, right, fillvalue=Content(""))
        rows = [Content.assemble(one, " " * (half + _APART - one.cell_length), two) for one, two in pairs]
        return [Content("\n").join(rows)]
    return [_block(*each, width) for each in ((section.title, section.lines), (other, lines)) if each[1]]


def _block(title: str, lines: tuple[Content, ...], width: int) -> Content:
    return Content("\n").join([Content.styled(title, palette.LABEL), *(_line(line, width) for line in lines)])


def _line(line: Content, width: int) -> Content:
    """One that begins with a sign goes on below its words."""
    sign = line.plain[:_SIGN]
    return hanging(line[_SIGN:], width, 2 + _SIGN, f"  {sign}") if sign in _SIGNS else hanging(line, width)
