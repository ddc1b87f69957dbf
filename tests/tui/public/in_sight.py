"""Whether a text stands on a display, in type of half blocks or in the terminal's own letters."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from attrs import evolve

from tabletop.table.feed_file import Feed
from tabletop.tui.look.blocks import letters, spells
from tabletop.tui.public.painters import paint
from tabletop.tui.public.type import Extent

_SCALES: Final = (3, 2, 1)
_PAGES: Final = 40

Picture = Sequence[str]
"""The rows of one page."""


def pages(scene: Feed, room: Extent) -> list[Picture]:
    """A scene's pages in their order, until the first comes again."""
    found: list[Picture] = []
    for page in range(_PAGES):
        rows = [line.plain for line in paint(scene, evolve(room, page=page))]
        if rows in found:
            break
        found.append(rows)
    return found


def in_sight(text: str, shown: Sequence[Picture]) -> bool:
    """Whether all words of a text stand on these pages in their order, in type of one size."""
    words = text.split()
    return any(_read(words, shown, scale) for scale in (*(_SCALES if spells(text) else ()), 0))


def _read(words: list[str], shown: Sequence[Picture], scale: int) -> bool:
    """Line by line downwards, as many words as stand side by side."""
    at = (0, 0)
    while words:
        if not _below(words[0], shown, at, scale):
            return False  # not in this type: most are set in one, and all are tried
        for many in range(len(words), 0, -1):
            if below := _below(" ".join(words[:many]), shown, at, scale):
                at, words = below, words[many:]
                break
    return True


def _below(line: str, shown: Sequence[Picture], at: tuple[int, int], scale: int) -> tuple[int, int] | None:
    """Page and row after the first place from `at` on where a line stands."""
    drawn = _drawn(line, scale)
    for page in range(at[0], len(shown)):
        rows = shown[page] if scale else _folded(tuple(shown[page]))
        for top in range(at[1] if page == at[0] else 0, len(rows) - len(drawn) + 1):
            if _stands(drawn, rows[top : top + len(drawn)]):
                return page, top + len(drawn)
    return None


@cache
def _drawn(line: str, scale: int) -> Picture:
    return letters(line, scale) if scale else (line.casefold(),)


@cache
def _folded(rows: Picture) -> Picture:
    return [row.casefold() for row in rows]


def _stands(drawn: Sequence[str], rows: Sequence[str]) -> bool:
    """Whether the rows hold the drawing, one row under another."""
    left = rows[0].find(drawn[0])
    while left >= 0:
        if all(row[left : left + len(part)].ljust(len(part)) == part for part, row in zip(drawn, rows, strict=True)):
            return True
        left = rows[0].find(drawn[0], left + 1)
    return False
