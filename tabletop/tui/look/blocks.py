"""Type for the back row: letters and digits of half blocks, three rows high and in multiples of that. Knows no widget.

Small letters and accents are drawn as their capitals. `spells` says what can be drawn at all: other writing stays
in the terminal's own letters.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import Final
from unicodedata import combining, normalize

from attrs import frozen

TALL: Final = 5
"""Dots from a letter's foot to its head; a cell is one dot wide and two high."""
_FONT: Final = """
A .#. #.# ### #.# #.#   B ##. #.# ##. #.# ##.   C .## #.. #.. #.. .##   D ##. #.# #.# #.# ##.
E ### #.. ##. #.. ###   F ### #.. ##. #.. #..   G .### #... #.## #..# .###   H #.# #.# ### #.# #.#
I # # # # #   J ..# ..# ..# #.# .#.   K #.# #.# ##. #.# #.#   L #.. #.. #.. #.. ###
M #...# ##.## #.#.# #...# #...#   N #..# ##.# #.## #..# #..#   O .#. #.# #.# #.# .#.   P ##. #.# ##. #.. #..
Q .##. #..# #..# #.#. .#.#   R ##. #.# ##. #.# #.#   S .## #.. .#. ..# ##.   T ### .#. .#. .#. .#.
U #.# #.# #.# #.# ###   V #...# #...# .#.#. .#.#. ..#..   W #...# #...# #.#.# ##.## #...#   X #.# #.# .#. #.# #.#
Y #.# #.# .#. .#. .#.   Z ### ..# .#. #.. ###
0 ### #.# #.# #.# ###   1 .# ## .# .# .#   2 ### ..# ### #.. ###   3 ### ..# .## ..# ###   4 #.# #.# ### ..# ..#
5 ### #.. ### ..# ###   6 ### #.. ### #.# ###   7 ### ..# ..# ..# ..#   8 ### #.# ### #.# ###   9 ### #.# ### ..# ###
. . . . . #   , .. .. .. .# #.   : . # . # .   ; .. .# .. .# #.   ! # # # . #   ? ### ..# .#. ... .#.
' # # . . .   " #.# #.# ... ... ...   - .. .. ## .. ..   + ... .#. ### .#. ...   = ... ### ... ### ...
/ ..# ..# .#. #.. #..   ( .# #. #. #. .#   ) #. .# .# .# #.   % ##..# ##.#. ..#.. .#.## #..##
& .#.. #.#. .#.. #.#. .#.#
▲ ..... ..#.. .###. ##### .....   ▼ ..... ##### .###. ..#.. .....   → ..... ...#. ##### ...#. .....
● ... ### ### ### ...   ○ ... ### #.# ### ...   · . . # . .   × ... #.# .#. #.# ...   – ... ... ### ... ...
"""
_SPACE: Final = 2
_LIKE: Final = {"ß": "SS", "Ł": "L", "Ø": "O", "Đ": "D", "Æ": "AE", "Œ": "OE", "ı": "I", "’": "'", "‘": "'", "“": '"',
                "”": '"', "„": '"', "—": "–", "−": "-", "…": "...", "\u00a0": " "}  # fmt: skip


def _read(font: str) -> dict[str, tuple[str, ...]]:
    words = font.split()
    return {words[at]: tuple(words[at + 1 : at + 1 + TALL]) for at in range(0, len(words), TALL + 1)}


_GLYPHS: Final = {" ": ("." * _SPACE,) * TALL, **_read(_FONT)}


def plain_capitals(text: str) -> str:
    """The text in the letters that are drawn, as far as there are any."""
    bare = "".join(mark for mark in normalize("NFKD", text) if not combining(mark))
    return "".join(_LIKE.get(mark, _LIKE.get(mark.upper(), mark.upper())) for mark in bare)


def spells(text: str) -> bool:
    """Whether every sign of the text can be drawn."""
    return all(mark in _GLYPHS for mark in plain_capitals(text))


def rows(scale: int = 1) -> int:
    """Rows that a line of type takes; of scale 1 half of the last one is free."""
    return ceil(TALL * scale / 2)


def width(text: str, scale: int = 1) -> int:
    """Columns that a text takes; what can't be drawn takes none."""
    glyphs = [_GLYPHS[mark] for mark in plain_capitals(text) if mark in _GLYPHS]
    return scale * max(0, sum(len(glyph[0]) + 1 for glyph in glyphs) - 1)


@lru_cache(maxsize=512)
def letters(text: str, scale: int = 1) -> tuple[str, ...]:
    """A line of type as `rows(scale)` strings of `width(text, scale)` half blocks."""
    glyphs = [_GLYPHS[mark] for mark in plain_capitals(text) if mark in _GLYPHS]
    dots = [".".join(glyph[line] for glyph in glyphs) for line in range(TALL) for _ in range(scale)]
    dots = ["".join(dot * scale for dot in line) for line in dots]
    dots += ["." * len(dots[0])] * (len(dots) % 2)
    pairs = zip(dots[::2], dots[1::2], strict=True)
    return tuple("".join(_CELLS[pair] for pair in zip(upper, lower, strict=True)) for upper, lower in pairs)


_CELLS: Final = {("#", "#"): "█", ("#", "."): "▀", (".", "#"): "▄", (".", "."): " "}


def broken(text: str, room: int, scale: int = 1) -> list[str]:
    """The text in lines of at most `room` columns of type, broken between words; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, scale) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@frozen
class Setting:
    """A text as it fits: its lines, and the scale of the type; 0 for the terminal's own letters."""

    lines: tuple[str, ...]
    scale: int

    @property
    def height(self) -> int:
        """Rows that it takes."""
        return len(self.lines) * (rows(self.scale) if self.scale else 1) + (
            max(0, len(self.lines) - 1) if self.scale > 1 else 0
        )


def setting(text: str, room: int, height: int, scales: Sequence[int] = (3, 2, 1)) -> Setting | None:
    """The text in the first of the scales in which it fits `room` columns and `height` rows; None where none does."""
    if not spells(text):
        return None
    for scale in scales:
        fit = Setting(tuple(broken(text, room, scale)), scale)
        if fit.height <= height and all(width(line, scale) <= room for line in fit.lines):
            return fit
    return None
