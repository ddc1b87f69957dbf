"""A page to be read aloud, as it stands on the screen: in type of half blocks, or in the terminal's own letters."""

from collections.abc import Iterator, Sequence
from typing import Final

from textual.content import Content

from tabletop.tui.kit.keys import said
from tabletop.tui.kit.lines import wrapped
from tabletop.tui.look import palette
from tabletop.tui.look.blocks import broken, letters, spells
from tabletop.tui.look.blocks import width as wide
from tabletop.words.aloud import SpokenPage

_LETTERS: Final = "abcdefghij"
_INDENT: Final = {True: 9, False: 3}
"""Columns of a choice's letter in large and in small type, with the gap after it."""


def spoken(page: SpokenPage, width: int, *, large: bool) -> list[Content]:
    """Title, paragraphs and choices in so many columns, line by line, an empty one between: a line of large type is
    several rows. The reader's own words come last, always small."""
    blocks = [*([typeset(page.title, width, palette.ACCENT, large=True)] if large else [])]
    blocks += [typeset(text, width, palette.BRIGHT, large=large) for text in page.paragraphs]
    for letter, choice in zip(_LETTERS, page.choices, strict=False):
        blocks.append(list(_choice(letter, choice, width, large=large)))
    if page.aside:
        blocks.append(wrapped(Content.styled(said(page.aside), palette.LABEL), width))
    return [line for n, block in enumerate(blocks) for line in ([Content("")] if n else []) + block]


def next_start(lines: Sequence[Content], top: int, height: int) -> int:
    """The row at which one reads on when rows from `top` on are in sight: that of the first line not whole in sight."""
    row = 0
    for line in lines:
        rows = line.plain.count("\n") + 1
        if row + rows > top + height and row > top:
            return row
        row += rows
    return row


def spare_rows(lines: Sequence[Content], start: int, height: int) -> int:
    """How many of the rows from `start` on hold a part of a line that is not whole in sight."""
    row = 0
    for line in lines:
        rows = line.plain.count("\n") + 1
        if row + rows > start + height > row >= start:
            return start + height - row
        row += rows
    return 0


def typeset(text: str, width: int, ink: str, *, large: bool) -> list[Content]:
    """A text in lines; in the terminal's own letters also where a sign can't be drawn or a word is too long."""
    lines = broken(text, width) if large and spells(text) else []
    if not lines or any(wide(line) > width for line in lines):
        return wrapped(Content.styled(text, f"bold {ink}" if large else ink), width)
    return [Content.styled("\n".join(letters(line)), ink) for line in lines]


def _choice(letter: str, text: str, width: int, *, large: bool) -> Iterator[Content]:
    """A choice with its letter before the first line."""
    indent = _INDENT[large]
    for n, line in enumerate(typeset(text, width - indent, palette.BRIGHT, large=large)):
        mark = letters(letter) if "\n" in line.plain else (letter,)
        rows = line.split("\n")
        marks = [(mark[row] if n == 0 and row < len(mark) else "") for row in range(len(rows))]
        yield Content("\n").join(
            [Content.assemble((f"{sign:<{indent}}", f"bold {palette.ACCENT}"), row)
             for sign, row in zip(marks, rows, strict=True)]
        )  # fmt: skip
