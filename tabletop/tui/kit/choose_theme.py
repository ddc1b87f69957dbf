"""Themes as the palette offers them: ours at once, Textual's as one types."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from tabletop.tui.kit.palette_row import PaletteRow
from tabletop.tui.look.schemes import OURS
from tabletop.tui.look.themes import NAMES

if TYPE_CHECKING:
    from tabletop.tui.kit.program import Program

_OURS: Final = {"dark": "dark", "light": "light, for a lit room", "contrast": "high contrast"}


def themes(program: "Program") -> Iterator[PaletteRow]:
    """Every theme with what it is called."""
    for n, name in enumerate(NAMES):
        word = "in use" if name == program.theme else "" if n < len(OURS) else "theme"
        words = f"theme: {_OURS.get(name, name)}"
        yield PaletteRow(words, word, "Themes", partial(program.choose_theme, name), typed=n >= len(OURS))
